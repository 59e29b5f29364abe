/** An agent that ends leaves nobody behind who waits for its answer. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { program } from '../support/programs';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { stateOf } from './support/driver';
import { openTestSensor, policy, type TestSensor } from './support/sensor';


/** Nobody's deadline comes while a test runs. */
const A_DAY = 86_400_000;
const RULES = policy(
  { process: '{executable: ["/bin/counter"]}', respond: '[Freeze]' },
  { process: '{executable: ["/bin/nothing"]}', respond: '[Freeze, Kill]' },
);

let kernel: TestSensor;

beforeEach(async () => {
  kernel = openTestSensor({ startup: 'Wait', permits: 'Required' });
  kernel.holdFor(A_DAY);
  await fillImage(kernel, [await program('counter'), await program('worker'), await build('programs/nothing.c', { bare: true })]);
  await kernel.publish(RULES);
});
afterEach(() => kernel.close());

function start(box: Box, name: string): { readonly child: ChildProcess; readonly count: () => bigint } {
  const path = join(box.shared, name);
  writeFileSync(path, Buffer.alloc(4096));
  return { child: box.start(['/bin/counter', `/shared/${name}`]), count: () => readFileSync(path).readBigUInt64LE() };
}

async function held(box: Box): Promise<void> {
  await waitFor('the hold', () => kernel.events.some((event) => event.kind === 'process' && event.subject.cgroup === box.cgroup && event.header.result === 'Held'));
}

test('whoever is held gets what it would get at its deadline', async () => {
  const [going, killed, unbound] = [makeBox(kernel), makeBox(kernel), makeBox(kernel, { bound: false })];
  const goes = start(going, 'goes');
  const dies = killed.start(['/bin/nothing']);
  const ended = once(dies, 'exit');
  const path = join(unbound.shared, 'waits');
  writeFileSync(path, Buffer.alloc(4096));
  const waits = unbound.start(['/bin/worker', '/shared/waits', '1']);
  await Promise.all([held(going), held(killed)]);
  await waitFor('the start-up hold', () => kernel.events.some((event) => event.kind === 'container-waits' && event.cgroup === unbound.cgroup));
  expect(goes.count()).toBe(0n);
  const held_ = [goes.child, dies, waits].map(({ pid = 0 }) => pid);
  await waitFor('all to stand', () => held_.every((pid) => stateOf(pid) === 'T'));
  kernel.sensor.close();
  expect(held_.filter((pid) => stateOf(pid) === 'T')).toEqual([]); // when it has ended, not some time later
  await waitFor('the offender to go on', () => goes.count() > 0n);
  await waitFor('the first program to go on', () => readFileSync(path).readBigUInt64LE(8) > 0n);
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('whoever violates while it ends, or after, waits for nobody', async () => {
  const box = makeBox(kernel);
  const children = Array.from({ length: 12 }, () => box.start(['/bin/nothing']));
  await held(box);
  for (let at = 0; at < 12; at++) children.push(box.start(['/bin/nothing'])); // in the middle of their starts, some still to come
  kernel.sensor.close();
  for (let at = 0; at < 6; at++) children.push(box.start(['/bin/nothing']));
  await waitFor('all to have ended', () => children.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null));
  expect(children.map(({ signalCode }) => signalCode)).toEqual(children.map(() => 'SIGKILL'));
});
