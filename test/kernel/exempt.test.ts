import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGINS } from '../../src/compile/tables';
import { untilFair } from '../support/wait';
import { fillImage, makeBox } from './support/box';
import { build } from './support/compile';
import { buildEvade } from './support/evasions';
import { findingsOf, runIn } from './support/run';
import { openTestSensor, policy } from './support/sensor';


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
  const execs = (): number => second.sensor.counters()['execs'] ?? 0;
  const judged = await untilFair('no other container of this machine starts a program meanwhile', async () => {
    const before = execs();
    expect(await runIn(box, ['/bin/nothing'])).toMatchObject({ ended: 0 });
    return execs() - before;
  }, (more) => more === 0);
  expect(judged).toBe(0);
  second.sensor.close();
  await first.close();
  await second.session.close();
});

test('a program of the image gains no exemption by pivot_root, which puts the root that it is on below the exempted path', async () => {
  const opened = openTestSensor();
  const nothing = await build('programs/nothing.c', { bare: true });
  await fillImage(opened, [nothing, await buildEvade()]);
  const image = join(opened.session.directory, 'image');
  for (const path of ['bin/allowed', 'allowed']) copyFileSync(nothing, join(image, path));
  await opened.publish(policy({ process: '{notExecutable: [/bin/allowed, /bin/evade]}', respond: '[Kill]' }));
  const [own, moved] = [makeBox(opened), makeBox(opened)];
  expect(await runIn(own, ['/bin/evade', 'image', '/bin/allowed'])).toEqual({ ended: 0, output: '' });
  expect(await runIn(moved, ['/bin/evade', 'pivot-below'])).toEqual({ ended: 'SIGKILL', output: '' });
  const found = await findingsOf(opened, moved);
  expect(found.map(({ origin, path, header }) => [ORIGINS[origin], path.toString(), header.action])).toEqual([['Image', '/allowed', 'Kill']]);
  for (const box of [own, moved]) await box.close();
  await opened.close();
});
