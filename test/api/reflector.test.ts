import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kube } from '../../src/kube/client';
import { Reflector, type Change, type ReflectorOptions, type Sign } from '../../src/kube/reflector';
import type { Attempt } from '../../src/kube/transport';
import type { ApiObject } from '../../src/kube/watch-stream';
import { waitFor } from '../support/wait';
import { clock, openBench, type Bench } from './support/bench';
import type { Fault, Seen } from './support/fault-proxy';

interface Thing extends ApiObject {
  readonly data?: Readonly<Record<string, string>>;
}

const COLLECTION = '/api/v1/namespaces/default/configmaps';
/** As in production, but for what would take minutes. */
const QUICK = { watch: [60_000, 60_000], silence: 1000, relist: 3_600_000, pace: { first: 200, most: 3000 }, sound: 2000 } as const;

let bench: Bench;
let kube: Kube;
const attempts: Attempt[] = [];
const open: Reflector<Thing>[] = [];

beforeAll(async () => {
  bench = await openBench();
  kube = await bench.client({ observe: (attempt) => attempts.push(attempt) });
}, 120_000);

afterAll(() => bench.close(), 60_000);

afterEach(async () => {
  bench.proxy.fault = () => undefined;
  bench.proxy.cut();
  await Promise.all(open.splice(0).map((reflector) => reflector.stop()));
  await bench.kubectl(['delete', 'configmaps', '--namespace', 'default', '--all', '--wait=false']);
}, 60_000);

interface Watched {
  readonly reflector: Reflector<Thing>;
  readonly changes: string[];
  readonly signs: Partial<Record<Sign, number>>;
  /** A copy of the collection that follows what is told, and nothing else. */
  readonly told: Map<string, string>;
  /** Requests for the collection since the reflector began. */
  requests(): readonly Seen[];
}

function watch(options: Partial<ReflectorOptions<Thing>> = {}): Watched {
  const changes: string[] = [];
  const signs: Partial<Record<Sign, number>> = {};
  const told = new Map<string, string>();
  const from = bench.proxy.seen.length;
  const reflector = new Reflector<Thing>({
    clock,
    transport: kube.transport,
    path: COLLECTION,
    labelSelector: 'watched=yes',
    keep: ({ metadata: { name, namespace, uid, resourceVersion }, ...rest }) => ({ metadata: { name, ...(namespace !== undefined && { namespace }), uid, resourceVersion }, ...('data' in rest && { data: rest.data as Record<string, string> }) }),
    onChange: (change) => follow(change, changes, told),
    onSign: (sign) => (signs[sign] = (signs[sign] ?? 0) + 1),
    ...options,
    times: { ...QUICK, ...options.times },
  });
  open.push(reflector);
  reflector.start();
  return { reflector, changes, signs, told, requests: () => bench.proxy.seen.slice(from).filter(({ path, method }) => path === COLLECTION && method === 'GET') };
}

function follow({ kind, key, object }: Change<Thing>, changes: string[], told: Map<string, string>): void {
  changes.push(`${kind} ${key}`);
  if (kind === 'Deleted') told.delete(key);
  else told.set(key, object.data?.['value'] ?? '');
}

