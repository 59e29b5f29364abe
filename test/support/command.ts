import { spawn } from 'node:child_process';

export interface CommandOptions {
  /** Milliseconds; then the program is killed and the call fails. Default 120,000. */
  readonly timeout?: number;
  /** Exit codes that are no failure. Default: only 0. */
  readonly accept?: readonly number[];
  readonly input?: string;
  readonly directory?: string;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Fails, with the program's own words, when it ends otherwise than accepted or takes too long. */
export async function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  const outcome = await finish(program, args, options);
  if ((options.accept ?? [0]).includes(outcome.code)) return outcome;
  const words = (outcome.stderr || outcome.stdout).trim().slice(-2000);
  throw new Error(`"${[program, ...args].join(' ')}" ended with ${outcome.code}: ${words}`);
}

/** Code of a program that a signal ended: 128 + the signal's number, unknown ones as 255. */
const SIGNAL_CODES: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGKILL: 137, SIGTERM: 143, SIGINT: 130, SIGSEGV: 139 };

function finish(program: string, args: readonly string[], options: CommandOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.directory, stdio: 'pipe', timeout: options.timeout ?? 120_000, killSignal: 'SIGKILL' });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? (signal === null ? 255 : (SIGNAL_CODES[signal] ?? 255)), ...output });
    });
    child.stdin.on('error', () => undefined); // it may have ended without reading
    child.stdin.end(options.input ?? '');
  });
}
