/** An offender that waits for a permit: at its first instruction, whoever continues it; and nobody waits for an agent that is not there. */
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KernelEvent } from '../../src/agent/kernel/events';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { entryOf, programCounter, startDriver, stateOf, turnsOf, type Driver } from './support/driver';
import { buildEvade } from './support/evasions';
import { companionOf } from './support/members';
import { end } from './support/run';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import { nextReceipt } from './support/trials';


const HEARTBEAT_STALE_MS = 1000;
const FREEZE = policy({ process: FOREIGN, respond: '[Freeze]' });
const FREEZE_OR_KILL = policy({ process: FOREIGN, respond: '[Freeze, Kill]' });

let programs: Readonly<Record<'offend' | 'first' | 'trap' | 'spin' | 'tracer', string>>;
let kernel: TestSensor;
let box: Box;

beforeAll(async () => {
  programs = {
    offend: await build('programs/offend.c'),
    first: await build('programs/first.S'),
    trap: await build('programs/first.S', { defines: ['TRAP'] }),
    spin: await build('programs/spin.S'),
    tracer: await build('programs/tracer.c'),
  };
});
beforeEach(async () => {
  kernel = openTestSensor({ permits: 'Required' });
  kernel.holdFor(86_400_000); // what its end does is told in holds.test.ts
  await fillImage(kernel, Object.values(programs));
});
afterEach(async () => {
  await box.close().catch(() => undefined); // a sensor that a test closed thaws nothing; the session removes the rest
  await kernel.close();
});

function offenders(mode: string, way: string, [program, ...more]: readonly [string, ...string[]]): Promise<Driver> {
  box = makeBox(kernel);
  return startDriver(box, [`/bin/${basename(programs.offend)}`, mode, way, `/bin/${basename(program)}`, ...more]);
}

const isHeld = (event: KernelEvent): boolean => event.kind === 'process' && event.header.result === 'Held' && event.header.action === 'Freeze';

/** Host pid of the next one that is held, once it has stopped: T, or t where it is traced. */
async function hold(driver: Driver, stop = 'T'): Promise<number> {
  kernel.events.length = 0;
  driver.command('t');
  await waitFor('the hold to be told', () => kernel.events.some(isHeld));
  const offender = companionOf(box, driver.pid);
  await waitFor('the offender to stop', () => stateOf(offender) === stop);
  return offender;
}

test('stands at its first instruction, and still does when the permit has frozen its container', async () => {
  await kernel.publish(FREEZE);
  const driver = await offenders('loop', 'mixed', [programs.first]);
  for (let trial = 0; trial < 50; trial++) {
    const offender = await hold(driver);
    expect(programCounter(offender)).toBe(entryOf(programs.first));
    const frozen = nextReceipt(kernel, box, kernel.receipts.at(-1)?.hitNs);
    kernel.sensor.answerHold(offender, true);
    expect((await frozen).hostPid).toBe(offender);
    expect(programCounter(offender)).toBe(entryOf(programs.first));
    process.kill(offender, 'SIGKILL');
    kernel.sensor.thaw(box.cgroup);
    expect(await driver.line()).toBe('9 0');
  }
  expect(driver.written()).toBe(0);
});

test('waits once where its script and the script that is its interpreter are both hits', async () => {
  await kernel.publish(FREEZE_OR_KILL);
  await fillImage(kernel, [await buildEvade(), await build('programs/interp.c', { bare: true })]);
  box = makeBox(kernel);
  const offender = box.start(['/bin/evade', 'script-of-script', '/bin/interp']);
  await waitFor('both hits', () => kernel.findings().length === 2);
  expect(kernel.findings().map(({ header: { action, result, reason } }) => [action, result, reason])).toEqual([['Freeze', 'Held', 'None'], ['Freeze', 'Held', 'None']]);
  expect(kernel.sensor.counters()['holdsFull']).toBe(0);
  await waitFor('the offender to stop', () => stateOf(offender.pid ?? 0) === 'T');
  kernel.sensor.answerHold(offender.pid ?? 0, false);
  expect((await end(offender)).ended).toBe('SIGKILL');
});

test('is stopped again each time that somebody continues it, and the first time is told', async () => {
  await kernel.publish(FREEZE_OR_KILL);
  const driver = await offenders('loop', 'script', [programs.spin]);
  const offender = await hold(driver);
  const loops: bigint[] = [];
  for (let time = 0; time < 100; time++) {
    const before = turnsOf(offender);
    process.kill(offender, 'SIGCONT');
    await waitFor('the offender to be stopped again', () => stateOf(offender) === 'T', { interval: 1 });
    const after = turnsOf(offender);
    await sleep(2);
    expect(turnsOf(offender)).toBe(after);
    loops.push(after - before);
  }
  const told = kernel.events.filter((event) => event.kind === 'revocation');
  expect(told.map(({ subject, by, restopped }) => [subject.hostPid, by.hostPid, restopped])).toEqual([[offender, process.pid, true]]);
  expect(kernel.sensor.counters()['revocations']).toBe(100);
  kernel.sensor.answerHold(offender, false);
  expect(await driver.line()).toBe('9 0');
  console.log(`a held offender continued 100 times ran in ${loops.filter((loop) => loop > 0n).length} of them, max ${loops.reduce((most, loop) => (loop > most ? loop : most), 0n)} loops`);
});

test('is stopped again each time that its tracer lets it go on, though it makes no system call itself', async () => {
  await kernel.publish(FREEZE_OR_KILL);
  box = makeBox(kernel);
  const tracer = await startDriver(box, [`/bin/${basename(programs.tracer)}`, `/bin/${basename(programs.spin)}`]);
  const offender = await hold(tracer, 't');
  for (let time = 1; time <= 20; time++) {
    tracer.command('c');
    expect(await tracer.line()).toBe('1'); // it stood again, for the next time to be one
    await waitFor('the offender to be stopped again', () => stateOf(offender) === 't', { interval: 1 });
  }
  const told = kernel.events.filter((event) => event.kind === 'revocation');
  expect(told.map(({ subject, by, signal, restopped }) => [subject.hostPid, by.hostPid, signal, restopped])).toEqual([[offender, tracer.pid, 0, true]]);
  expect(kernel.sensor.counters()['revocations']).toBe(20);
  kernel.sensor.answerHold(offender, false);
  await waitFor('the offender to be dead', () => stateOf(offender) === 'Z');
});

describe('without a live agent', () => {
  async function leave(): Promise<void> {
    kernel.sensor.close();
    await sleep(HEARTBEAT_STALE_MS + 200);
  }

  test('is killed at once, before its first instruction, where the rule lists Kill', async () => {
    await kernel.publish(FREEZE_OR_KILL);
    box = makeBox(kernel);
    await leave();
    const driver = await startDriver(box, [`/bin/${basename(programs.offend)}`, 'many', 'mixed', `/bin/${basename(programs.trap)}`, '100']);
    expect(await driver.line()).toBe('100 0 0'); // whoever was held would wait for a day
  });

  test('goes on at once where the rule lists nothing else', async () => {
    await kernel.publish(FREEZE);
    box = makeBox(kernel);
    await leave();
    const driver = await startDriver(box, [`/bin/${basename(programs.offend)}`, 'many', 'mixed', `/bin/${basename(programs.first)}`, '100']);
    expect(await driver.line()).toBe('0 0 42');
    expect(driver.written()).toBe(100);
  });
});