/** Straight at the API server: no fault touches what the test itself does. */
async function put(values: Readonly<Record<string, string>>): Promise<void> {
  const items = Object.entries(values).map(([name, value]) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default', labels: { watched: 'yes' } }, data: { value } }));
  await bench.kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
}

async function remove(...names: readonly string[]): Promise<void> {
  await bench.kubectl(['delete', 'configmap', '--namespace', 'default', '--wait=false', ...names]);
}

/** What really is there, by the administrator's own list. */
async function real(): Promise<Record<string, string>> {
  const list = JSON.parse(await bench.kubectl(['get', 'configmaps', '--namespace', 'default', '-l', 'watched=yes', '-o', 'json'])) as { items: readonly Thing[] };
  return Object.fromEntries(list.items.map(({ metadata, data }) => [`default/${metadata.name}`, data?.['value'] ?? '']));
}

/** Nothing is lost: cache and what was told are both what the administrator's list says. */
async function expectComplete({ reflector, told }: Watched): Promise<void> {
  const truth = await real();
  const cache = (): Record<string, string> => Object.fromEntries([...reflector.values()].map(({ metadata, data }) => [`default/${metadata.name}`, data?.['value'] ?? '']));
  const same = (a: object, b: object): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
  await waitFor('the cache to hold what is there', () => same(cache(), truth) && same(Object.fromEntries(told), truth), { timeout: 20_000 }).catch(() => undefined);
  expect(cache()).toEqual(truth);
  expect(Object.fromEntries(told)).toEqual(truth);
}

const ERROR = (code: number): Fault => ({
  kind: 'answer', status: 200,
  body: `${JSON.stringify({ type: 'ERROR', object: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message: 'test', code } })}\n`,
});

describe('in fair weather', () => {
  it('tells what is there, then what changes, and drops what is not kept', async () => {
    await put({ a: '1', b: '1' });
    const watched = watch();
    await watched.reflector.whenSynced();
    expect(watched.changes.sort()).toEqual(['Added default/a', 'Added default/b']);
    await put({ a: '2', c: '1' });
    await remove('b');
    await waitFor('the changes', () => watched.changes.length >= 5);
    expect(watched.changes.slice(2).sort()).toEqual(['Added default/c', 'Deleted default/b', 'Modified default/a']);
    await expectComplete(watched);
    expect(JSON.stringify([...watched.reflector.values()])).not.toContain('managedFields');
    expect(watched.reflector.isFresh()).toBe(true);
    expect(watched.requests().map((seen) => seen.watch)).toEqual([false, true]);
    const query = watched.requests()[1]?.query;
    expect([query?.get('allowWatchBookmarks'), query?.get('labelSelector'), query?.get('timeoutSeconds')]).toEqual(['true', 'watched=yes', '60']);
  }, 30_000);

  it('lists page by page', async () => {
    await put(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`many-${at}`, 'x'])));
    const watched = watch();
    await watched.reflector.whenSynced();
    expect(watched.reflector.size).toBe(600);
    expect(watched.requests().filter((seen) => !seen.watch)).toHaveLength(3);
  }, 90_000);

  it('goes on from the last version when a watch has ended, without a list', async () => {
    const watched = watch({ times: { watch: [4000, 5000] } });
    await watched.reflector.whenSynced();
    await sleep(7000);
    await put({ a: '1' });
    await expectComplete(watched);
    expect(watched.signs).toMatchObject({ list: 1 });
    expect(watched.signs.watch).toBeGreaterThan(1);
  }, 30_000);

  it('lists again after the time for that, and finds what no watch has told', async () => {
    await put({ a: '1', b: '1', c: '1' });
    const watched = watch({ times: { watch: [1000, 1000], relist: 2500 } });
    await watched.reflector.whenSynced();
    bench.proxy.fault = (seen) => (seen.watch ? { kind: 'silent', begun: true } : undefined); // watches that say nothing of what happens
    bench.proxy.cut();
    await put({ a: '2', d: '1' });
    await remove('b', 'c');
    await put({ c: 'of another uid' });
    await expectComplete(watched);
    expect(watched.changes.slice(3).sort()).toEqual(['Added default/c', 'Added default/d', 'Deleted default/b', 'Deleted default/c', 'Modified default/a']);
  }, 40_000);

  it('tells a change again that was not taken', async () => {
    const taken: string[] = [];
    let refuse = true;
    const watched = watch({
      times: { watch: [1000, 1000] },
      onChange: ({ kind, key }) => {
        if (refuse) throw new Error('the queue is full');
        taken.push(`${kind} ${key}`);
      },
    });
    await put({ a: '1' });
    await waitFor('the failure', () => watched.signs['change-failed']);
    expect(watched.reflector.get('default/a')).toBeDefined();
    refuse = false;
    await waitFor('the change to be told again', () => taken.length > 0, { timeout: 10_000 });
    await sleep(3000);
    expect(taken).toEqual(['Added default/a']);
  }, 30_000);
});

