import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from './checkout';
import { run } from './command';

const SWEEP = join(CHECKOUT, 'test/support/sweep.sh');

/**
 * What one test file starts lives in a session: one directory, one cgroup (in every hierarchy) and recorded processes. A guard process
 * outside the test holds a pipe to it and sweeps when the test ends in any way, so nothing survives a failure, Ctrl-C or SIGKILL.
 */
export interface Session {
  /** Also the name of the cgroup below which every container of the session is, and of its containerd namespace. */
  readonly name: string;
  readonly directory: string;
  /** Records a process that shall not outlive the session. */
  record(pid: number): void;
  /** Starts a program that shall not outlive the session. */
  start(program: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Removes everything; fails when something cannot be removed. Calling it again does nothing. */
  close(): Promise<void>;
}

/** `kind` begins its name. */
export function openSession(kind = 'stasis-test'): Session {
  const name = `${kind}-${randomBytes(4).toString('hex')}`;
  const directory = mkdtempSync(join(realpathSync(tmpdir()), `${name}-`));
  writeFileSync(join(directory, 'name'), name);
  const guard = spawn(SWEEP, ['--guard', directory], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  const record = (pid: number): void => recordProcess(directory, pid);
  let closing: Promise<void> | undefined;
  return {
    name,
    directory,
    record,
    start: (program, args, options = {}) => {
      if (closing !== undefined) throw new Error('The session is closed');
      return startRecorded(record, [program, args, options]);
    },
    close: () => (closing ??= sweep(directory, guard)),
  };
}

function startRecorded(record: (pid: number) => void, [program, args, options]: readonly [string, readonly string[], SpawnOptions]): ChildProcess {
  const child = spawn(program, args, options);
  if (child.pid === undefined) throw new Error(`Cannot start "${program}"`);
  record(child.pid);
  return child;
}

function recordProcess(directory: string, pid: number): void {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  appendFileSync(join(directory, 'pids'), `${pid} ${start ?? ''}\n`);
}

async function sweep(directory: string, guard: ChildProcess): Promise<void> {
  await run(SWEEP, [directory], { timeout: 170_000 });
  guard.stdin?.end(); // finds nothing more to do
}
