import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../support/wait';
import type { Namespace } from './cluster';
import { STATE } from './place';

/** Its counters, in files of a volume of the pod: the image's program that it uses, and the one that it brings along. */
export type Counter = 'tool' | 'miner';

/** A pod with one container, "app", in which an intruder gets a shell. */
export interface Victim {
  readonly name: string;
  readonly uid: string;
}

/** What it types, one after the other: its counter `tool` has begun when the foreign program `miner` starts. */
const INTRUSION = 'counter /shared/tool & while cmp -s /shared/tool /shared/miner; do sleep 0.05; done; cp /bin/counter /tmp/miner; exec /tmp/miner /shared/miner';
const FILES = 'for f in tool miner; do dd if=/dev/zero of=/shared/$f bs=4096 count=1; done; exec sleep 1000000';

/** `action`: the label by which a policy of objects/counters.yaml selects it. Resolves when it runs. */
export async function startVictim(namespace: Namespace, name: string, action: 'Freeze' | 'Kill'): Promise<Victim> {
  const container = { name: 'app', image: 'e2e.local/base:1', imagePullPolicy: 'Never', command: ['sh', '-c', FILES], volumeMounts: [{ name: 'shared', mountPath: '/shared' }] };
  const spec = { terminationGracePeriodSeconds: 0, containers: [container], volumes: [{ name: 'shared', emptyDir: {} }] };
  await namespace.kubectl(['apply', '--filename', '-'], { input: JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name, labels: { action } }, spec }) });
  await namespace.kubectl(['wait', `pod/${name}`, '--for=condition=Ready', '--timeout=60s'], { timeout: 70_000 });
  const { stdout: uid } = await namespace.kubectl(['get', 'pod', name, '--output=jsonpath={.metadata.uid}']);
  const victim = { name, uid };
  await waitFor('its files', () => readCounter(victim, 'miner') === 0n, { timeout: 20_000, interval: 100 });
  return victim;
}

/** Read on the node, where the volume is: nothing in the pod is asked. Undefined: there is no such file yet. */
export function readCounter({ uid }: Victim, counter: Counter): bigint | undefined {
  try {
    return readFileSync(join(STATE, 'var/lib/kubelet/pods', uid, 'volumes/kubernetes.io~empty-dir/shared', counter)).readBigUInt64LE(0);
  } catch {
    return undefined;
  }
}

/** Whether it counts on within a second. */
export async function counts(victim: Victim, counter: Counter): Promise<boolean> {
  const before = readCounter(victim, counter);
  return waitFor('the counter to move', () => readCounter(victim, counter) !== before, { timeout: 1000 }).catch(() => false);
}

/** Resolves when the shell has ended, or after a while: one that is frozen does not answer. */
export async function intrude(namespace: Namespace, { name }: Victim): Promise<void> {
  await Promise.race([namespace.kubectl(['exec', name, '--', 'sh', '-c', INTRUSION], { accept: [0, 1, 137, 143], timeout: 120_000 }).catch(() => undefined), sleep(3000)]);
}
