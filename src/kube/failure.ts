/** An answer of the API server that is not a success. */
export class StatusError extends Error {
  override readonly name = 'StatusError';

  constructor(
    readonly code: number,
    message: string,
    /** What the server asked to wait. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** The API server sends more in one piece than is taken. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** The HTTP status that an error of a call carries, the typed APIs' too; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