describe('when the API server or the way to it fails', () => {
  /** In 10 s, with waits of 100 ms to 3 s: 200, 400, 800, 1600, 3000 … at most, half of that at least; a list is tried now and then. */
  const MOST_REQUESTS = 16;

  const FAILURES: readonly (readonly [string, (seen: Omit<Seen, 'fault'>) => Fault | undefined, Sign])[] = [
    ['closes each watch at once', (seen) => (seen.watch ? { kind: 'answer', status: 200, body: '' } : undefined), 'watch'],
    ['ends each watch with ERROR 410', (seen) => (seen.watch ? ERROR(410) : undefined), 'expired'],
    ['ends each watch with ERROR 500', (seen) => (seen.watch ? ERROR(500) : undefined), 'failed'],
    ['answers everything with 410', () => ({ kind: 'answer', status: 410 }), 'expired'],
    ['answers everything with 500', () => ({ kind: 'answer', status: 500 }), 'failed'],
    ['answers everything with 429', () => ({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } }), 'failed'],
    ['drops every connection', () => ({ kind: 'drop' }), 'failed'],
    ['sends what is no JSON', (seen) => (seen.watch ? { kind: 'answer', status: 200, body: '{"type":"ADDED","object":{"metad\n' } : undefined), 'bad-line'],
    ['sends an event of no object', (seen) => (seen.watch ? { kind: 'answer', status: 200, body: '{"type":"ADDED","object":null}\n' } : undefined), 'bad-line'],
    ['is silent after it took a watch', (seen) => (seen.watch ? { kind: 'silent', begun: true } : undefined), 'silent'],
    ['cuts each answer after 300 bytes', (seen) => (seen.watch ? { kind: 'truncate', bytes: 300 } : undefined), 'watch'],
  ];

  it.each(FAILURES)('loses nothing and does not spin: it %s', async (_, fault, sign) => {
    await put({ a: '1', b: '1' });
    const watched = watch({ times: { watch: [2000, 2000] } });
    await watched.reflector.whenSynced();
    await waitFor('a watch', () => watched.signs.watch);
    bench.proxy.fault = (seen) => (seen.path === COLLECTION ? fault(seen) : undefined);
    bench.proxy.cut();
    const before = watched.requests().length;
    const met = watched.signs[sign] ?? 0;
    const churn = churnFor(10_000);
    await sleep(10_000);
    const during = watched.requests().slice(before);
    const count = during.length;
    expect(watched.signs[sign] ?? 0).toBeGreaterThan(met);
    expect(count).toBeGreaterThan(1); // it goes on trying
    expect(count).toBeLessThanOrEqual(MOST_REQUESTS);
    // What was lost is found by a list each time; what can be gone on with is not listed each time.
    const lists = during.filter((seen) => !seen.watch).length;
    if (sign === 'expired' || sign === 'bad-line') expect(lists).toBeGreaterThan(count / 3);
    else if (sign === 'watch' || sign === 'silent') expect(lists).toBeLessThan(count / 3);
    bench.proxy.fault = () => undefined;
    bench.proxy.cut();
    await churn;
    await expectComplete(watched);
    await waitFor('a fresh reflector', () => watched.reflector.isFresh(1), { timeout: 10_000 });
  }, 60_000);

  it('is not fresh, and says 401, when its token is no longer valid; and is again with a new one', async () => {
    await put({ a: '1' });
    const watched = watch();
    await watched.reflector.whenSynced();
    await waitFor('a watch', () => watched.signs.watch);
    writeFileSync(bench.tokenFile, 'revoked');
    bench.proxy.cut();
    const from = attempts.length;
    await sleep(3000);
    expect(watched.reflector.isFresh(2000)).toBe(false);
    expect(watched.reflector.synced).toBe(true);
    expect(attempts.slice(from).filter(({ code, resource }) => code === '401' && resource === 'configmaps').length).toBeGreaterThan(1);
    writeFileSync(bench.tokenFile, await bench.token());
    await put({ a: '2' });
    await expectComplete(watched);
    await waitFor('a fresh reflector', () => watched.reflector.isFresh(2000), { timeout: 10_000 });
  }, 40_000);

  it('loses nothing in half a minute of everything at random', async () => {
    const watched = watch({ times: { watch: [500, 3000], relist: 5000, pace: { first: 50, most: 500 } } });
    await watched.reflector.whenSynced();
    const faults: readonly (Fault | undefined)[] = [
      undefined, undefined, ERROR(410), ERROR(500), { kind: 'drop' }, { kind: 'silent', begun: true }, { kind: 'truncate', bytes: 700 },
      { kind: 'delay', milliseconds: 700 }, { kind: 'answer', status: 500 }, { kind: 'answer', status: 410 }, { kind: 'answer', status: 200, body: 'x\n' },
    ];
    bench.proxy.fault = (seen) => (seen.path === COLLECTION && seen.watch ? faults[Math.floor(Math.random() * faults.length)] : undefined);
    const cuts = setInterval(() => bench.proxy.cut(), 1700);
    await churnFor(30_000);
    clearInterval(cuts);
    bench.proxy.fault = () => undefined;
    bench.proxy.cut();
    await expectComplete(watched);
    expect(Object.keys(watched.signs).sort()).toEqual(expect.arrayContaining(['event', 'expired', 'failed', 'list', 'watch']));
  }, 90_000);
});

/** Creates, changes, deletes and makes again for so long; the same names come back with other uids. */
async function churnFor(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  for (let round = 0; Date.now() < end; round++) {
    const some = Array.from({ length: 6 }, (_, at) => `churn-${(round + at) % 9}`);
    await put(Object.fromEntries(some.map((name) => [name, String(round)])));
    await remove(...some.slice(0, 3));
    await sleep(300);
  }
}
