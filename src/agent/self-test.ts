import { execFile } from 'node:child_process';
import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { cgroupIdOf } from './identity/scan';
import { findInstallation } from './installation';
import { PROVEN_HOOKS, type ProvenHook, type Sensor } from './kernel/sensor';

/** The hooks that must see the self-test; `seed` is an iterator, which answers by itself. */
export const PROVABLE_HOOKS = PROVEN_HOOKS.filter((hook) => hook !== 'seed');

export interface SelfTestOptions {
  readonly sensor: Pick<Sensor, 'declareSelfTest' | 'watchCalls' | 'proven'>;
  /** Cgroup of the default hierarchy in which one of its own is made. */
  readonly place: string;
}

const CHILD_MS = 10_000;

/** Runs inside the container: joins it, starts a program and a script, and continues itself. Arguments: cgroup.procs, the script. */
const CHILD = `
const { writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
writeFileSync(process.argv[1], String(process.pid));
spawnSync(process.execPath, ['--version']);
spawnSync(process.argv[2]);
process.kill(process.pid, 'SIGCONT');
`;

/**
 * Proves every hook by a harmless hit in a container of the agent's own. Resolves with the hooks that did not see it;
 * rejects only when the container could not be made.
 */
export async function runSelfTest({ sensor, place }: SelfTestOptions): Promise<readonly ProvenHook[]> {
  const before = sensor.proven();
  const directory = join(place, `stasis-selftest-${process.pid}`);
  mkdirSync(directory, { recursive: true }); // one whose last process was still on its way out may be left
  // Ends of system calls are looked at only while something is contained or held.
  const unwatchCalls = sensor.watchCalls();
  try {
    const cgroup = cgroupIdOf(directory);
    if (cgroup === undefined) throw new Error(`the cgroup "${directory}" vanished`);
    sensor.declareSelfTest(cgroup);
    mkdirSync(join(directory, 'nested'));
    await runChild(join(directory, 'cgroup.procs'));
    rmdirSync(join(directory, 'nested'));
  } finally {
    unwatchCalls();
    removeCgroup(directory);
  }
  const after = sensor.proven();
  return PROVABLE_HOOKS.filter((hook) => after[hook] <= before[hook]);
}

/** A child that fails leaves hooks unproven, which is what is reported. */
function runChild(procs: string): Promise<void> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', CHILD, procs, findInstallation().selfTest], { timeout: CHILD_MS, killSignal: 'SIGKILL' }, () => resolve());
  });
}

function removeCgroup(directory: string): void {
  for (const path of [join(directory, 'nested'), directory]) {
    try {
      rmdirSync(path);
    } catch {
      // gone, or a process is still on its way out: an empty cgroup of ours costs nothing
    }
  }
}
