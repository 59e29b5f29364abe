import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../../test/support/manual-clock';
import type { RuleSet } from '../../compile/tables';
import type { CgroupId, ContainerState, Freezer } from '../kernel/sensor';
import { Containers, type IdentityFault } from './containers';
import type { StartupGap } from './gaps';
import { cgroupIdOf } from './scan';

const ID = 'c'.repeat(64);
let root: string;
let clock: ManualClock;
let faults: IdentityFault[];
let bound: { cgroup: CgroupId; scope: bigint }[];
let freezers: Freezer[];
let known: ContainerState[];
let containers: Containers;
let gaps: StartupGap[];
let asks: boolean;
/** What the kernel does not take for containers any more. */
const parents = new Set<CgroupId>();

/** Scope with one rule per letter of the container's name and image: tells what the binding knew. */
function scopeOf({ name, image }: { readonly name: string; readonly image: string | undefined }): RuleSet {
  return BigUint64Array.of(BigInt(name.length), BigInt(image?.length ?? 0));
}

function cgroup(path: string): CgroupId {
  mkdirSync(join(root, 'unified', path), { recursive: true });
  const id = cgroupIdOf(join(root, 'unified', path));
  if (id === undefined) throw new Error('not made');
  return id;
}

function bundle(id: string, annotations: Readonly<Record<string, string>>): void {
  const directory = join(root, 'containerd/io.containerd.runtime.v2.task/k8s.io', id);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'config.json'), JSON.stringify({ annotations }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'containers-'));
  clock = new ManualClock();
  [faults, bound, freezers, known, gaps, asks] = [[], [], [], [], [], false];
  parents.clear();
  containers = new Containers({
    sensor: {
      has: (id) => !parents.has(id),
      adopt: () => 1,
      bind: (cgroup, scope) => void bound.push({ cgroup, scope: (scope[0] ?? 0n) * 1000n + (scope[1] ?? 0n) }),
      mark: () => undefined,
      watchFreezer: (_, freezer) => void freezers.push(freezer),
      containers: () => known,
      seed: () => undefined,
    },
    hierarchies: { unified: join(root, 'unified'), freezer: join(root, 'freezer') },
    paths: { proc: join(root, 'proc'), containerdStates: [join(root, 'containerd')], runcRoots: [join(root, 'runc')] },
    clock,
    scopeOf,
    marksOf: undefined,
    ask: () => asks,
    waitsForAnswers: () => true,
    onBound: () => undefined,
    onGone: () => undefined,
    onGap: (gap) => void gaps.push(gap),
    onFault: (fault) => void faults.push(fault),
  });
});
afterEach(() => {
  containers.close();
  rmSync(root, { recursive: true });
});

it('binds a new container from its bundle at once', () => {
  bundle(ID, { 'io.kubernetes.cri.container-name': 'app', 'io.kubernetes.cri.image-name': 'web' });
  const id = cgroup(`kubepods/${ID}`);
  containers.made(id, `/kubepods/${ID}`, 1);
  expect(bound).toEqual([{ cgroup: id, scope: 3003n }]);
});

it('binds later when the bundle comes later', () => {
  const id = cgroup(ID);
  containers.made(id, `/${ID}`, 1);
  expect(bound).toEqual([]);
  bundle(ID, { 'io.kubernetes.cri.container-name': 'app' });
  clock.advance(10);
  expect(bound).toEqual([{ cgroup: id, scope: 3000n }]);
  clock.advance(10_000);
  expect(bound).toHaveLength(1);
});

it('binds by id when no bundle is ever found, and counts it', () => {
  containers.made(cgroup(ID), `/${ID}`, 1);
  clock.advance(5000);
  expect(bound).toHaveLength(1);
  expect(faults).toEqual(['bundleMissing']);
});

it('does not take a cgroup for a container that the kernel, which found one below it, does not take for one any more', () => {
  const id = cgroup('pod');
  parents.add(id);
  containers.made(id, '/pod', 1);
  expect([containers.get(id), clock.pending, faults]).toEqual([undefined, 0, []]);
});

