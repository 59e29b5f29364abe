import { ManualClock } from '../../../test/support/manual-clock';
import { StatusWriter } from './status-writer';

let clock: ManualClock;
let writes: number;
let fails: boolean;
let writer: StatusWriter;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function pass(milliseconds: number): Promise<number> {
  const before = writes;
  for (let passed = 0; passed < milliseconds; passed += 100) {
    clock.advance(100);
    await settled();
  }
  return writes - before;
}

beforeEach(() => {
  [clock, writes, fails] = [new ManualClock(), 0, false];
  writer = new StatusWriter({
    clock,
    write: () => {
      writes += 1;
      return fails ? Promise.reject(new Error('no')) : Promise.resolve();
    },
    onFailed: () => undefined,
  });
});
afterEach(() => writer.stop());

it('writes at once for who is held and for the first finding, and gathers repeats', async () => {
  writer.tell('Request');
  expect(await pass(100)).toBe(1);
  writer.tell('First');
  expect(await pass(100)).toBe(1);
  writer.tell('Repeat');
  writer.tell('Repeat');
  expect(await pass(9000)).toBe(0);
  expect(await pass(1500)).toBe(1);
});

it('writes no more than ten times a minute for findings, however many are the first of their kind', async () => {
  for (let at = 0; at < 600; at += 1) {
    writer.tell('First');
    writer.tell('Repeat');
    await pass(100);
  }
  expect(writes).toBeLessThanOrEqual(10);
  expect(writes).toBeGreaterThan(5);
});

it('writes about once a minute when nothing happens', async () => {
  writer.start();
  await pass(6000);
  expect(await pass(600_000)).toBe(10);
});

it('tries again what failed', async () => {
  fails = true;
  writer.tell('Request');
  await pass(100);
  fails = false;
  expect(await pass(1000)).toBe(1);
});
