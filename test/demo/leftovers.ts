import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What is still there of a session: processes, mounts, cgroups, pins, files, each by its path. Empty: nothing. */
export function leftovers(directory: string): readonly string[] {
  const name = basename(directory).slice(0, basename(directory).lastIndexOf('-'));
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n').map((line) => line.split(' '));
  const hierarchies = mounts.flatMap(([, point = '', type = '']) => (type.startsWith('cgroup') ? [point] : []));
  return [
    ...[directory, join('/sys/fs/bpf', name), ...hierarchies.map((top) => join(top, name))].filter(existsSync),
    ...mounts.flatMap(([, point = '']) => (point.startsWith(directory) ? [point] : [])),
    ...readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && belongs(join('/proc', pid), directory, name)).map((pid) => join('/proc', pid)),
  ];
}

function belongs(process: string, directory: string, name: string): boolean {
  return textOf(join(process, 'cmdline')).includes(directory) || textOf(join(process, 'cgroup')).includes(`/${name}`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended
  }
}
