import { join } from 'node:path';
import { readSmallText } from '../files';
import { parseMembership, type Hierarchies } from './hierarchy';
import { containerByName } from './pattern';
import { walkCgroups } from './scan';

export interface OwnProcess {
  /** As /proc and the hierarchy's mount number it. */
  readonly pid: number;
  /** The text of /proc/self/cgroup. */
  readonly membership: string;
}

const MAX_PROCS_TEXT = 1 << 16;

/**
 * Directory of this process's cgroup where it is a container's; undefined: it is in no container. In a cgroup namespace of its own
 * (containers on pure v2 hosts) every process reads "/" as its cgroup, so it is looked for where the hierarchy lists it.
 */
export function ownContainerCgroup({ unified }: Hierarchies, { pid, membership }: OwnProcess): string | undefined {
  const path = parseMembership(membership).get('');
  if (path === undefined) return undefined;
  if (path !== '/') return containerByName(path) === undefined ? undefined : join(unified, path);
  if (lists(unified, pid)) return undefined;
  let found: string | undefined;
  walkCgroups(unified, (cgroup) => {
    if (containerByName(cgroup.path) !== undefined && lists(cgroup.directory, pid)) found = cgroup.directory;
    return found === undefined;
  });
  return found;
}

function lists(directory: string, pid: number): boolean {
  return readSmallText(join(directory, 'cgroup.procs'), MAX_PROCS_TEXT)?.split('\n').includes(String(pid)) === true;
}
