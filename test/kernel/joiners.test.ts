import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { basename, join } from 'node:path';
import type { ProcessEvent } from '../../src/agent/kernel/events';
import { boxProgram, fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { linkPolicies, namesOf } from './support/rules';
import { conversationWith, findingsOf } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** Who joins a container, and what is known of what it ran before. */
const NOTHING = '{executable: [/bin/nothing], ';
const YAML = policy(
  { name: 'below-the-stepper', process: `${NOTHING}ancestors: [/bin/stepper]}`, respond: '[Alert]' },
  { name: 'below-one-that-never-ran', process: `${NOTHING}ancestors: [/bin/absent]}`, respond: '[Alert]' },
  { name: 'unless-below-the-stepper', process: `${NOTHING}notAncestors: [/bin/stepper]}`, respond: '[Alert]' },
);

let opened: TestSensor;
let box: Box;
/** Of the box; whoever joins from inside sees the same files as it does. */
let resident: ChildProcess;

beforeAll(async () => {
  opened = openTestSensor();
  const bare = await Promise.all(['nothing', 'stepper'].map((name) => build(`programs/${name}.c`, { bare: true })));
  await fillImage(opened, [...bare, await build('programs/entrant.c')]);
  await opened.publish(YAML);
});
afterAll(() => opened.close());
beforeEach(async () => {
  box = makeBox(opened);
  resident = box.start(['/bin/stepper', '/bin/nothing'], { stdio: ['pipe', 'pipe', 'inherit'] });
  expect(await conversationWith(resident).line()).toBe('ready');
});
afterEach(() => box.close());

/** The rules that are hit when /bin/stepper, started by a process that enters the box so, starts /bin/nothing. */
async function hitsOf(how: 'move' | 'born', from: 'the host' | 'a container'): Promise<readonly string[]> {
  const stepper = ['/bin/stepper', '/bin/nothing'];
  const cgroup = openSync(box.cgroups.unified, 'r');
  const options = { stdio: ['pipe', 'pipe', 'inherit', cgroup] as ('pipe' | 'inherit' | number)[] };
  const path = await build('programs/entrant.c');
  const [, overlay = ''] = box.arguments;
  // In the mount namespace of the box, but in no container's cgroup: who is there is nobody's.
  const inside = ['-j', String(resident.pid), '-', overlay, '--', `/bin/${basename(path)}`, how, ...stepper];
  // The host's: enters with its own mounts, and makes or joins those of the box only then, as a runtime does.
  const outside = [how, await boxProgram(), '-j', String(resident.pid), '-', overlay, '--', ...stepper];
  const child = from === 'the host' ? opened.session.start(path, outside, options) : opened.session.start(await boxProgram(), inside, options);
  closeSync(cgroup);
  const last = conversationWith(child);
  expect(await last.line()).toBe('ready');
  expect(await last.ask()).toBe('0');
  const found = await findingsOf(opened, box);
  expect(found.map(({ flags }) => flags.unknownSubject)).toEqual(found.map(() => from !== 'the host'));
  return rulesIn(found);
}

function rulesIn(findings: readonly ProcessEvent[]): readonly string[] {
  return findings.flatMap((event) => namesOf(linkPolicies(YAML), event));
}

describe.each(['move', 'born'] as const)('a process that enters a container (%s)', (how) => {
  it('from the host has no ancestors but what it starts inside, and is exempted by them', async () => {
    expect(await hitsOf(how, 'the host')).toEqual(['below-the-stepper']);
  });

  it('from a mount namespace that is not the host\'s may have run anything before: it is exempt from nothing', async () => {
    expect(await hitsOf(how, 'a container')).toEqual(['below-one-that-never-ran', 'below-the-stepper', 'unless-below-the-stepper']);
  });
});

it('has no unknown past when the host moves it, which has entered the namespaces before, as a runtime does', async () => {
  const [, overlay = ''] = box.arguments;
  const child = opened.session.start(await boxProgram(), ['-j', String(resident.pid), '-', overlay, '--', '/bin/stepper', '/bin/nothing'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const stepper = conversationWith(child);
  expect(await stepper.line()).toBe('ready');
  writeFileSync(join(box.cgroups.unified, 'cgroup.procs'), String(child.pid));
  expect(await stepper.ask()).toBe('0');
  expect(rulesIn(await findingsOf(opened, box))).toEqual(['unless-below-the-stepper']);
});

it('stays its first container\'s, with what is known of it, when it is moved into another one: that is an escape', async () => {
  const other = makeBox(opened);
  const child = other.start(['/bin/stepper', '/bin/nothing'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const stepper = conversationWith(child);
  expect(await stepper.line()).toBe('ready');
  const before = opened.sensor.counters()['escapes'] ?? 0;
  writeFileSync(join(box.cgroups.unified, 'cgroup.procs'), String(child.pid));
  expect(opened.sensor.counters()['escapes']).toBe(before + 1);
  expect(await stepper.ask()).toBe('0');
  expect(rulesIn(await findingsOf(opened, other))).toEqual(['below-the-stepper']);
  expect(await findingsOf(opened, box)).toEqual([]);
  stepper.finish();
  await other.close();
});
