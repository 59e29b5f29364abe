import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeSensor } from '../../../test/support/fake-sensor';
import { ManualClock } from '../../../test/support/manual-clock';
import type { Containment } from '../../contract/containment';
import { createLogger } from '../../logger';
import { ContainmentKeeper, type KeeperOptions } from './containment-keeper';
import type { Core } from './core';

const CGROUP = 7n;
const facts = { id: 'c1', name: 'app', pod: { namespace: 'shop', name: 'web', uid: 'p1' }, sandbox: false };
const container = { cgroup: { id: CGROUP, directory: '/none', path: '/none' }, facts, bound: true };
const wanted = {
  metadata: { name: 'web-p1', namespace: 'shop', uid: 'u1', finalizers: ['stasis.dev/thaw'] },
  spec: { podRef: { name: 'web', uid: 'p1' }, nodeName: 'n1', containers: ['app'], actions: ['Freeze'] },
} as unknown as Containment;

/** A kernel half in which freezing has no effect that it shows. */
class StubbornSensor extends FakeSensor {
  asked = 0;

  override freeze(): void {
    this.asked += 1;
    if (this.asked > 100) throw new Error('asked again and again'); // else a keeper that never ends would hang the test
  }
}

const added = { kind: 'Added', key: 'shop/web-p1', object: { metadata: { name: 'web-p1', uid: 'u1', resourceVersion: '1' }, read: { ok: true, object: wanted } } } as const;

function keeperOf(sensor: FakeSensor, change: Partial<KeeperOptions> = {}): ContainmentKeeper {
  sensor.adopt(CGROUP);
  const core = { sensor, agent: { containers: { all: () => [container], get: () => container }, causes: { of: () => undefined } } } as unknown as Core;
  return new ContainmentKeeper({
    ...{ clock: new ManualClock(), nodeName: 'n1', bootId: 'boot', stateDirectory: mkdtempSync(join(tmpdir(), 'keeper-')) },
    logger: createLogger({ level: 'error', json: true, sink: { line: () => undefined } as never }),
    core: () => core,
    complete: (known) => known,
    writes: { writeStatus: () => Promise.resolve() } as unknown as KeeperOptions['writes'],
    spec: () => ({ mode: 'Enforce', settings: { allowedActions: { people: ['Freeze', 'Terminate'] }, protected: { namespaces: [], priorityClasses: [] } } }) as unknown as ReturnType<KeeperOptions['spec']>,
    sources: () => ({ isFresh: () => false }) as unknown as ReturnType<KeeperOptions['sources']>,
    stopAtRuntime: () => Promise.resolve(''),
    priorityClassOf: () => undefined,
    pauses: { look: () => undefined, stateOf: () => undefined } as unknown as KeeperOptions['pauses'],
    onChanged: () => undefined,
    onAction: () => undefined,
    ...change,
  });
}

it('asks once, and again with the next look, where a freeze shows no effect', () => {
  const sensor = new StubbornSensor();
  const keeper = keeperOf(sensor);
  keeper.look();
  keeper.onContainment(added);
  expect(sensor.asked).toBe(1);
  keeper.look();
  expect(sensor.asked).toBeGreaterThan(1);
  expect(sensor.asked).toBeLessThan(10);
});

it('says of no container that it was terminated while it could not be killed', async () => {
  const sensor = new FakeSensor();
  const stopped: string[] = [];
  const said: string[] = [];
  const keeper = keeperOf(sensor, {
    sources: () => ({ isFresh: () => true, pods: new Map([['shop/web', { metadata: { name: 'web', namespace: 'shop', uid: 'p1' }, deleting: false }]]), namespaces: new Map() }) as unknown as ReturnType<KeeperOptions['sources']>,
    stopAtRuntime: (id) => Promise.resolve(String(stopped.push(id))),
    writes: { writeStatus: (_: Containment, status: unknown) => Promise.resolve(said.push(JSON.stringify(status))) } as unknown as KeeperOptions['writes'],
  });
  keeper.look();
  const object = { ...wanted, spec: { ...wanted.spec, actions: ['Freeze', 'Terminate'] } } as unknown as Containment;
  keeper.onContainment({ ...added, object: { ...added.object, read: { ok: true, object } } });
  await new Promise((resolve) => setTimeout(resolve, 20)); // cgroup.kill of a folder that is not there fails
  keeper.look();
  expect(sensor.containers()[0]?.contained).toBe(true);
  expect(stopped).toEqual([]);
  expect(said.filter((status) => status.includes('Terminated'))).toEqual([]);
  expect(said.join('')).toContain('Frozen');
});
