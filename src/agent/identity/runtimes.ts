import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['runc', 'crun', 'youki', 'docker-runc'] as const;
const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/var/lib/rancher/k3s/data/current/bin'] as const;

/** The OCI runtimes that are installed: whatever cgroup one of them makes is a container. */
export function installedRuntimes(also: readonly string[]): readonly string[] {
  const usual = FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))).filter((path) => existsSync(path));
  return [...new Set([...usual, ...also].flatMap(realPathOf))];
}

/** None while an upgrade replaces the file. */
function realPathOf(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}
