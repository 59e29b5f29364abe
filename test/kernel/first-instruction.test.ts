/** Nothing runs after a hit: Kill and Freeze, idle and busy, from one thread and from several, with a full ring and a blocked JS thread. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { entryOf, figures, startDriver, type Driver } from './support/driver';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import { freezeTrials, MANY_TRIALS_MS, type FrozenTrial } from './support/trials';


const TRIALS = 1000;
const WAYS = ['single', 'thread'] as const;
const PROGRAMS = { first: '', trap: '', offend: '', hog: '' };

let kernel: TestSensor;
let box: Box;

beforeAll(async () => {
  PROGRAMS.first = await build('programs/first.S');
  PROGRAMS.trap = await build('programs/first.S', { defines: ['TRAP'] });
  PROGRAMS.offend = await build('programs/offend.c');
  PROGRAMS.hog = await build('programs/hog.c');
  kernel = openTestSensor();
  await fillImage(kernel, [PROGRAMS.first, PROGRAMS.trap, PROGRAMS.offend]);
});

afterAll(() => kernel.close());

const inside = (program: string): string => `/bin/${basename(program)}`;

/** A process for each processor that wants to run all the time, for less than an hour; it ends with the tests. */
async function makeBusy(): Promise<ChildProcess> {
  const hog = kernel.session.start(PROGRAMS.hog, [String(availableParallelism()), '3500'], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  return hog;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe.each(['idle', 'busy'] as const)('on a machine that is %s', (load) => {
  let hog: ChildProcess | undefined;

  beforeAll(async () => {
    hog = load === 'busy' ? await makeBusy() : undefined;
  });
  afterAll(async () => {
    if (hog !== undefined) await end(hog);
  });
  afterEach(() => box.close());

  test.each(WAYS)('Kill: a foreign program (%s) dies before its first instruction, every time', async (way) => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Kill]' }));
    for (const program of way === 'single' ? [PROGRAMS.first, PROGRAMS.trap] : [PROGRAMS.trap]) {
      box = makeBox(kernel); // of its own: only the first start in a box has the image
      const driver = await startDriver(box, [inside(PROGRAMS.offend), 'many', way, inside(program), String(TRIALS)]);
      expect(await driver.line(MANY_TRIALS_MS)).toBe(`${TRIALS} 0 0`);
      await once(driver.child, 'close');
      expect(driver.written()).toBe(0);
    }
  }, MANY_TRIALS_MS);

  test.each(WAYS)('Freeze: a foreign program (%s) stands at its first instruction, every time', async (way) => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
    box = makeBox(kernel);
    const driver = await startDriver(box, [inside(PROGRAMS.offend), 'loop', way, inside(PROGRAMS.first)]);
    const trials = await freezeTrials(kernel, { box, driver, trials: TRIALS });
    expectFirstInstruction(trials, driver);
    print(`${load}, ${way}`, trials);
  }, MANY_TRIALS_MS);

  test('Freeze: the same where the default hierarchy (v2) freezes', async () => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
    box = makeBox(kernel, { freezer: 2 });
    const driver = await startDriver(box, [inside(PROGRAMS.offend), 'loop', 'mixed', inside(PROGRAMS.first)]);
    const trials = await freezeTrials(kernel, { box, driver, trials: TRIALS });
    expectFirstInstruction(trials, driver);
    expect(trials.every(({ receipt }) => receipt.method === 'v2')).toBe(true);
    print(`${load}, v2`, trials);
  }, MANY_TRIALS_MS);

  test('Kill: the interpreter of a foreign script dies before its first instruction, every time', async () => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Kill]' }));
    box = makeBox(kernel);
    const driver = await startDriver(box, [inside(PROGRAMS.offend), 'many', 'script', inside(PROGRAMS.first), String(TRIALS)]);
    expect(await driver.line(MANY_TRIALS_MS)).toBe(`${TRIALS} 0 0`);
    expect(driver.written()).toBe(0);
  }, MANY_TRIALS_MS);

  test('Freeze: the interpreter of a foreign script stops before its first instruction, every time', async () => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
    box = makeBox(kernel);
    const driver = await startDriver(box, [inside(PROGRAMS.offend), 'loop', 'script', inside(PROGRAMS.first)]);
    const trials = await freezeTrials(kernel, { box, driver, trials: TRIALS });
    expectFirstInstruction(trials, driver);
    print(`${load}, script`, trials);
  }, MANY_TRIALS_MS);
});

function print(what: string, trials: readonly FrozenTrial[]): void {
  console.log(`hit → frozen, ${what}: ${figures(trials.map(({ receipt }) => receipt.frozenNs - receipt.hitNs))}`);
}

function expectFirstInstruction(trials: readonly FrozenTrial[], driver: Driver): void {
  const entry = entryOf(PROGRAMS.first);
  expect(trials.filter(({ counter }) => counter !== entry)).toEqual([]);
  expect(trials).toHaveLength(TRIALS);
  expect(driver.written()).toBe(0);
  expectNoFurtherCall(trials);
}

function expectNoFurtherCall(trials: readonly FrozenTrial[]): void {
  expect(trials.filter(({ receipt }) => receipt.revocations > 0 || receipt.offenderCalls > 0)).toEqual([]);
}
