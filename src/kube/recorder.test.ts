import { ManualClock } from '../../test/support/manual-clock';
import { StatusError } from './failure';
import { EventRecorder, type EventRecord, type Happening } from './recorder';

async function turns(): Promise<void> {
  for (let turn = 0; turn < 300; turn++) await Promise.resolve();
}

async function pass(clock: ManualClock, milliseconds: number): Promise<void> {
  for (let at = 0; at < milliseconds; at += 1000) {
    clock.advance(1000);
    await turns();
  }
}

interface Write {
  readonly verb: 'create' | 'repeat';
  readonly event: EventRecord;
}

interface Bench {
  readonly clock: ManualClock;
  readonly recorder: EventRecorder;
  readonly writes: Write[];
  readonly failures: unknown[];
  readonly answers: { next: Error | undefined; dropped: number };
}

function start(): Bench {
  const clock = new ManualClock();
  const writes: Write[] = [];
  const failures: unknown[] = [];
  const answers: Bench['answers'] = { next: undefined, dropped: 0 };
  const write = (verb: Write['verb']) => (event: EventRecord): Promise<void> => {
    writes.push({ verb, event });
    return answers.next === undefined ? Promise.resolve() : Promise.reject(answers.next);
  };
  const recorder = new EventRecorder({
    clock,
    sink: { create: write('create'), repeat: write('repeat') },
    onFailed: (error) => failures.push(error),
    onDropped: () => answers.dropped++,
  });
  return { clock, recorder, writes, failures, answers };
}

function frozen(pod: string, change: Partial<Happening> = {}): Happening {
  const regarding = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: pod, uid: `uid-${pod}` };
  return { regarding, type: 'Warning', reason: 'Frozen', action: 'Freeze', note: 'frozen', ...change };
}

it('writes an Event in the namespace of its object', async () => {
  const { recorder, writes } = start();
  recorder.record(frozen('web-1', { note: '/tmp/x was started' }));
  await turns();
  expect(writes).toHaveLength(1);
  expect(writes[0]?.event).toMatchObject({ namespace: 'shop', reason: 'Frozen', note: '/tmp/x was started', count: 1, time: '2023-11-14T22:13:20.000000Z' });
  expect(writes[0]?.event.name).toMatch(/^web-1\.[0-9a-f]{16}$/);
});

