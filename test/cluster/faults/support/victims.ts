import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerCgroups, isFrozen } from '../../../support/cgroup';
import { createCounts, readCount } from '../../../support/counts';
import { waitFor } from '../../../support/wait';
import type { Namespace } from '../../support/cluster';
import { CGROUP_ROOT } from '../../support/place';

/** A pod that attacks itself when it is told to, and counts what came of it, all in a folder of this machine: no API server is needed to watch it. */
export interface Victim {
  readonly name: string;
  readonly uid: string;
  /** Lets it drop a program and start it; soon, without anybody being asked. */
  readonly attack: () => void;
  /** What the programs that it dropped did; 0: not even their first instructions. */
  readonly count: () => bigint;
  /** Exit codes of the programs that it dropped; 137: killed. */
  readonly ends: () => readonly number[];
  /** When its first container last did anything: milliseconds since 1970; 0: never. */
  readonly lastSign: () => number;
  readonly frozen: () => boolean;
  /** Ends what it dropped, and counts from 0 again. */
  readonly clean: () => Promise<void>;
}

/** Its program: a sign of life twice a second, and an attack where the file `go` lies in its folder. */
const SCRIPT = [
  'n=0; sign=/shared/alive; [ ! -e $sign ] || sign=/shared/again',
  'while :; do n=$((n+1)); echo $n > $sign',
  'if [ -e /shared/end ]; then for p in /proc/[0-9]*; do case $(readlink $p/exe) in /tmp/dropped-*) kill -9 ${p#/proc/};; esac; done; rm /shared/end; fi',
  'if [ -e /shared/go ]; then rm /shared/go; (cp /bin/counter /tmp/dropped-$n; /tmp/dropped-$n /shared/counter; echo $? >> /shared/ends) & fi',
  'sleep 0.5; done',
].join('\n');

export interface VictimsOptions {
  readonly namespace: Namespace;
  /** A folder of this machine, in which each pod gets one. */
  readonly folder: string;
  /** Of the Deployment; its pods have the label `app` with this value. */
  readonly name: string;
  readonly replicas: number;
  /** Of the pods; default 0: they are killed at once. */
  readonly grace?: number;
}

/** A Deployment of such pods, all of them alive. */
export async function startVictims(options: VictimsOptions): Promise<readonly Victim[]> {
  const { namespace, name, replicas } = options;
  mkdirSync(options.folder, { recursive: true });
  await namespace.kubectl(['apply', '--filename', '-'], { input: JSON.stringify(manifest(options)) });
  await namespace.kubectl(['rollout', 'status', `deployment/${name}`, '--timeout=200s'], { timeout: 210_000 });
  const pods = await podsOf(namespace, `app=${name}`);
  if (pods.length !== replicas) throw new Error(`${pods.length} pods instead of ${replicas}`);
  const victims = pods.map((pod) => victimOf(options.folder, pod));
  await waitFor('all of them to give signs of life', () => victims.every(({ lastSign }) => lastSign() > 0), { timeout: 30_000, interval: 50 });
  return victims;
}

function manifest({ folder, name, replicas, grace = 0 }: VictimsOptions): object {
  const container = {
    ...{ name: 'web', image: 'e2e.local/base:1', imagePullPolicy: 'Never', command: ['sh', '-c', SCRIPT] },
    env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    volumeMounts: [{ name: 'folder', mountPath: '/shared', subPathExpr: '$(POD)' }],
  };
  const spec = { terminationGracePeriodSeconds: grace, containers: [container], volumes: [{ name: 'folder', hostPath: { path: folder } }] };
  return {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } },
    spec: { replicas, selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec } },
  };
}

interface Pod {
  readonly metadata: { readonly name: string; readonly uid: string; readonly deletionTimestamp?: string };
  readonly status: { readonly containerStatuses?: readonly { readonly containerID: string }[] };
}

async function podsOf(namespace: Namespace, selector: string): Promise<readonly Pod[]> {
  const { stdout } = await namespace.kubectl(['get', 'pods', `--selector=${selector}`, '--output=json']);
  return (JSON.parse(stdout) as { readonly items: readonly Pod[] }).items.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

function victimOf(folder: string, { metadata: { name, uid }, status }: Pod): Victim {
  const own = (file: string): string => join(folder, name, file);
  const container = (status.containerStatuses?.[0]?.containerID ?? '').replace('containerd://', '');
  const cgroups = containerCgroups(join(CGROUP_ROOT, 'kubepods/besteffort', `pod${uid}`, container));
  createCounts(own('counter'));
  return {
    ...{ name, uid },
    attack: () => writeFileSync(own('go'), ''),
    count: () => readCount(own('counter')),
    ends: () => (existsSync(own('ends')) ? readFileSync(own('ends'), 'utf8').split('\n').filter(Boolean).map(Number) : []),
    lastSign: () => (existsSync(own('alive')) ? statSync(own('alive')).mtimeMs : 0),
    frozen: () => isFrozen(cgroups),
    clean: async () => {
      writeFileSync(own('end'), '');
      await waitFor('the end of what it dropped', () => !existsSync(own('end')));
      rmSync(own('ends'), { force: true });
      createCounts(own('counter'));
    },
  };
}

/** Waits for a sign of life that is given from now on. */
export async function untilAlive({ name, lastSign }: Victim, timeout = 15_000): Promise<void> {
  const before = lastSign();
  await waitFor(`a sign of life of ${name}`, () => lastSign() > before, { timeout, interval: 50 });
}

export async function untilFrozen({ name, frozen }: Victim, timeout = 15_000): Promise<void> {
  await waitFor(`the freeze of ${name}`, frozen, { timeout, interval: 20 });
}
