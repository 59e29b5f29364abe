import { statSync } from 'node:fs';
import { ABI, containmentState } from '../../src/agent/kernel/layout.gen';
import { run } from '../support/command';

/** What the kernel's part keeps of a container that is contained: `struct containment` (native/abi/state.h). Times in ns since boot. */
export interface Receipt {
  readonly hit_ns: number;
  readonly frozen_ns: number;
  readonly tgid: number;
  /** System calls that the container's other tasks completed after the hit, and the offender. */
  readonly calls_after: number;
  readonly offender_calls: number;
  readonly revocations: number;
}

/** Reads the receipt out of the kernel, past the agent. `cgroup` is the container's directory in the default hierarchy. */
export async function readReceipt(pinRoot: string, cgroup: string): Promise<Receipt> {
  const map = `${pinRoot}/v${ABI}/state/contained`;
  const { stdout } = await run(process.env['BPFTOOL'] ?? 'bpftool', ['--json', 'map', 'dump', 'pinned', map]);
  const entries = JSON.parse(stdout) as readonly { readonly formatted: { readonly value: Receipt & { readonly cgroup: number; readonly state: number } } }[];
  const id = statSync(cgroup).ino;
  const found = entries.map(({ formatted }) => formatted.value).find((value) => value.cgroup === id && value.state === containmentState.frozen);
  if (found === undefined) throw new Error('The kernel has no receipt of this container');
  return found;
}
