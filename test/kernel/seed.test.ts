import { join } from 'node:path';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { linkPolicies, namesOf } from './support/rules';
import { converse, findingsOf, type Conversation } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** What is known of processes that an agent finds when it starts. */
const NOTHING = '{executable: [/bin/nothing], ';
const YAML = policy(
  { name: 'below-the-stepper', process: `${NOTHING}ancestors: [/bin/stepper]}`, respond: '[Alert]' },
  { name: 'below-one-that-never-ran', process: `${NOTHING}ancestors: [/bin/absent]}`, respond: '[Alert]' },
  { name: 'unless-below-the-stepper', process: `${NOTHING}notAncestors: [/bin/stepper]}`, respond: '[Alert]' },
);
const STEPPER = ['/bin/stepper', '/bin/nothing'];
const MAX_PROCESSES = 64;
const SHARE = MAX_PROCESSES / 8;

let first: TestSensor;
let second: TestSensor | undefined;
let box: Box;

beforeEach(async () => {
  first = openTestSensor({ maxProcesses: MAX_PROCESSES });
  await fillImage(first, await Promise.all(['nothing', 'stepper', 'bomb'].map((name) => build(`programs/${name}.c`, { bare: true }))));
  await first.publish(YAML);
  box = makeBox(first);
});
afterEach(async () => {
  second?.sensor.close();
  await second?.session.close();
  second = undefined;
  await first.close();
});

/** Rules that are hit when the stepper starts /bin/nothing. */
async function hits(test: TestSensor, stepper: Conversation): Promise<readonly string[]> {
  expect(await stepper.ask()).toBe('0');
  return (await findingsOf(test, box)).flatMap((event) => namesOf(linkPolicies(YAML), event));
}

function processes(test: TestSensor): number | undefined {
  return test.sensor.containers().find(({ cgroup }) => cgroup === box.cgroup)?.processes;
}

/** An agent that finds the box. */
async function arrive(test: TestSensor): Promise<void> {
  test.nameContainer(box.cgroup, box.name);
  test.sensor.adopt(box.cgroup);
  await test.publish(YAML);
  test.sensor.bind(box.cgroup, test.scopeOf(box.name));
  test.sensor.seed();
}

describe('what is known of the lineage of a process that an agent finds', () => {
  it('is the program that it runs, where no agent ever judged what it ran before', async () => {
    const stepper = converse(box, STEPPER);
    expect(await stepper.line()).toBe('ready');
    const other = openTestSensor();
    await arrive(other);
    expect(processes(other)).toBe(1);
    expect(await hits(other, stepper)).toEqual(['below-the-stepper']);
    stepper.finish();
    await other.close();
  });

  it('is nothing, where its container was judged and it has no entry all the same: it is exempt from nothing', async () => {
    const bomb = converse(box, ['/bin/bomb', String(2 * SHARE), '/bin/nothing']);
    expect(await bomb.line()).toBe(String(2 * SHARE));
    const stepper = converse(box, STEPPER);
    expect(await stepper.line()).toBe('ready');
    bomb.finish();
    await waitFor('all that have an entry to end', () => processes(first) === 0);

    first.sensor.close();
    second = openTestSensor({ pinRoot: first.pinRoot, runDirectory: join(first.session.directory, 'run'), maxProcesses: MAX_PROCESSES });
    await arrive(second);
    expect(processes(second)).toBe(1);
    expect(await hits(second, stepper)).toEqual(['below-one-that-never-ran', 'below-the-stepper', 'unless-below-the-stepper']);
    stepper.finish();
    second.sensor.close();
  });
});
