/** The facts that the agent and hooks write at the same time: what is contained, where, and how many there are. */
import { join } from 'node:path';
import { program } from '../support/programs';
import { run } from '../support/command';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { openTestSensor, type TestSensor } from './support/sensor';

jest.setTimeout(60_000);

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

function stateOf(box: Box): { readonly index: number; readonly contained: boolean } {
  const found = kernel.sensor.containers().find(({ cgroup }) => cgroup === box.cgroup);
  if (found === undefined) throw new Error('The kernel half does not know the box');
  return found;
}

test('a hit that falls into a thaw is contained, and counted once', async () => {
  const box = makeBox(kernel);
  const { index } = stateOf(box);
  const hits = playHook('hit', index, 2000);
  for (let thaws = 0; thaws < 2000; thaws++) {
    kernel.sensor.thaw(box.cgroup);
    if (thaws % 50 === 0) await new Promise(setImmediate);
  }
  await hits;
  await waitFor('the freeze', () => box.frozen());
  expect(await playHook('mark', index, 1)).toBe(1);
  kernel.sensor.thaw(box.cgroup);
  expect(await playHook('mark', index + 1, 0)).toBe(0);
});

test('a container begins without what a late hook left in its place', async () => {
  const before = stateOf(makeBox(kernel)).index;
  expect(await playHook('mark', before + 1, 3)).toBe(3);
  const box = makeBox(kernel);
  expect(stateOf(box)).toMatchObject({ index: before + 1, contained: false });
  expect(box.frozen()).toBe(false);
  expect(await playHook('mark', before + 1, 0)).toBe(2);
});
