/** The facts that the agent and hooks write at the same time: what is contained, where, and how many there are. */
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { containerCgroups } from '../support/cgroup';
import { program } from '../support/programs';
import { run } from '../support/command';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { end, type End } from './support/run';
import { openTestSensor, type TestSensor } from './support/sensor';


let kernel: TestSensor;
let contain: string;

beforeEach(async () => {
  contain = await build('programs/contain.c');
  kernel = openTestSensor();
  await fillImage(kernel, [await program('counter')]);
});
afterEach(() => kernel.close());

/** Plays the part of hooks; resolves with `control.contained`. */
async function playHook(...command: readonly (string | number)[]): Promise<number> {
  return Number((await run(contain, [join(kernel.pinRoot, 'v1/state'), ...command.map(String)])).stdout);
}

/** The same until it is told to end. */
function startHook(command: 'hit' | 'late', index: number): { readonly finish: () => Promise<End> } {
  const child = kernel.session.start(contain, [join(kernel.pinRoot, 'v1/state'), command, String(index), '0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = end(child);
  return {
    finish: () => {
      child.stdin?.end();
      return ended;
    },
  };
}

function stateOf(box: Box): { readonly index: number; readonly contained: boolean } {
  const found = kernel.sensor.containers().find(({ cgroup }) => cgroup === box.cgroup);
  if (found === undefined) throw new Error('The kernel half does not know the box');
  return found;
}

test('a hit that falls into a thaw is contained, and counted once', async () => {
  const box = makeBox(kernel);
  const { index } = stateOf(box);
  const hits = startHook('hit', index);
  await waitFor('the first hit', () => stateOf(box).contained);
  for (let thaws = 0; thaws < 2000; thaws++) {
    kernel.sensor.thaw(box.cgroup);
    if (thaws % 50 === 0) await new Promise(setImmediate);
  }
  await hits.finish();
  await waitFor('the freeze', () => box.frozen());
  expect(await playHook('mark', index, 1)).toBe(1);
  kernel.sensor.thaw(box.cgroup);
  expect(await playHook('mark', index + 1, 0)).toBe(0);
});

test('a receipt waits until the hook has written for which finding it is, though the container is frozen before', async () => {
  const box = makeBox(kernel);
  const late = startHook('late', stateOf(box).index);
  await waitFor('the freeze', () => box.frozen());
  await sleep(300);
  expect(kernel.receipts).toEqual([]);
  await late.finish();
  await waitFor('the receipt', () => kernel.receipts.length > 0);
  expect(kernel.receipts.map(({ eventId, hitNs }) => [eventId, hitNs > 0n])).toEqual([[42n, true]]);
  await box.close();
});

test('a container begins without what a late hook left in its place', async () => {
  const before = stateOf(makeBox(kernel)).index;
  expect(await playHook('mark', before + 1, 3)).toBe(3);
  const box = makeBox(kernel);
  expect(stateOf(box)).toMatchObject({ index: before + 1, contained: false });
  expect(box.frozen()).toBe(false);
  expect(await playHook('mark', before + 1, 0)).toBe(2);
});

test('a cgroup that is made below a container while that is being adopted belongs to it', async () => {
  const nest = await build('programs/nest.c');
  const { unified } = containerCgroups(`/${kernel.session.name}`);
  for (let round = 0; round < 20; round++) {
    const cgroup = join(unified, `nested-${round}`);
    mkdirSync(cgroup, { recursive: true });
    const id = statSync(cgroup, { bigint: true }).ino;
    const child = kernel.session.start(nest, [join(kernel.pinRoot, 'v1/state/cgroups'), cgroup, '200'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = end(child);
    await once(child.stdout ?? child, 'data');
    kernel.sensor.adopt(id);
    child.stdin?.end();
    expect((await ended).output.trim().split('\n').at(-1)).toBe('0');
    rmdirSync(cgroup);
  }
});

describe('a container that is frozen by one freezer while it gets another', () => {
  test.each([[1, 2], [2, 1]] as const)('(v%d, then v%d) stays frozen throughout, and the thaw frees it', async (from, to) => {
    const box = makeBox(kernel);
    const { unified, freezer } = box.cgroups;
    if (freezer === undefined) throw new Error('This machine mounts no v1 freezer');
    const places = { 1: { version: 1, directory: freezer }, 2: { version: 2, directory: unified } } as const;
    const frozen = {
      1: () => readFileSync(join(freezer, 'freezer.state'), 'utf8').trim() === 'FROZEN',
      2: () => readFileSync(join(unified, 'cgroup.freeze'), 'utf8').trim() === '1',
    };
    kernel.sensor.watchFreezer(box.cgroup, places[from]);
    const path = join(box.shared, 'count');
    writeFileSync(path, Buffer.alloc(4096));
    const count = (): bigint => readFileSync(path).readBigUInt64LE();
    box.start(['/bin/counter', '/shared/count']);
    await waitFor('the program to run', () => count() > 0n);
    kernel.sensor.freeze(box.cgroup);
    await waitFor('the receipt', () => kernel.receipts.some(({ cgroup }) => cgroup === box.cgroup));
    const at = count();
    kernel.sensor.watchFreezer(box.cgroup, places[to]);
    expect([frozen[to](), frozen[from]()]).toEqual([true, false]);
    await sleep(50);
    expect(count()).toBe(at);
    kernel.sensor.thaw(box.cgroup);
    await waitFor('the program to go on', () => count() > at);
    expect([frozen[to](), frozen[from]()]).toEqual([false, false]);
    await box.close();
  });
});
