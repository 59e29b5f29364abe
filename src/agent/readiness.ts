import type { Readiness } from '../http';

/** What an agent's readiness is made of. */
export interface ReadinessParts {
  /** Some rules are in force. */
  readonly inForce: boolean;
  readonly unproven: readonly string[];
  /** Why the rules wanted last are not in force. */
  readonly publishFailure: string | undefined;
  /** Rules select by labels that nobody tells. */
  readonly blind: boolean;
  /** What else is weaker than the policies say. */
  readonly problems: readonly string[];
}

/** Ready: rules are in force and every hook is proven. The reasons say also what is weaker all the same. */
export function readinessOf({ inForce, unproven, publishFailure, blind, problems }: ReadinessParts): Readiness {
  const blocking = [...(inForce ? [] : ['no rules are in force']), ...(unproven.length > 0 ? [`hooks not proven: ${unproven.join(', ')}`] : [])];
  const shortcomings = [
    ...(publishFailure === undefined ? [] : [`the policies as they are now could not be put in force, and are tried again: ${publishFailure}`]),
    ...(blind ? ['rules select by labels of pods, and the socket of containerd is not there: they select nothing'] : []),
    ...problems,
  ];
  return { ready: blocking.length === 0, reasons: [...blocking, ...shortcomings] };
}
