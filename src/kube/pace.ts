import type { Clock } from '../clock';

/** How long to wait after failures in a row, in milliseconds: doubles from `first` to `most`. */
export interface Pace {
  readonly first: number;
  readonly most: number;
}

/** The wait after a number of earlier failures: between half and all of it at random, so that many clients do not come back together. */
export function backoffMs({ first, most }: Pace, earlier: number): number {
  return Math.min(most, first * 2 ** Math.min(earlier, 32)) * (0.5 + Math.random() / 2);
}

/** Milliseconds of the boot clock: for differences, whatever happens to the time of day. */
export function nowMs(clock: Clock): number {
  return Number(clock.bootNs() / 1_000_000n);
}

/** The time of day in microseconds, as the API server writes it (MicroTime). */
export function microTime(clock: Clock): string {
  const microseconds = (clock.bootNs() + clock.epochNs()) / 1000n;
  return `${new Date(Number(microseconds / 1000n)).toISOString().slice(0, -1)}${String(microseconds % 1000n).padStart(3, '0')}Z`;
}

/** Waits. An aborted signal ends the wait early, without an error. */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      timer.cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = clock.after(milliseconds, done);
    signal.addEventListener('abort', done);
  });
}