it('forgets a container that went, and its timers', () => {
  const id = cgroup(ID);
  containers.made(id, `/${ID}`, 1);
  containers.gone(id);
  expect(clock.pending).toBe(0);
  expect(containers.get(id)).toBeUndefined();
});

it('binds anew when an image name arrives', () => {
  bundle(ID, {});
  const id = cgroup(ID);
  containers.made(id, `/${ID}`, 1);
  containers.learned(id, { image: 'nginx' });
  expect(bound.map(({ scope }) => scope)).toEqual([64000n, 64005n]);
});

it('finds the containers that exist, and binds them only when told', () => {
  bundle(ID, { 'io.kubernetes.cri.container-name': 'app' });
  const id = cgroup(`kubepods/pod/${ID}`);
  cgroup(`kubepods/pod/${ID}/${'e'.repeat(64)}`);
  cgroup('system.slice/ssh.service');
  containers.scan();
  expect(containers.all().map((container) => container.cgroup.id)).toEqual([id]);
  expect(bound).toEqual([]);
  containers.bindAll();
  expect(bound).toEqual([{ cgroup: id, scope: 3000n }]);
});

it('takes over a container that only the kernel knows', () => {
  const id = cgroup('odd/name');
  known.push({ cgroup: id, index: 1, bound: true, contained: false, processes: 1 });
  containers.scan();
  expect(containers.get(id)?.facts.id).toBe('name');
});

it('finds the directory of a container whose path the kernel could not tell', () => {
  const id = cgroup(`deep/${ID}`);
  containers.made(id, '', 1);
  expect(containers.get(id)?.cgroup.path).toBe(`/deep/${ID}`);
});

it('uses the v1 freezer of the same path, and mends it when a process shows another', () => {
  const id = cgroup(ID);
  mkdirSync(join(root, 'freezer', ID), { recursive: true });
  writeFileSync(join(root, 'freezer', ID, 'freezer.state'), 'THAWED\n');
  containers.made(id, `/${ID}`, 1);
  mkdirSync(join(root, 'freezer/other', ID), { recursive: true });
  writeFileSync(join(root, 'freezer/other', ID, 'freezer.state'), 'THAWED\n');
  writeFileSync(join(root, 'unified', ID, 'cgroup.procs'), '42\n');
  mkdirSync(join(root, 'proc/42'), { recursive: true });
  writeFileSync(join(root, 'proc/42/cgroup'), `6:freezer:/other/${ID}\n0::/${ID}\n`);
  clock.advance(1000);
  expect(freezers).toEqual([
    { version: 1, directory: join(root, 'freezer', ID) },
    { version: 1, directory: join(root, 'freezer/other', ID) },
  ]);
});

it('finds the v1 freezer soon when the runtime makes it after the other cgroup', () => {
  const id = cgroup(ID);
  containers.made(id, `/${ID}`, 1);
  mkdirSync(join(root, 'freezer', ID), { recursive: true });
  writeFileSync(join(root, 'freezer', ID, 'freezer.state'), 'THAWED\n');
  clock.advance(10);
  expect(freezers.at(-1)).toEqual({ version: 1, directory: join(root, 'freezer', ID) });
});

it('does not take the v1 cgroup of the runtime’s caller for the container’s freezer', () => {
  const id = cgroup(ID);
  for (const path of [ID, 'caller']) {
    mkdirSync(join(root, 'freezer', path), { recursive: true });
    writeFileSync(join(root, 'freezer', path, 'freezer.state'), 'THAWED\n');
  }
  writeFileSync(join(root, 'unified', ID, 'cgroup.procs'), '42\n');
  mkdirSync(join(root, 'proc/42'), { recursive: true });
  writeFileSync(join(root, 'proc/42/cgroup'), `6:freezer:/caller\n0::/${ID}\n`);
  containers.made(id, `/${ID}`, 1);
  expect(freezers).toEqual([{ version: 1, directory: join(root, 'freezer', ID) }]);
});

