import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../support/wait';
import { boxProgram, fillImage, makeBox, removed, type Box } from './support/box';
import { build } from './support/compile';
import { conversationWith, end, findingsOf, type End } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** A container makes more cgroups below its own than the kernel's table has places. */
const CGROUPS = 8192;
const SHARE = CGROUPS / 8;
const MADE = CGROUPS + 100;

let opened: TestSensor;
const nested: string[] = [];
const started: ChildProcess[] = [];

beforeAll(async () => {
  opened = openTestSensor();
  const bare = await Promise.all(['nothing', 'stepper'].map((name) => build(`programs/${name}.c`, { bare: true })));
  await fillImage(opened, bare);
  await opened.publish(policy({ process: '{executable: [/bin/nothing]}', respond: '[Kill]' }));
});
afterEach(removeNested);
afterAll(() => opened.close());

/** Of thousands the session's own sweep would take minutes. */
async function removeNested(): Promise<void> {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
  for (const cgroup of nested.splice(0)) await waitFor(`${cgroup} to be empty`, () => removed(cgroup));
}

function nest(box: Box, name: string): string {
  const directory = join(box.cgroups.unified, name);
  mkdirSync(directory);
  nested.push(directory);
  return directory;
}

/** Starts the forbidden program in a cgroup, from outside, as a runtime's exec does; never twice with the same arguments, which is one finding. */
async function startIn(box: Box, cgroup: string): Promise<End> {
  const [, overlay = ''] = box.arguments;
  return end(opened.session.start(await boxProgram(), [cgroup, overlay, '--', '/bin/nothing', cgroup], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Of each finding, oldest first: what it ran before is not known. */
async function unknownSubjects(box: Box): Promise<readonly boolean[]> {
  return (await findingsOf(opened, box)).map(({ flags }) => flags.unknownSubject);
}

const counter = (name: string): number => opened.sensor.counters()[name] ?? 0;

it('is covered in each of them all the same, and so is its neighbour, which has all of its own share', async () => {
  const [greedy, neighbour] = [makeBox(opened), makeBox(opened)];
  const child = greedy.start(['/bin/stepper', '/bin/nothing'], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  const stepper = conversationWith(child);
  expect(await stepper.line()).toBe('ready');
  const before = { full: counter('cgroupsFull'), escapes: counter('escapes') };
  const made = Array.from({ length: MADE }, (_, at) => nest(greedy, String(at)));
  expect(counter('cgroupsFull') - before.full).toBe(MADE - SHARE);

  const [first = '', last = ''] = [made[0], made.at(-1)];
  for (const cgroup of [first, last]) expect(await startIn(greedy, cgroup)).toEqual({ ended: 'SIGKILL', output: '' });
  expect(await unknownSubjects(greedy)).toEqual([false, true]);
  // Nobody's cgroup is where it hides: that is an escape.
  writeFileSync(join(last, 'cgroup.procs'), String(child.pid));
  expect(counter('escapes')).toBe(before.escapes + 1);
  expect(await stepper.ask()).toBe('137');

  const theirs = Array.from({ length: SHARE }, (_, at) => nest(neighbour, String(at)));
  expect(counter('cgroupsFull') - before.full).toBe(MADE - SHARE);
  expect(await startIn(neighbour, theirs.at(-1) ?? '')).toEqual({ ended: 'SIGKILL', output: '' });
  expect(await unknownSubjects(neighbour)).toEqual([false]);
  const next = makeBox(opened); // there is room for it

  await removeNested();
  for (const box of [greedy, neighbour, next]) await box.close();
});
