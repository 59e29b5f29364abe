import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { readSmallText } from '../../agent/files';
import { findHierarchies } from '../../agent/identity/hierarchy';
import { installedRuntimes } from '../../agent/identity/runtimes';
import { answer, type Check } from './check';

const FLOORS: Readonly<Record<string, readonly [number, number]>> = { x64: [6, 1], arm64: [6, 4] };
const BTF = '/sys/kernel/btf/vmlinux';

/** What the host's files say, without loading anything. */
export function hostChecks(): readonly Check[] {
  return [kernelVersion(), realTimeKernel(), capabilities(), typeInformation(), bpfFileSystem(), cgroups(), securityModules(), runtimes()];
}

function kernelVersion(): Check {
  const version = release();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const floor = FLOORS[process.arch];
  const [floorMajor, floorMinor] = floor ?? [0, 0];
  return answer({
    name: 'kernel',
    yes: floor !== undefined && (major > floorMajor || (major === floorMajor && minor >= floorMinor)),
    proof: `uname says ${version}, ${process.arch}`,
    meaning: 'not below the floor',
    otherwise: {
      health: 'missing',
      meaning: floor === undefined ? 'this processor is not supported' : `below the floor of ${floorMajor}.${floorMinor}: nothing is loaded`,
      remedy: 'Debian 12: linux-image-amd64; Ubuntu 22.04: linux-image-generic-hwe-22.04; then reboot',
    },
  });
}

function realTimeKernel(): Check {
  const realTime = readSmallText('/sys/kernel/realtime', 16)?.trim() === '1';
  return answer({
    name: 'preemption',
    yes: !realTime,
    proof: `/sys/kernel/realtime ${realTime ? 'says 1' : 'does not say 1'}`,
    meaning: 'signals arrive before the next instruction',
    otherwise: { health: 'missing', meaning: 'PREEMPT_RT sends signals from a kernel thread: no promise holds', remedy: 'boot a kernel without PREEMPT_RT' },
  });
}

/** Bits of the capabilities that are used. */
const NEEDED: readonly (readonly [string, number])[] = [
  ['CAP_KILL', 5],
  ['CAP_SYS_ADMIN', 21],
  ['CAP_PERFMON', 38],
  ['CAP_BPF', 39],
];

function capabilities(): Check {
  const digits = /^CapEff:\s*([0-9a-f]+)$/m.exec(readSmallText('/proc/self/status', 1 << 16) ?? '')?.[1] ?? '0';
  const effective = BigInt(`0x${digits}`);
  const missing = NEEDED.filter(([, bit]) => ((effective >> BigInt(bit)) & 1n) === 0n).map(([name]) => name);
  return answer({
    name: 'capabilities',
    yes: missing.length === 0,
    proof: `CapEff is ${digits}`,
    meaning: 'all that are used are there',
    otherwise: { health: 'missing', meaning: `missing: ${missing.join(', ')}`, remedy: 'run as root, or with these capabilities' },
  });
}

function typeInformation(): Check {
  return answer({
    name: 'type information',
    yes: existsSync(BTF),
    proof: `"${BTF}" ${existsSync(BTF) ? 'exists' : 'does not exist'}`,
    meaning: 'one build of the programs fits this kernel',
    otherwise: { health: 'missing', meaning: 'programs cannot be fitted to this kernel', remedy: 'boot a kernel with CONFIG_DEBUG_INFO_BTF=y' },
  });
}

function bpfFileSystem(): Check {
  const mounted = / - bpf /.test(readSmallText('/proc/self/mountinfo', 1 << 22) ?? '');
  return answer({
    name: 'bpf file system',
    yes: mounted,
    proof: `/proc/self/mountinfo ${mounted ? 'lists one' : 'lists none'}`,
    meaning: 'enforcement outlives the agent',
    otherwise: { health: 'degraded', meaning: 'the agent mounts one at its start', remedy: 'mount -t bpf bpf /sys/fs/bpf' },
  });
}

function cgroups(): Check {
  const found = findHierarchies(readSmallText('/proc/self/mountinfo', 1 << 22) ?? '');
  if (!found.ok) return { name: 'cgroups', health: 'missing', proof: '/proc/self/mountinfo', meaning: found.reason, remedy: 'see meaning' };
  const { unified, freezer } = found.hierarchies;
  const layout = freezer === undefined ? `v2 at "${unified}"` : `hybrid: v2 at "${unified}", v1 freezer at "${freezer}"`;
  return { name: 'cgroups', health: 'ok', proof: '/proc/self/mountinfo', meaning: `${layout}; freezes go to the ${freezer === undefined ? 'v2' : 'v1'} freezer` };
}

function securityModules(): Check {
  const list = readSmallText('/sys/kernel/security/lsm', 1024)?.trim();
  return answer({
    name: 'bpf among security modules',
    yes: list?.split(',').includes('bpf') === true,
    proof: list === undefined ? '/sys/kernel/security/lsm cannot be read' : `/sys/kernel/security/lsm says "${list}"`,
    meaning: 'hooks that can refuse an operation exist; no rule of this version needs them',
    otherwise: { health: 'degraded', meaning: 'operations cannot be refused, only answered by Kill or Freeze; no rule of this version needs more', remedy: 'add "bpf" to the kernel\'s lsm= line' },
  });
}

function runtimes(): Check {
  const found = installedRuntimes([]);
  return answer({
    name: 'container runtimes',
    yes: found.length > 0,
    proof: found.length > 0 ? `found ${found.join(', ')}` : 'none in the usual folders',
    meaning: 'every cgroup that they make is a container',
    otherwise: { health: 'degraded', meaning: 'containers are known only by the names of their cgroups', remedy: 'give the agent --runtime FILE' },
  });
}
