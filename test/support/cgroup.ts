import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from './wait';

/** The cgroups of one container that matter here, as directories. */
export interface ContainerCgroups {
  /** In the default hierarchy (v2). */
  readonly unified: string;
  /** The v1 freezer's, where the machine mounts one: there the runtime freezes. */
  readonly freezer: string | undefined;
}

/** Where the named container's cgroups are, after its runtime made them. `path` is below the mount points, as "/name/id". */
export function containerCgroups(path: string): ContainerCgroups {
  const unified = mountPoint((type) => type === 'cgroup2');
  if (unified === undefined) throw new Error('No cgroup v2 hierarchy is mounted');
  const freezer = mountPoint((type, options) => type === 'cgroup' && options.includes('freezer'));
  return { unified: join(unified, path), freezer: freezer === undefined ? undefined : join(freezer, path) };
}

function mountPoint(wanted: (type: string, options: readonly string[]) => boolean): string | undefined {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n').map((line) => line.split(' '));
  return mounts.find(([, , type = '', options = '']) => wanted(type, options.split(',')))?.[1];
}

/** Whether every task of the container is frozen by a cgroup freezer, whichever one. */
export function isFrozen({ unified, freezer }: ContainerCgroups): boolean {
  if (/^frozen 1$/m.test(readIfThere(join(unified, 'cgroup.events')))) return true;
  return freezer !== undefined && readIfThere(join(freezer, 'freezer.state')).trim() === 'FROZEN';
}

/** Freezes by the freezer that the container's runtime reads, and waits until it holds. */
export async function freeze(cgroups: ContainerCgroups): Promise<void> {
  if (cgroups.freezer === undefined) writeFileSync(join(cgroups.unified, 'cgroup.freeze'), '1');
  else writeFileSync(join(cgroups.freezer, 'freezer.state'), 'FROZEN');
  await waitFor('the container to freeze', () => isFrozen(cgroups));
}

/** Lifts both freezers at once; signals that stopped tasks stay in effect. */
export function thaw({ unified, freezer }: ContainerCgroups): void {
  writeIfThere(join(unified, 'cgroup.freeze'), '0');
  if (freezer !== undefined) writeIfThere(join(freezer, 'freezer.state'), 'THAWED');
}

/** Processes of the container, in the host's numbers. */
export function processesOf({ unified }: ContainerCgroups): readonly number[] {
  return readIfThere(join(unified, 'cgroup.procs')).split('\n').filter(Boolean).map(Number);
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function writeIfThere(path: string, value: string): void {
  if (existsSync(path)) writeFileSync(path, value);
}
