import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSmallText } from '../files';
import type { Freezer } from '../kernel/sensor';
import { parseMembership, type Hierarchies } from './hierarchy';
import type { Cgroup } from './scan';

const MAX_PROC_TEXT = 1 << 16;

/**
 * The freezer that a container's runtime reads: on hybrid hosts the v1 cgroup of its processes, else the default
 * hierarchy's. Before its first process the v1 cgroup is taken to have the same path, as all runtimes name it; so it is
 * while the process seen is a child of the runtime that is still in its caller's v1 cgroup.
 */
export function freezerOf(hierarchies: Hierarchies, cgroup: Cgroup, proc = '/proc'): Freezer {
  const path = memberPath(cgroup, proc) ?? cgroup.path;
  const directory = hierarchies.freezer === undefined || path === '/' ? undefined : join(hierarchies.freezer, path);
  // "/" would be every process of the host: the runtime does not use the v1 freezer for this container.
  if (directory !== undefined && existsSync(join(directory, 'freezer.state'))) return { version: 1, directory };
  return { version: 2, directory: cgroup.directory };
}

/** The freezer cgroup of one process of the container; undefined while it has none. */
function memberPath(cgroup: Cgroup, proc: string): string | undefined {
  const pid = readSmallText(join(cgroup.directory, 'cgroup.procs'), MAX_PROC_TEXT)?.split('\n')[0];
  if (pid === undefined || !/^[1-9]\d*$/.test(pid)) return undefined;
  const text = readSmallText(join(proc, pid, 'cgroup'), MAX_PROC_TEXT);
  const path = text === undefined ? undefined : parseMembership(text).get('freezer');
  // "/" is told as it is: the runtime does not use the v1 freezer for this container.
  return path === '/' || (path !== undefined && basename(path) === basename(cgroup.path)) ? path : undefined;
}
