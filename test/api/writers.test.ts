import { setTimeout as sleep } from 'node:timers/promises';
import type { Kube } from '../../src/kube/client';
import { LeaseElector, type ElectorTimes } from '../../src/kube/elector';
import { EventRecorder } from '../../src/kube/recorder';
import { eventSink, leaseStore } from '../../src/kube/stores';
import { waitFor } from '../support/wait';
import { clock, openBench, type Bench } from './support/bench';

let bench: Bench;
let kube: Kube;

beforeAll(async () => {
  bench = await openBench();
  kube = await bench.client({ deadline: 1000 });
}, 120_000);

afterAll(() => bench.close(), 60_000);

describe('leader election', () => {
  const TIMES: ElectorTimes = { lease: 3000, renew: 2000, retry: 400 };
  const names = ['a', 'b'] as const;

  function elector(name: string, log: string[]): LeaseElector {
    const made = new LeaseElector({
      clock, store: leaseStore({ kube, namespace: 'default', name: 'leader', pod: { name, uid: `uid-of-${name}` } }), identity: name, times: TIMES,
      onElected: () => log.push(`${name} elected`),
      onLost: () => log.push(`${name} lost`),
    });
    made.start();
    return made;
  }

  it('has one leader at a time, through a lease held by the API server, and hands over when one stops', async () => {
    const log: string[] = [];
    const [a, b] = names.map((name) => elector(name, log));
    if (a === undefined || b === undefined) throw new Error('no electors');
    await waitFor('a leader', () => a.isLeader() || b.isLeader());
    const [leader, other] = a.isLeader() ? [a, b] : [b, a];
    await sleep(4000);
    expect([leader.isLeader(), other.isLeader(), log.length]).toEqual([true, false, 1]);
    const spec = JSON.parse(await bench.kubectl(['get', 'lease', 'leader', '-o', 'json'])) as { metadata: Record<string, unknown>; spec: Record<string, unknown> };
    expect(spec.spec).toMatchObject({ holderIdentity: log[0]?.split(' ')[0], leaseDurationSeconds: 3, leaseTransitions: 0 });
    const name = leader === a ? 'a' : 'b';
    expect(spec.metadata['ownerReferences']).toEqual([{ apiVersion: 'v1', kind: 'Pod', name, uid: `uid-of-${name}` }]);
    await leader.stop();
    await waitFor('the other one to lead', () => other.isLeader(), { timeout: 2500 });
    await other.stop();
    expect(log.map((line) => line.split(' ')[1])).toEqual(['elected', 'lost', 'elected', 'lost']);
    const released = JSON.parse(await bench.kubectl(['get', 'lease', 'leader', '-o', 'json'])) as { spec: Record<string, unknown> };
    expect(released.spec).toMatchObject({ leaseDurationSeconds: 1, leaseTransitions: 1 });
    expect(released.spec).not.toHaveProperty('holderIdentity');
  }, 40_000);

  it('never has two leaders while the API server is cut off again and again', async () => {
    const log: string[] = [];
    const a = elector('a', log);
    const b = elector('b', log);
    let both = 0;
    const watching = setInterval(() => (both += a.isLeader() && b.isLeader() ? 1 : 0), 5);
    let cut = false;
    const rounds = setInterval(() => {
      cut = !cut;
      bench.proxy.cut();
      bench.proxy.fault = ({ path }) => (cut && path.includes('/leases/') && Math.random() < 0.8 ? { kind: 'silent', begun: false } : undefined);
    }, 2500);
    await sleep(25_000);
    clearInterval(rounds);
    bench.proxy.fault = () => undefined;
    await Promise.all([a.stop(), b.stop()]);
    clearInterval(watching);
    expect(both).toBe(0);
    expect(log.filter((line) => line.endsWith('lost')).length).toBeGreaterThan(1);
  }, 60_000);
});

describe('events', () => {
  interface Listed {
    readonly items: readonly { reason: string; note: string; series?: { count: number }; regarding: { name: string }; reportingController: string; reportingInstance: string }[];
  }

  const list = async (): Promise<Listed['items']> => {
    const text = await bench.kubectl(['get', 'events.v1.events.k8s.io', '-n', 'default', '-o', 'json']);
    return (JSON.parse(text) as Listed).items;
  };

  it('appear in the API server, limited to 25 of one object, with repeats counted in a series', async () => {
    const failures: unknown[] = [];
    const recorder = new EventRecorder({ clock, sink: eventSink(kube, 'example.dev/test', 'pod-1'), onFailed: (error) => failures.push(error) });
    const regarding = (name: string): { apiVersion: string; kind: string; namespace: string; name: string } => ({ apiVersion: 'v1', kind: 'Pod', namespace: 'default', name });
    for (let at = 0; at < 40; at++) recorder.record({ regarding: regarding('noisy'), type: 'Warning', reason: `Reason${at}`, action: 'Try', note: `number ${at}` });
    bench.proxy.fault = ({ path }) => (path.endsWith('/events') ? { kind: 'delay', milliseconds: 100 } : undefined);
    for (let at = 0; at < 7; at++) recorder.record({ regarding: regarding('quiet'), type: 'Normal', reason: 'Again', action: 'Try', note: 'once more' });
    await waitFor('the Events', async () => (await list()).length >= 26, { timeout: 30_000, interval: 500 });
    await sleep(1000);
    const events = await list();
    expect(events.filter((event) => event.regarding.name === 'noisy')).toHaveLength(25);
    expect(events.find((event) => event.regarding.name === 'quiet')).toMatchObject({
      reason: 'Again', note: 'once more', series: { count: 7 }, reportingController: 'example.dev/test', reportingInstance: 'pod-1',
    });
    expect(failures).toEqual([]);
    expect(await bench.kubectl(['get', 'events', '-n', 'default'])).toContain('pod/noisy');
    await recorder.stop();
    bench.proxy.fault = () => undefined;
  }, 60_000);

  it('are counted as repeats on the server when they happen again later', async () => {
    const sink = eventSink(kube, 'example.dev/test', 'pod-1');
    const happening = { regarding: { apiVersion: 'v1', kind: 'Node', name: 'n1' }, type: 'Normal', reason: 'Seen', action: 'Look', note: 'x' } as const;
    const event = { ...happening, name: 'n1.1', namespace: 'default', time: '2026-01-01T00:00:00.000001Z', count: 1, lastTime: '2026-01-01T00:00:00.000001Z' };
    await sink.create(event);
    await sink.repeat({ ...event, count: 5, lastTime: '2026-01-01T00:01:00.000000Z' });
    expect((await list()).find(({ regarding }) => regarding.name === 'n1')?.series).toMatchObject({ count: 5, lastObservedTime: '2026-01-01T00:01:00.000000Z' });
    await expect(sink.repeat({ ...event, name: 'gone' })).rejects.toMatchObject({ code: 404 });
  });
});