it('writes Events of objects without a namespace to "default", under a name that may be one', async () => {
  const { recorder, writes } = start();
  recorder.record(frozen('x', { regarding: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', name: `System:${'n'.repeat(300)}` } }));
  await turns();
  expect(writes[0]?.event.namespace).toBe('default');
  expect(writes[0]?.event.name).toMatch(/^system-n{193}\.[0-9a-f]{16}$/);
});

it('cuts a note at 1024 bytes between two characters', async () => {
  const { recorder, writes } = start();
  recorder.record(frozen('a', { note: 'é'.repeat(512) }));
  recorder.record(frozen('b', { note: `x${'é'.repeat(600)}` }));
  await turns();
  expect(writes[0]?.event.note).toHaveLength(512);
  expect(writes[1]?.event.note).toBe(`x${'é'.repeat(509)}…`);
});

it('counts what happens again in one series, written every 30 seconds with the right count and time', async () => {
  const { clock, recorder, writes } = start();
  recorder.record(frozen('web'));
  await turns();
  for (let second = 0; second < 40; second++) {
    recorder.record(frozen('web'));
    await pass(clock, 1000);
  }
  await pass(clock, 30_000);
  expect(writes.map(({ verb, event }) => [verb, event.count])).toEqual([['create', 1], ['repeat', 31], ['repeat', 41]]);
  expect(new Set(writes.map(({ event }) => event.name)).size).toBe(1);
  expect(writes[2]?.event.lastTime).toBe('2023-11-14T22:13:59.000000Z');
});

it('begins a new Event when it happens again after 6 minutes', async () => {
  const { clock, recorder, writes } = start();
  recorder.record(frozen('web'));
  await pass(clock, 361_000);
  recorder.record(frozen('web'));
  await pass(clock, 31_000);
  expect(writes.map(({ verb, event }) => [verb, event.count])).toEqual([['create', 1], ['create', 1]]);
  expect(writes[0]?.event.name).not.toBe(writes[1]?.event.name);
});

it('writes 25 Events of one object at once and then one in five minutes, and those of other objects at once', async () => {
  const { clock, recorder, writes } = start();
  for (let at = 0; at < 40; at++) recorder.record(frozen('noisy', { reason: `Reason${at}` }));
  recorder.record(frozen('quiet'));
  await pass(clock, 1000);
  expect(writes.filter(({ event }) => event.regarding.name === 'noisy')).toHaveLength(25);
  expect(writes.filter(({ event }) => event.regarding.name === 'quiet')).toHaveLength(1);
  await pass(clock, 598_000);
  expect(writes).toHaveLength(27);
  await pass(clock, 3000);
  expect(writes).toHaveLength(28);
});

it('tries again later what got no answer, or one that may change', async () => {
  const { clock, recorder, writes, failures, answers } = start();
  answers.next = new StatusError(429, 'not now');
  recorder.record(frozen('web'));
  await turns();
  await pass(clock, 1000);
  expect([writes.length, failures.length]).toEqual([2, 2]); // after 0.5 to 1 s, and not yet after another 1 to 2 s
  answers.next = undefined;
  await pass(clock, 2000);
  expect([writes.length, failures.length, answers.dropped]).toEqual([3, 2, 0]);
  await pass(clock, 600_000);
  expect(writes).toHaveLength(3);
});

it('gives up after 10 tries, and says so', async () => {
  const { clock, recorder, writes, answers } = start();
  answers.next = new Error('connection refused');
  recorder.record(frozen('web'));
  await pass(clock, 900_000);
  expect([writes.length, answers.dropped, clock.pending]).toEqual([10, 1, 0]);
});

it.each([403, 404, 422])('gives up at once what the server refuses with %i', async (code) => {
  const { clock, recorder, writes, answers } = start();
  answers.next = new StatusError(code, 'no');
  recorder.record(frozen('web'));
  await pass(clock, 120_000);
  expect([writes.length, answers.dropped]).toEqual([1, 1]);
});

it('creates a series again that the server has dropped for its age', async () => {
  const { clock, recorder, writes, answers } = start();
  recorder.record(frozen('web'));
  await turns();
  recorder.record(frozen('web'));
  answers.next = new StatusError(404, 'gone');
  await pass(clock, 30_000);
  answers.next = undefined;
  await pass(clock, 2000);
  expect(writes.map(({ verb, event }) => [verb, event.count])).toEqual([['create', 1], ['repeat', 2], ['create', 2]]);
  expect(writes[2]?.event.name).not.toBe(writes[0]?.event.name);
});

it('keeps 1024 series and says how many it could not keep', async () => {
  const { recorder, writes, answers } = start();
  for (let at = 0; at < 1500; at++) recorder.record(frozen(`pod-${at}`));
  expect(answers.dropped).toBe(1500 - 1024 - 1); // the first is being written
  for (let turn = 0; turn < 40; turn++) await turns();
  expect(writes).toHaveLength(1025);
});

it('never holds up who records, and never throws, while a write does not end', async () => {
  const clock = new ManualClock();
  const recorder = new EventRecorder({ clock, sink: { create: () => new Promise(() => undefined), repeat: () => Promise.resolve() } });
  for (let at = 0; at < 5000; at++) recorder.record(frozen(`pod-${at % 2000}`));
  await pass(clock, 10_000);
  expect(clock.pending).toBe(0);
});

it('writes nothing after its end', async () => {
  const { clock, recorder, writes } = start();
  recorder.record(frozen('web'));
  await turns();
  recorder.record(frozen('web'));
  await recorder.stop();
  recorder.record(frozen('other'));
  await pass(clock, 60_000);
  expect(writes).toHaveLength(1);
});
