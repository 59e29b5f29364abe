import { join } from 'node:path';
import { run } from '../support/command';
import { makeBox, fillImage, type Box } from './support/box';
import { build } from './support/compile';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** The bucket counts the containers that are frozen, not the hits. */
let opened: TestSensor;
let box: Box;
let index: number;

beforeEach(async () => {
  opened = openTestSensor();
  await fillImage(opened, []);
  await opened.publish(policy({ process: '{executable: ["**/nothing"]}', respond: '[Freeze]' }));
  box = makeBox(opened);
  index = opened.sensor.containers().find(({ cgroup }) => cgroup === box.cgroup)?.index ?? 0;
  opened.sensor.close(); // it would fill the bucket
});
afterEach(() => opened.close());

/** Lets two processes be hit at the same moment, so many times; how many of these times ended in a containment, and what is left. */
async function spend(trials: number, budget: number): Promise<string> {
  const state = join(opened.pinRoot, 'v1/state');
  const words = [state, index, box.cgroups.unified, await build('programs/nothing.c', { bare: true }), trials, budget];
  return (await run(await build('programs/spend.c'), words.map(String), { timeout: 600_000 })).stdout.trim();
}

it('gives one for each container, though two are hit at the same moment', async () => {
  expect(await spend(3000, 3001)).toBe('3000 1');
});

it('loses none by hits that it refuses', async () => {
  expect(await spend(50, 5)).toBe('5 0');
});