it('never freezes the root of the v1 hierarchy', () => {
  const id = cgroup(ID);
  mkdirSync(join(root, 'freezer'));
  writeFileSync(join(root, 'freezer/freezer.state'), '');
  writeFileSync(join(root, 'unified', ID, 'cgroup.procs'), '42\n');
  mkdirSync(join(root, 'proc/42'), { recursive: true });
  writeFileSync(join(root, 'proc/42/cgroup'), '6:freezer:/\n');
  containers.made(id, `/${ID}`, 1);
  expect(freezers).toEqual([{ version: 2, directory: join(root, 'unified', ID) }]);
});

it('takes in a container whose news were lost, when it waits or when the kernel is asked, and forgets what the kernel forgot', () => {
  const waiting = cgroup(ID);
  bundle(ID, { 'io.kubernetes.cri.container-name': 'app' });
  containers.waits(waiting);
  expect(bound).toEqual([{ cgroup: waiting, scope: 3000n }]);

  const quiet = cgroup('d'.repeat(64));
  bundle('d'.repeat(64), { 'io.kubernetes.cri.container-name': 'quiet' });
  known.push({ cgroup: quiet, index: 2, bound: false, contained: false, processes: 1 });
  containers.reconcile();
  expect(bound[1]).toEqual({ cgroup: quiet, scope: 5000n });
  expect(containers.get(waiting)).toBeUndefined();
});

it('declares a bound container again when it waits all the same, so that it is let go', () => {
  bundle(ID, { 'io.kubernetes.cri.container-name': 'app' });
  const id = cgroup(ID);
  containers.made(id, `/${ID}`, 1);
  containers.waits(id);
  expect(bound).toHaveLength(2);
});

it('still knows a container that went, for findings that are read late', () => {
  bundle(ID, { 'io.kubernetes.cri.container-name': 'app' });
  const id = cgroup(ID);
  containers.made(id, `/${ID}`, 1);
  containers.gone(id);
  expect(containers.factsOf(id)?.name).toBe('app');
});

describe('a container that rules select by what only the API tells', () => {
  beforeEach(() => {
    asks = true;
    bundle(ID, { 'io.kubernetes.cri.container-name': 'app' });
  });

  it('is bound when the answer comes, with what it tells', () => {
    const id = cgroup(ID);
    containers.made(id, `/${ID}`, 1);
    containers.waits(id);
    expect(bound).toEqual([]);
    containers.learned(id, { image: 'nginx' });
    expect(bound).toEqual([{ cgroup: id, scope: 3005n }]);
    clock.advance(5000);
    expect([bound.length, gaps]).toEqual([1, []]);
  });

  it('is bound without it after two seconds, which is a gap', () => {
    const id = cgroup(ID);
    containers.made(id, `/${ID}`, 1);
    clock.advance(1999);
    expect(bound).toEqual([]);
    clock.advance(1);
    expect(bound).toEqual([{ cgroup: id, scope: 3000n }]);
    expect(gaps).toEqual(['Unanswered']);
  });

  it('is not asked about again when the answer was there before the first rules', () => {
    const id = cgroup(ID);
    containers.scan();
    containers.learned(id, { image: 'nginx' });
    containers.bindAll();
    expect(bound).toEqual([{ cgroup: id, scope: 3005n }]);
  });
});

it('takes in a container that only its runtime lists, once, and counts the gap', () => {
  const id = cgroup('system.slice/runc-web.scope');
  bundle('web', { 'io.kubernetes.cri.container-name': 'web-app' });
  mkdirSync(join(root, 'runc/web'), { recursive: true });
  const list = (): void => writeFileSync(join(root, 'runc/web/state.json'), JSON.stringify({
    id: 'web',
    cgroup_paths: { '': join(root, 'unified/system.slice/runc-web.scope') },
    config: { labels: [`bundle=${join(root, 'containerd/io.containerd.runtime.v2.task/k8s.io/web')}`] },
  }));
  containers.reconcile();
  expect(bound).toEqual([]);
  list();
  containers.reconcile();
  expect(bound).toEqual([{ cgroup: id, scope: 7000n }]);
  known.push({ cgroup: id, index: 1, bound: true, contained: false, processes: 1 });
  containers.reconcile();
  expect([bound.length, gaps]).toEqual([1, ['Listed']]);
});
