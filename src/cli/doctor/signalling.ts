import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileFile, linkPlans } from '../../agent/config/plans';
import { readSmallText } from '../../agent/files';
import { cgroupIdOf } from '../../agent/identity/scan';
import { decodeBatch } from '../../agent/kernel/decode';
import type { RevocationEvent } from '../../agent/kernel/events';
import type { Sensor } from '../../agent/kernel/sensor';
import { answer, type Check } from './check';

const NAME = 'stasis-doctor';
/** Selects nothing but the doctor's own container, which alone is given this name. */
const POLICY = `
apiVersion: stasis.dev/v1alpha1
kind: ClusterSecurityPolicy
metadata: {name: ${NAME}}
spec:
  mode: Enforce
  target: {containers: [${NAME}]}
  rules: [{name: any-program, severity: Low, process: {executable: ["/**"]}, respond: [Freeze]}]
`;
/** Joins the cgroup given, and starts the program that is stopped. */
const CHILD = `
require('node:fs').writeFileSync(process.argv[1], String(process.pid));
require('node:child_process').spawnSync(process.execPath, ['--version']);
`;
/** Shorter than the time after which an offender that waits for a permit is let go. */
const PATIENCE_MS = 1500;
const STEP_MS = 5;

/**
 * Has a hook stop a program of the doctor's own, continues it from outside, and sees whether a hook stops it again at once.
 * The sensor requires permits, so that its offender is only held; nobody listens to it yet.
 */
export async function signallingCheck(sensor: Sensor, unified: string): Promise<Check> {
  const seen = await prove(sensor, join(unified, `${NAME}-signals-${process.pid}`)).catch((error: unknown) => String(error));
  return answer({
    name: 'signalling another task',
    yes: seen === undefined,
    proof: seen ?? 'a process of the doctor\'s own, which a hook had stopped, was continued: a hook stopped it again at once',
    meaning: 'a process that is continued from outside is stopped again at once',
    otherwise: { health: 'degraded', meaning: 'it is stopped again at its next system call; every revocation is reported', remedy: 'kernel 6.13 or later' },
  });
}

/** Undefined when it is so; else what was seen instead. */
async function prove(sensor: Sensor, directory: string): Promise<string | undefined> {
  const rules = linkPlans(compileFile(NAME, POLICY).plans);
  const revocations: RevocationEvent[] = [];
  sensor.listen({
    onBatch: (_ring, batch) => {
      for (const event of decodeBatch(batch)) if (event.kind === 'revocation') revocations.push(event);
    },
    onReceipt: () => undefined,
  });
  await sensor.publish(rules.tables, () => undefined);
  mkdirSync(directory);
  const members = (): readonly number[] => (readSmallText(join(directory, 'cgroup.procs'), 1 << 16) ?? '').split('\n').filter(Boolean).map(Number);
  let child: ChildProcess | undefined;
  try {
    const cgroup = cgroupIdOf(directory);
    if (cgroup === undefined) return `the cgroup "${directory}" vanished`;
    sensor.declareSelfTest(cgroup);
    sensor.bind(cgroup, rules.scopeOf({ id: NAME, name: NAME, image: undefined, runtime: 'unknown', pod: undefined, sandbox: false, containerdNamespace: undefined, sandboxId: undefined }));
    child = spawn(process.execPath, ['-e', CHILD, join(directory, 'cgroup.procs')], { stdio: 'ignore' });
    const held = await until(() => members().find((pid) => pid !== child?.pid && isStopped(pid)));
    if (held === undefined) return 'a process of the doctor\'s own was not stopped by the hook that had to';
    process.kill(held, 'SIGCONT');
    const revocation = await until(() => revocations[0]);
    if (revocation === undefined) return 'a process of the doctor\'s own, which a hook had stopped, was continued, and no hook saw it';
    const again = revocation.restopped && (await until(() => isStopped(held) || undefined));
    return again ? undefined : 'a process of the doctor\'s own, which a hook had stopped, was continued, and ran on to its next system call';
  } finally {
    child?.kill('SIGKILL');
    members().forEach(end);
    await until(() => removed(directory));
  }
}

async function until<T>(look: () => T | undefined): Promise<T | undefined> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(STEP_MS);
  }
  return undefined;
}

function isStopped(pid: number): boolean {
  return /^State:\s*T/m.test(readSmallText(`/proc/${pid}/status`, 1 << 14) ?? '');
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}

function removed(directory: string): true | undefined {
  try {
    rmdirSync(directory);
    return true;
  } catch {
    return undefined; // a process is on its way out
  }
}
