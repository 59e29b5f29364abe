import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../agent/error-code';
import type { Hierarchies } from '../../agent/identity/hierarchy';
import { answer, type Check } from './check';

interface Control {
  readonly directory: string;
  readonly file: string;
  readonly freeze: string;
  readonly thaw: string;
  readonly state: string;
  readonly frozen: (text: string) => boolean;
}

const TRIES = 100;

/** Freezes and thaws a process of our own, and reads back that it happened. */
export async function freezerCheck(hierarchies: Hierarchies): Promise<Check> {
  const control = controlOf(hierarchies);
  const { frozenMs, error } = await prove(control);
  return answer({
    name: 'freezer',
    yes: frozenMs !== undefined,
    proof: frozenMs === undefined ? `a process of the doctor's own was not frozen: ${error ?? 'not within a second'}` : `a process of the doctor's own was read back as frozen after ${frozenMs.toFixed(1)} ms`,
    meaning: `containers can be frozen through "${control.file}"`,
    otherwise: { health: 'missing', meaning: 'Freeze falls back to stopped processes', remedy: 'mount the cgroup hierarchy writable for the agent' },
  });
}

function controlOf({ unified, freezer }: Hierarchies): Control {
  const name = `stasis-doctor-${process.pid}`;
  if (freezer !== undefined) {
    const directory = join(freezer, name);
    return { directory, file: 'freezer.state', freeze: 'FROZEN', thaw: 'THAWED', state: 'freezer.state', frozen: (text) => text.trim() === 'FROZEN' };
  }
  return { directory: join(unified, name), file: 'cgroup.freeze', freeze: '1', thaw: '0', state: 'cgroup.events', frozen: (text) => /^frozen 1$/m.test(text) };
}

async function prove(control: Control): Promise<{ readonly frozenMs?: number; readonly error?: string }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    mkdirSync(control.directory);
    writeFileSync(join(control.directory, 'cgroup.procs'), String(child.pid));
    const start = performance.now();
    writeFileSync(join(control.directory, control.file), control.freeze);
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (control.frozen(readFileSync(join(control.directory, control.state), 'utf8'))) return { frozenMs: performance.now() - start };
      await sleep(10);
    }
    return {};
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    await cleanUp(control, child);
  }
}

async function cleanUp(control: Control, child: ReturnType<typeof spawn>): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  try {
    writeFileSync(join(control.directory, control.file), control.thaw);
  } catch {
    // it was never made
  }
  await ended;
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      rmdirSync(control.directory);
      return;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      await sleep(10);
    }
  }
}
