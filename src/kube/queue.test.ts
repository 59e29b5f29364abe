import { ManualClock } from '../../test/support/manual-clock';
import { KeyedQueue, type QueueOptions } from './queue';

/** Lets everything run that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A handler whose calls the test ends one by one. */
class Held {
  readonly begun: string[] = [];
  private readonly open = new Map<string, { resolve: (after?: number) => void; reject: (error: Error) => void }>();

  readonly handle = (key: string): Promise<number | undefined> => {
    if (this.open.has(key)) throw new Error(`${key} is handled twice at once`);
    this.begun.push(key);
    return new Promise((resolve, reject) => this.open.set(key, { resolve, reject }));
  };

  async done(key: string, after?: number): Promise<void> {
    this.take(key).resolve(after);
    await turns();
  }

  async fail(key: string): Promise<void> {
    this.take(key).reject(new Error('no'));
    await turns();
  }

  private take(key: string): { resolve: (after?: number) => void; reject: (error: Error) => void } {
    const call = this.open.get(key);
    if (call === undefined) throw new Error(`${key} is not being handled`);
    this.open.delete(key);
    return call;
  }
}

function start(options: Partial<QueueOptions> = {}): { clock: ManualClock; held: Held; queue: KeyedQueue } {
  const clock = new ManualClock();
  const held = new Held();
  return { clock, held, queue: new KeyedQueue({ clock, handle: held.handle, ...options }) };
}

it('begins a key only after the caller of add has gone on', async () => {
  const { held, queue } = start();
  queue.add('a');
  expect(held.begun).toEqual([]);
  await turns();
  expect(held.begun).toEqual(['a']);
});

it('handles a key once that was added many times, and in the order of first adding', async () => {
  const { held, queue } = start();
  for (const key of ['a', 'b', 'a', 'c', 'b', 'a']) queue.add(key);
  expect(queue.depth).toBe(3);
  for (const key of ['a', 'b', 'c']) {
    await turns();
    await held.done(key);
  }
  expect(held.begun).toEqual(['a', 'b', 'c']);
  expect(queue.size).toBe(0);
});

it('never handles one key twice at once, and handles it again when it was added meanwhile', async () => {
  const { held, queue } = start({ workers: 4 });
  queue.add('a');
  await turns();
  queue.add('a');
  queue.add('a');
  queue.add('b');
  await turns();
  expect(held.begun).toEqual(['a', 'b']);
  await held.done('a');
  expect(held.begun).toEqual(['a', 'b', 'a']);
  await held.done('a');
  await held.done('b');
  expect(held.begun).toHaveLength(3);
  expect(queue.size).toBe(0);
});

it('handles no more keys at once than it has workers', async () => {
  const { held, queue } = start({ workers: 2 });
  for (const key of ['a', 'b', 'c']) queue.add(key);
  await turns();
  expect(held.begun).toEqual(['a', 'b']);
  await held.done('b');
  expect(held.begun).toEqual(['a', 'b', 'c']);
});

it('comes back to a failing key later and later, up to the most, and from the start after a success', async () => {
  const { clock, held, queue } = start({ pace: { first: 100, most: 1000 } });
  queue.add('a');
  await turns();
  for (const most of [100, 200, 400, 800, 1000, 1000]) {
    await held.fail('a');
    const before = held.begun.length;
    clock.advance(most / 2 - 1);
    await turns();
    expect(held.begun).toHaveLength(before);
    clock.advance(most / 2 + 1);
    await turns();
    expect(held.begun).toHaveLength(before + 1);
  }
  await held.done('a', 60_000);
  queue.add('a');
  await turns();
  await held.fail('a');
  const before = held.begun.length;
  clock.advance(100);
  await turns();
  expect(held.begun).toHaveLength(before + 1);
});

it('does not let one failing key hold up others', async () => {
  const { held, queue } = start();
  queue.add('bad');
  queue.add('good');
  await turns();
  await held.fail('bad');
  expect(held.begun).toEqual(['bad', 'good']);
});

it('handles a failing key at once when it is added, as its object has changed', async () => {
  const { held, queue } = start();
  queue.add('a');
  await turns();
  await held.fail('a');
  queue.add('a');
  await turns();
  expect(held.begun).toEqual(['a', 'a']);
});

it('calls again after the time that the handler asked for', async () => {
  const { clock, held, queue } = start();
  queue.add('a');
  await turns();
  await held.done('a', 5000);
  clock.advance(4999);
  await turns();
  expect(held.begun).toEqual(['a']);
  clock.advance(1);
  await turns();
  expect(held.begun).toEqual(['a', 'a']);
});

it('keeps the earliest of several times of one key', async () => {
  const { clock, held, queue } = start();
  queue.addAfter('a', 5000);
  queue.addAfter('a', 1000);
  queue.addAfter('a', 3000);
  clock.advance(1000);
  await turns();
  await held.done('a');
  clock.advance(10_000);
  await turns();
  expect(held.begun).toEqual(['a']);
  expect(clock.pending).toBe(0);
});

it('refuses new keys at its limit, says so, and still takes keys that it holds', async () => {
  let refused = 0;
  const { held, queue } = start({ limit: 2, observe: { refused: () => refused++ } });
  expect([queue.add('a'), queue.addAfter('b', 1000), queue.add('c'), queue.add('b')]).toEqual([true, true, false, true]);
  expect(refused).toBe(1);
  await turns();
  await held.done('a');
  expect(queue.add('c')).toBe(true);
});

it('forgets the waits and failures of a key', async () => {
  const { clock, held, queue } = start();
  queue.add('a');
  await turns();
  await held.fail('a');
  queue.forget('a');
  expect([queue.size, clock.pending]).toEqual([0, 0]);
});

it('reports what waited, was handled and failed', async () => {
  const seen: string[] = [];
  const { clock, held, queue } = start({
    observe: {
      waited: (milliseconds) => seen.push(`waited ${milliseconds}`),
      handled: (milliseconds) => seen.push(`handled ${milliseconds}`),
      failed: (key, error) => seen.push(`failed ${key} ${String(error)}`),
    },
  });
  queue.add('a');
  queue.add('b');
  await turns();
  clock.advance(70);
  await held.done('a');
  await held.fail('b');
  expect(seen).toEqual(['waited 0', 'handled 70', 'waited 70', 'failed b Error: no', 'handled 0']);
});

it('stops when what it handles has ended, and takes nothing more', async () => {
  const { clock, held, queue } = start();
  for (const key of ['a', 'b']) queue.add(key);
  queue.addAfter('c', 10);
  await turns();
  let stopped = false;
  const stopping = queue.stop().then(() => (stopped = true));
  clock.advance(1000);
  await turns();
  expect(stopped).toBe(false);
  await held.done('a');
  await stopping;
  expect([queue.add('d'), held.begun, queue.size]).toEqual([false, ['a'], 0]);
});
