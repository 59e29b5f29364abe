import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CgroupId } from '../kernel/sensor';

/** One directory of the default hierarchy. */
export interface Cgroup {
  readonly id: CgroupId;
  readonly directory: string;
  /** Below the hierarchy's root, with a leading slash. */
  readonly path: string;
}

/** A host has a few thousand cgroups; a container can make as many as its limit allows. */
const MAX_VISITED = 100_000;
const MAX_DEPTH = 32;

/** Id of the cgroup at a directory of the default hierarchy; undefined when it is not there. */
export function cgroupIdOf(directory: string): CgroupId | undefined {
  try {
    const status = statSync(directory, { bigint: true });
    return status.isDirectory() ? status.ino : undefined;
  } catch {
    return undefined;
  }
}

/** Visits the hierarchy from the top; `visit` returns whether to go on below. Bounded in depth and number. */
export function walkCgroups(root: string, visit: (cgroup: Cgroup) => boolean): void {
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let visited = 0; pending.length > 0 && visited < MAX_VISITED; visited += 1) {
    const next = pending.pop();
    if (next === undefined) return;
    for (const name of subdirectories(join(root, next.path))) {
      const path = `${next.path}/${name}`;
      const directory = join(root, path);
      const id = cgroupIdOf(directory);
      if (id === undefined) continue;
      if (visit({ id, directory, path }) && next.depth < MAX_DEPTH) pending.push({ path, depth: next.depth + 1 });
    }
  }
}

/** Finds a cgroup's directory when only its id is known. */
export function findCgroup(root: string, id: CgroupId): Cgroup | undefined {
  let found: Cgroup | undefined;
  walkCgroups(root, (cgroup) => {
    if (cgroup.id === id) found = cgroup;
    return found === undefined;
  });
  return found;
}

function subdirectories(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
