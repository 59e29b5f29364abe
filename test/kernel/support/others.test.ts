import { newContainerId } from '../../support/container';
import { waitFor } from '../../support/wait';
import { fillImage, makeBox } from './box';
import { build } from './compile';
import { runIn } from './run';
import { openTestSensor, policy, type TestSensor } from './sensor';

const EVERYTHING = policy({ process: '{executable: ["/**"]}', respond: '[Kill]' });

let mine: TestSensor;
let others: TestSensor;

beforeAll(async () => {
  [mine, others] = [openTestSensor({ startup: 'Wait' }), openTestSensor()];
  const nothing = await build('programs/nothing.c', { bare: true });
  for (const test of [mine, others]) await fillImage(test, [nothing]);
  await mine.publish(EVERYTHING);
});

afterAll(async () => {
  for (const test of [mine, others]) await test.close();
});

it('a container of another test is told, and no rule of this one meets it, nor does a later one', async () => {
  const box = makeBox(others, { name: newContainerId() });
  await waitFor('the kernel to tell', () => mine.sensor.containers().some(({ cgroup, bound }) => cgroup === box.cgroup && bound));
  expect(await runIn(box, ['/bin/nothing'])).toMatchObject({ ended: 0 });
  await mine.publish(EVERYTHING);
  expect(await runIn(box, ['/bin/nothing'])).toMatchObject({ ended: 0 });
  expect(mine.findings()).toEqual([]);
  await box.close();
});

it('a container of its own is judged', async () => {
  const box = makeBox(mine);
  expect(await runIn(box, ['/bin/nothing'])).toMatchObject({ ended: 'SIGKILL' });
  await box.close();
});
