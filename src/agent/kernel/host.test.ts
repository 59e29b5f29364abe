import { linkSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostMountNamespace, runtimeProcess } from './host';

let proc: string;

beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), 'proc-'));
  mkdirSync(join(proc, 'namespaces'));
  for (const name of ['machine', 'node', 'own']) writeFileSync(join(proc, 'namespaces', name), '');
});

afterEach(() => rmSync(proc, { recursive: true }));

/** A process of a /proc: its parent, its mount namespace (undefined: nobody may look) and its cgroup. Number 2 is the kernel's. */
function aProcess(pid: number, parent: number, { namespace, cgroup = namespace ?? '' }: { readonly namespace?: string; readonly cgroup?: string } = {}): void {
  const comm = pid === 2 ? 'kthreadd' : 'x';
  mkdirSync(join(proc, String(pid), 'ns'), { recursive: true });
  writeFileSync(join(proc, String(pid), 'status'), `Name:\t${comm}\nPPid:\t${parent}\n`);
  writeFileSync(join(proc, String(pid), 'comm'), `${comm}\n`);
  writeFileSync(join(proc, String(pid), 'cgroup'), `0::/${cgroup}\n`);
  if (namespace !== undefined) linkSync(join(proc, 'namespaces', namespace), join(proc, String(pid), 'ns', 'mnt'));
}

const inode = (name: string): bigint => statSync(join(proc, 'namespaces', name), { bigint: true }).ino;

describe('the mount namespace of container runtimes', () => {
  beforeEach(() => {
    aProcess(1, 0);
    aProcess(2, 0, { namespace: 'machine' });
  });

  it('is, for an agent in a container, that of the process that started the container', () => {
    aProcess(50, 1, { namespace: 'node' });
    aProcess(60, 50, { namespace: 'own' });
    aProcess(70, 60, { namespace: 'own' });
    expect(runtimeProcess(proc, 70)).toBe(50);
    expect(hostMountNamespace(proc, 70)).toBe(inode('node'));
  });

  it('is, for an agent in a mount namespace that somebody made in a shell, that of the machine', () => {
    aProcess(50, 1, { namespace: 'machine' });
    aProcess(60, 50, { namespace: 'own', cgroup: 'machine' });
    aProcess(70, 60, { namespace: 'own', cgroup: 'test' });
    expect(runtimeProcess(proc, 70)).toBeUndefined();
    expect(hostMountNamespace(proc, 70)).toBe(inode('machine'));
  });

  it('is, for an agent of the host, that of the machine', () => {
    aProcess(50, 1, { namespace: 'machine' });
    aProcess(60, 50, { namespace: 'machine' });
    expect(runtimeProcess(proc, 60)).toBeUndefined();
    expect(hostMountNamespace(proc, 60)).toBe(inode('machine'));
  });
});
