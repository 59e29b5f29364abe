import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, CGROUP_ROOT, K8S_HOME, STATE } from './place';

/** What a cluster can leave on a machine, each kind as a list of lines. Compare what was before with what is after. */
export type Traces = Readonly<Record<'mounts' | 'cgroups' | 'controllers' | 'links' | 'addresses' | 'routes' | 'files' | 'processes', readonly string[]>>;

/** Folders where the daemons of a node keep things, unless they have their own. */
const FOLDERS = ['/run', '/run/netns', '/run/containerd', '/var/lib', '/var/log', '/etc', '/etc/cni', '/opt', '/opt/cni', '/sys/fs/bpf', K8S_HOME];

/** Tests that run beside make and remove these. */
const OTHERS = /stasis-(test|demo|bench)/;

export function traces(): Traces {
  const tops = readFileSync('/proc/self/mounts', 'utf8').split('\n').filter((line) => / cgroup2? /.test(line)).map((line) => line.split(' ')[1] ?? '');
  return {
    mounts: readFileSync('/proc/self/mountinfo', 'utf8').split('\n').map(withoutNumbers).filter((line) => !OTHERS.test(line)).sort(),
    cgroups: tops.flatMap((top) => readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(top, name)))
      .filter((path) => !OTHERS.test(path)),
    controllers: tops.flatMap((top) => lines(join(top, 'cgroup.subtree_control'))),
    links: ip('link'),
    addresses: ip('address'),
    routes: [...ip('route'), ...ip('-6', 'route')],
    files: FOLDERS.flatMap((folder) => list(folder).map((name) => join(folder, name))).filter((path) => path !== join(K8S_HOME, 'log') && !OTHERS.test(path)),
    processes: list('/proc').filter((name) => /^\d+$/.test(name)).map(nodeProgram).filter((program) => program !== ''),
  };
}

/** A mount has the numbers of itself, its parent and its peers, which tell nothing here. */
function withoutNumbers(line: string): string {
  return line.split(' ').slice(3).join(' ').replace(/ (shared|master):\d+/g, '');
}

function ip(...args: readonly string[]): readonly string[] {
  return execFileSync('ip', ['-oneline', ...args, 'show'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.replace(/^\d+: /, '').replace(/(valid|preferred)_lft \S+/g, ''));
}

function lines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return []; // a v1 hierarchy has none, and processes end
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not on this machine
  }
}

/** Command line of a daemon, container shim or pod of the node; empty for all other processes. */
function nodeProgram(pid: string): string {
  const [command, cgroup] = ['cmdline', 'cgroup'].map((file) => lines(join('/proc', pid, file)).join('\n')) as [string, string];
  const isNodes = command.includes(STATE) || command.startsWith(join(BIN, 'containerd-shim')) || cgroup.includes(`${CGROUP_ROOT}/`);
  return isNodes ? command : '';
}
