import { join } from 'node:path';
import { fillImage, makeBox } from './support/box';
import { build } from './support/compile';
import { runIn } from './support/run';
import { openTestSensor, policy } from './support/sensor';

jest.setTimeout(60_000);

const RULES = policy({ process: '{executable: ["/bin/nothing"]}', respond: '[Kill]' });

test('nothing in the agent\'s own cgroup is judged', async () => {
  const first = openTestSensor();
  const place = { pinRoot: first.pinRoot, runDirectory: join(first.session.directory, 'run') };
  await fillImage(first, [await build('programs/nothing.c', { bare: true })]);
  await first.publish(RULES);
  const box = makeBox(first);
  expect(await runIn(box, ['/bin/nothing'])).toMatchObject({ ended: 'SIGKILL' });
  first.sensor.close();
  const second = openTestSensor({ ...place, agentCgroup: box.cgroup });
  const before = second.sensor.counters()['execs'];
  expect(await runIn(box, ['/bin/nothing'])).toMatchObject({ ended: 0 });
  expect(second.sensor.counters()['execs']).toBe(before);
  second.sensor.close();
  await first.close();
  await second.session.close();
});
