/** Nothing runs after a hit, also when nobody hears the kernel: a full ring, a blocked JS thread. Reflex thread and hooks need neither. */
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { boxProgram, fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { entryOf, startDriver } from './support/driver';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import { freezeTrialsUnheard, MANY_TRIALS_MS } from './support/trials';


const TRIALS = 1000;
const BLOCKED_MS = 5000;
const MOST_BLOCKED_MS = 600_000;

let first: string;
let trap: string;
let offend: string;
let kernel: TestSensor;

beforeAll(async () => {
  first = await build('programs/first.S');
  trap = await build('programs/first.S', { defines: ['TRAP'] });
  offend = await build('programs/offend.c');
});

async function open(listen: boolean): Promise<void> {
  kernel = openTestSensor({ listen });
  await fillImage(kernel, [first, trap, offend]);
}

const inside = (program: string): string => `/bin/${basename(program)}`;
const noiseAnd = (respond: string): string =>
  policy({ process: '{executable: [/tmp/noise]}', respond: '[Alert]' }, { process: '{executable: [/tmp/foreign], origin: [Written]}', respond });

describe('with a findings ring that is full', () => {
  beforeAll(() => open(false));
  afterAll(() => kernel.close());

  async function fillRing(box: Box): Promise<void> {
    const flood = box.start([inside(offend), 'flood', inside(first), '1200'], { stdio: ['ignore', 'ignore', 'inherit', 'ignore'] });
    await once(flood, 'exit');
    expect(kernel.sensor.counters()['droppedFindings']).toBeGreaterThan(0);
  }

  test('Kill: foreign programs die before their first instruction', async () => {
    await kernel.publish(noiseAnd('[Kill]'));
    const box = makeBox(kernel);
    await fillRing(box);
    const driver = await startDriver(makeBox(kernel), [inside(offend), 'many', 'mixed', inside(trap), String(TRIALS)]);
    expect(await driver.line(MANY_TRIALS_MS)).toBe(`${TRIALS} 0 0`);
    await box.close();
  }, MANY_TRIALS_MS);

  test('Freeze: foreign programs stand at their first instruction', async () => {
    await kernel.publish(noiseAnd('[Freeze]'));
    const box = makeBox(kernel);
    await fillRing(box);
    const offenders = makeBox(kernel);
    const driver = await startDriver(offenders, [inside(offend), 'loop', 'mixed', inside(first)]);
    const dropped = kernel.sensor.counters()['droppedFindings'] ?? 0;
    const counters = await freezeTrialsUnheard(kernel, { box: offenders, driver, trials: TRIALS });
    expect(counters.filter((counter) => counter !== entryOf(first))).toEqual([]);
    expect(counters).toHaveLength(TRIALS);
    expect(driver.written()).toBe(0);
    expect(kernel.sensor.counters()['droppedFindings']).toBeGreaterThan(dropped); // it was full all the time
    await Promise.all([box.close(), offenders.close()]);
  }, MANY_TRIALS_MS);
});

describe('with a JS thread that is blocked', () => {
  beforeAll(() => open(true));
  afterAll(() => kernel.close());

  /** Blocks this thread for 5 s, and on until `file` ends with "end" (at most for ten minutes). Milliseconds until that was so. */
  function blockUntilWritten(file: string): number {
    const nothing = new Int32Array(new SharedArrayBuffer(4));
    const start = Date.now();
    let written = 0;
    while (Date.now() - start < BLOCKED_MS || (written === 0 && Date.now() - start < MOST_BLOCKED_MS)) {
      Atomics.wait(nothing, 0, 0, 100);
      if (written === 0 && existsSync(file) && readFileSync(file, 'utf8').endsWith('end\n')) written = Date.now() - start;
    }
    return written;
  }

  test('Kill: foreign programs die before their first instruction', async () => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Kill]' }));
    const box = makeBox(kernel);
    const results = join(box.shared, 'results');
    const command = `${inside(offend)} many mixed ${inside(trap)} ${TRIALS}`;
    const child = kernel.session.start('sh', ['-c', `"$@" > "$0"; echo end >> "$0"`, results, await boxProgram(), ...box.arguments, '--', ...command.split(' ')], { stdio: 'ignore' });
    expect(blockUntilWritten(results)).toBeGreaterThan(0);
    await once(child, 'exit');
    expect(readFileSync(results, 'utf8')).toBe(`ready\n${TRIALS} 0 0\nend\n`);
    await box.close();
  }, MANY_TRIALS_MS);

  test('Freeze: foreign programs stand at their first instruction, each in its container', async () => {
    await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
    const boxes = Array.from({ length: TRIALS }, () => makeBox(kernel));
    const list = join(kernel.session.directory, 'list');
    const results = join(kernel.session.directory, 'results');
    writeFileSync(list, boxes.map(lineOf).join(''));
    const command = [await boxProgram(), list, results, '--', inside(offend), 'once', 'mixed', inside(first)];
    kernel.session.start(await build('programs/trials.c'), command, { stdio: 'ignore' });
    const took = blockUntilWritten(results);
    expect(took).toBeGreaterThan(0);
    const lines = readFileSync(results, 'utf8').trimEnd().split('\n').slice(0, -1).map((line) => line.split(' '));
    const entry = `0x${entryOf(first).toString(16)}`;
    expect(lines.filter(([frozenAfter, counter, bytes]) => Number(frozenAfter) < 0 || counter !== entry || bytes !== '0')).toEqual([]);
    expect(lines).toHaveLength(TRIALS);
    console.log(`${TRIALS} containers frozen within ${took} ms beside a blocked JS thread`);
    await Promise.all(boxes.map((box) => box.close()));
  }, MANY_TRIALS_MS);

  function lineOf({ arguments: [cgroups, overlay], cgroups: { freezer, unified } }: Box): string {
    return `${String(cgroups)} ${String(overlay)} ${freezer === undefined ? join(unified, 'cgroup.events') : join(freezer, 'freezer.state')}\n`;
  }
});
