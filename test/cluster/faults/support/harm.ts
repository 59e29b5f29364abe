import { readFileSync } from 'node:fs';
import { waitFor } from '../../../support/wait';
import { crictl, daemonPid, innode, restartDaemons } from '../../support/cluster';
import { HOME } from '../../support/product';

// What befalls a cluster. Everything here is undone by its counterpart, or by `mend`.

const TABLE = 'inet stasis_faults';

/** No packet of any pod reaches the API server any more: not refused, lost. What else is on the node still reaches it. */
export async function cutApiServer(): Promise<void> {
  await innode(['nft', '--file', '-'], { input: `table ${TABLE} {\n chain input {\n type filter hook input priority 0\n iifname "cni0" tcp dport 6443 drop\n }\n}\n` });
}

export async function joinApiServer(): Promise<void> {
  await innode(['nft', '--file', '-'], { input: `add table ${TABLE}\ndelete table ${TABLE}\n` });
}

/** Everything runs and reaches everything again. */
export async function mend(): Promise<void> {
  await joinApiServer();
  await restartDaemons();
}

export const PARTS = ['operator', 'agent', 'containerd', 'kubelet', 'etcd', 'kube-apiserver'] as const;
export type Part = (typeof PARTS)[number];

/** Ends a part of the product or of the node by SIGKILL, everywhere it runs, and resolves when it runs again. */
export async function killPart(part: Part): Promise<void> {
  if (part !== 'operator' && part !== 'agent') {
    process.kill(daemonPid(part), 'SIGKILL');
    await waitFor(`the end of ${part}`, () => hasEnded(daemonPid(part)));
    return restartDaemons();
  }
  const before = await pidsOf(part);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  const others = async (): Promise<boolean> => (await pidsOf(part)).filter((pid) => !before.includes(pid)).length >= before.length;
  await waitFor(`the ${part} to be started again`, others, { timeout: 90_000, interval: 300 });
}

function hasEnded(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** Of the first processes of its containers, in this machine's numbers. */
export async function pidsOf(part: 'operator' | 'agent'): Promise<readonly number[]> {
  const { stdout } = await crictl(['ps', '--quiet', '--state=running', `--name=^${part}$`, `--label=io.kubernetes.pod.namespace=${HOME}`]);
  const pids = stdout.split('\n').filter(Boolean).map(async (id) => Number((await crictl(['inspect', '--output=go-template', '--template={{.info.pid}}', id])).stdout));
  return Promise.all(pids);
}
