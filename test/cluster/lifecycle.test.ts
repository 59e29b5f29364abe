import type { ChildProcess } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { containerCgroups, freeze, isFrozen } from '../support/cgroup';
import { run, type Outcome } from '../support/command';
import { openSession, type Session } from '../support/session';
import { apply, clusterUp, daemonPid, kubectl, type CgroupView } from './support/cluster';
import { BIN, CGROUP_ROOT, HARNESS, STATE } from './support/place';
import { traces, type Traces } from './support/traces';

jest.setTimeout(30_000); // a busy machine starts programs late

const DAEMONS = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'containerd', 'kubelet', 'kube-proxy', 'coredns'];
const PODS = `${CGROUP_ROOT}/kubepods`;

let before: Traces;

beforeAll(() => {
  if (existsSync(STATE)) throw new Error('A test cluster runs; these tests start and stop their own: "make cluster-down" first');
  before = traces();
});

afterAll(() => down(), 60_000);

function up(view: CgroupView): Promise<Outcome> {
  return run('env', [`CGROUP_VIEW=${view}`, join(HARNESS, 'up.sh')], { timeout: 150_000 });
}

function down(): Promise<Outcome> {
  return run(join(HARNESS, 'down.sh'), [], { timeout: 60_000 });
}

/** Two pods that run; the test freezes what is in them. */
async function startPods(): Promise<void> {
  const pod = (name: string): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec: {containers: [{name: busy, image: 'e2e.local/base:1', imagePullPolicy: Never, command: [sh, -c, 'while :; do sleep 0.1; done']}]}`;
  await apply(pod('one') + pod('two'));
  await kubectl(['wait', '--for=condition=Ready', 'pod/one', 'pod/two', '--timeout=60s'], { timeout: 70_000 });
}

describe.each(['hybrid', 'v2'] as const)('a cluster with the %s view', (view) => {
  it('starts', async () => {
    const { stderr } = await up(view);
    expect(stderr).toContain('node node1 is Ready');
    expect(await clusterUp()).toBe(view);
  }, 180_000);

  it('starts nothing when it is started again', async () => {
    const pids = DAEMONS.map(daemonPid);
    await up(view);
    expect(DAEMONS.map(daemonPid)).toEqual(pids);
  }, 60_000);

  it('does not take another view while it runs', async () => {
    await expect(up(view === 'v2' ? 'hybrid' : 'v2')).rejects.toThrow('make cluster-down first');
  });

  it('leaves nothing on the machine, with pods frozen', async () => {
    await startPods();
    const pods = await podCgroups();
    for (const { unified, freezer } of pods) await freeze({ unified, freezer: view === 'v2' ? undefined : freezer });
    expect(pods.map(isFrozen)).toEqual([true, true]);
    await down();
    expect(traces()).toEqual(before);
  }, 180_000);
});

it('is ended, with the shims of its containers, when its state was wiped under it, and nobody else is', async () => {
  const session = openSession();
  try {
    await up('hybrid');
    await startPods();
    const other = otherCluster(session);
    // They write into it all the time, so that it cannot be removed while they run.
    await run('sh', ['-c', 'umount --lazy "$0"/ns/mnt "$0"/ns/net "$0"/ns; mv "$0" "$0.wiped"', STATE]);
    await down();
    await run('rm', ['-rf', `${STATE}.wiped`]);
    expect(other.exitCode).toBeNull();
    expect(other.signalCode).toBeNull();
  } finally {
    await session.close();
  }
  expect(traces()).toEqual(before);
}, 240_000);

/** A daemon of a cluster that has the same programs by a link, in a mount namespace of its own. */
function otherCluster(session: Session): ChildProcess {
  const { directory } = session;
  symlinkSync(BIN, join(directory, 'bin'));
  const [client, peer] = ['client', 'peer'].map((name) => `unix://${join(directory, name)}`) as [string, string];
  const urls = ['--listen-client-urls', client, '--advertise-client-urls', client, '--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`];
  return session.start('unshare', ['--mount', join(directory, 'bin/etcd'), '--data-dir', join(directory, 'etcd'), '--log-level', 'error', ...urls], { stdio: 'ignore' });
}

/** Of the two pods, in the order of their names. */
async function podCgroups(): Promise<readonly ReturnType<typeof containerCgroups>[]> {
  const { stdout } = await kubectl(['get', 'pods', '--output=jsonpath={range .items[*]}{.metadata.uid}{"\\n"}{end}']);
  return stdout.trim().split('\n').map((uid) => containerCgroups(join(PODS, 'besteffort', `pod${uid}`)));
}

it('is built already: a second build does nothing', async () => {
  const began = Date.now();
  const { stdout, stderr } = await run(join(HARNESS, 'build.sh'), []);
  expect(stdout + stderr).toBe('');
  expect(Date.now() - began).toBeLessThan(5000);
});
