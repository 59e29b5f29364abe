import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Exit codes of every verb. */
export const EXIT = { ok: 0, input: 1, fault: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a verb writes for the person who called it. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

/** One word after `stasis`. */
export interface Verb {
  readonly summary: string;
  /** Shown by `--help`, in full. */
  readonly help: string;
  readonly run: (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** What the person typed is wrong: exit 1, with the message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses a verb's arguments strictly; throws UsageError. */
export function parseFlags<const T extends Options>(argv: readonly string[], options: T): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A flag that takes one of few words. */
export function oneOf<const T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new UsageError(`"--${flag}" is "${value}"; allowed are ${allowed.map((word) => `"${word}"`).join(', ')}`);
  return found;
}
