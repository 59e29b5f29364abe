import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { KernelError } from './kernel-error';

/**
 * The process that started this one's container, or a process that it descends from, in the mount namespace of container
 * runtimes. Undefined: this process is in no container, at most in a mount namespace that somebody made in a shell.
 */
export function runtimeProcess(proc = '/proc', self = process.pid): number | undefined {
  const own = namespaceInode(`${proc}/${self}/ns/mnt`);
  let first = self;
  for (let pid = parentOf(proc, self); own !== undefined && pid > 1; pid = parentOf(proc, pid)) {
    const other = namespaceInode(`${proc}/${pid}/ns/mnt`);
    // Who makes a container puts its first process into a cgroup of its own.
    if (other !== undefined && other !== own) return readText(`${proc}/${pid}/cgroup`) === readText(`${proc}/${first}/cgroup`) ? undefined : pid;
    first = pid;
  }
  return undefined;
}

/** 0: not known. */
function parentOf(proc: string, pid: number): number {
  return Number(/^PPid:\t(\d+)$/m.exec(readText(`${proc}/${pid}/status`))?.[1] ?? 0);
}

/** Inode number of the mount namespace that the host's own processes, and container runtimes, live in. */
export function hostMountNamespace(proc = '/proc', self = process.pid): bigint {
  if (readText(`${proc}/2/comm`) !== 'kthreadd') {
    throw new KernelError({ code: 'host', operation: 'find the host\'s mount namespace', reason: 'this process does not see the host\'s processes (hostPID)' });
  }
  // A node may be in a mount namespace of its own, below that of the machine.
  const runtime = runtimeProcess(proc, self);
  const its = runtime === undefined ? undefined : namespaceInode(`${proc}/${runtime}/ns/mnt`);
  if (its !== undefined) return its;
  // Hardened hosts let nobody look into process 1. kthreadd never leaves the first mount namespace, which is init's on all but
  // exotic hosts.
  return namespaceInode(`${proc}/1/ns/mnt`) ?? firstNamespace(proc);
}

function firstNamespace(proc: string): bigint {
  const inode = namespaceInode(`${proc}/2/ns/mnt`);
  if (inode === undefined) throw new KernelError({ code: 'host', operation: 'read the host\'s mount namespace', reason: 'it takes CAP_SYS_PTRACE' });
  return inode;
}

function namespaceInode(path: string): bigint | undefined {
  try {
    return statSync(path, { bigint: true }).ino;
  } catch {
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

export function drawSalt(): bigint {
  return randomBytes(8).readBigUInt64LE();
}

/** A device number as the kernel has it in `s_dev`, from that of stat(2). */
export function kernelDevice(device: bigint): number {
  const major = ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn);
  const minor = (device & 0xffn) | ((device >> 12n) & ~0xffn);
  return Number(((major << 20n) | (minor & 0xfffffn)) & 0xffffffffn);
}
