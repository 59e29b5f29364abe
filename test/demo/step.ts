/** A step of the story that did not happen as told. */
export class StepFailed extends Error {
  constructor(
    readonly step: string,
    override readonly cause: unknown,
  ) {
    super(`step "${step}" failed: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Runs the steps one after the other; none begins once `signal` is aborted. */
export type Step = <T>(name: string, action: () => Promise<T>) => Promise<T>;

export function stepsUntil(signal: AbortSignal): Step {
  return async (name, action) => {
    signal.throwIfAborted();
    try {
      return await action();
    } catch (error) {
      throw new StepFailed(name, error);
    }
  };
}

/** Fails the step unless the claim is true. */
export function ensure(claim: boolean, otherwise: string): asserts claim {
  if (!claim) throw new Error(otherwise);
}
