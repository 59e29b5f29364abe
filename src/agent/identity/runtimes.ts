import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { isAbsolute, join, dirname } from 'node:path';

const NAMES = ['runc', 'crun', 'youki', 'docker-runc'] as const;
const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/var/lib/rancher/k3s/data/current/bin'] as const;

/** Links that a path may lead through. */
const LINKS = 8;

/**
 * The OCI runtimes that are installed: whatever cgroup one of them makes is a container. `root`: where the host's files are
 * seen, as "/proc/PID/root" in a container; undefined: here.
 */
export function installedRuntimes(also: readonly string[], root?: string): readonly string[] {
  const paths = [...FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...also];
  if (root !== undefined) return [...new Set(paths.flatMap((path) => followed(root, path)))];
  return [...new Set(paths.filter((path) => existsSync(path)).flatMap(realPathOf))];
}

/** None while an upgrade replaces the file. */
function realPathOf(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

/** The file below the root that a path there leads to: an absolute link would lead to a file of this container. */
function followed(root: string, path: string): string[] {
  let at = path;
  try {
    for (let links = 0; links < LINKS; links++) {
      if (!lstatSync(join(root, at)).isSymbolicLink()) return [join(root, at)];
      const target = readlinkSync(join(root, at));
      at = isAbsolute(target) ? target : join(dirname(at), target);
    }
  } catch {
    // it is not there
  }
  return [];
}
