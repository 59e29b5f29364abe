import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KernelError } from '../../src/agent/kernel/kernel-error';
import { uninstall } from '../../src/agent/kernel/native-sensor';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { program } from '../support/programs';
import { waitFor } from '../support/wait';
import { build } from './support/compile';
import { fillImage, makeBox, type Box } from './support/box';
import { openTestSensor, policy, type TestSensor, type TestSensorOptions } from './support/sensor';


const KILL_AND_FREEZE = policy(
  { process: '{executable: ["/bin/nothing"]}', respond: '[Kill]' },
  { process: '{executable: ["/bin/counter"]}', respond: '[Freeze]' },
);

let first: TestSensor;
/** All of one test, whatever became of it. */
const opened: TestSensor[] = [];
let place: { readonly pinRoot: string; readonly runDirectory: string };

beforeEach(async () => {
  first = openTestSensor();
  opened.push(first);
  place = { pinRoot: first.pinRoot, runDirectory: join(first.session.directory, 'run') };
  await fillImage(first, [await program('counter'), await build('programs/nothing.c', { bare: true }), await build('programs/violator.c', { bare: true })]);
  await first.publish(KILL_AND_FREEZE);
});

afterEach(async () => {
  for (const { sensor } of opened) sensor.close();
  for (const { session } of opened.splice(0)) await session.close();
});

/** The next agent on the same pins, as after the first one's death: what is pinned is all that it has. */
function successorOf(previous: TestSensor, options: TestSensorOptions = {}): TestSensor {
  previous.sensor.close();
  const next = openTestSensor({ ...place, ...options });
  opened.push(next);
  return next;
}

/** The code with which a call is refused. */
function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof KernelError ? error.code : String(error);
  }
  return 'not refused';
}

function file(box: Box, name: string): () => readonly number[] {
  const path = join(box.shared, name);
  writeFileSync(path, Buffer.alloc(4096));
  return () => Array.from({ length: 4 }, (_, word) => Number(readFileSync(path).readBigUInt64LE(8 * word)));
}

/** A box with a program that starts a forbidden one without end; how often it tried and how many of those lived. */
async function violating(test: TestSensor): Promise<{ readonly tries: () => number; readonly survivors: () => number }> {
  const box = makeBox(test);
  const counts = file(box, 'tries');
  box.start(['/bin/violator', '/shared/tries', '/bin/nothing']);
  await waitFor('the first tries', () => (counts()[0] ?? 0) > 10);
  return { tries: () => counts()[0] ?? 0, survivors: () => (counts()[1] ?? 0) + (counts()[2] ?? 0) };
}

async function frozenBox(test: TestSensor): Promise<{ readonly box: Box; readonly count: () => number }> {
  const box = makeBox(test);
  const counts = file(box, 'count');
  box.start(['/bin/counter', '/shared/count']);
  await waitFor('the freeze', () => box.frozen());
  return { box, count: () => counts()[0] ?? 0 };
}

describe('between two agents', () => {
  it('goes on enforcing, and keeps what is frozen frozen, with no agent at all', async () => {
    const violator = await violating(first);
    const { box } = await frozenBox(first);
    first.sensor.close();
    const at = violator.tries();
    await waitFor('more tries', () => violator.tries() > at + 100);
    expect(violator.survivors()).toBe(0);
    expect(box.frozen()).toBe(true);
    uninstall(place);
    await waitFor('the tries to succeed once nothing is enforced', () => violator.survivors() > 0);
  });

  it('adopts the state, replaces the programs without a gap, and thaws what its predecessor froze', async () => {
    const violator = await violating(first);
    const { box, count } = await frozenBox(first);
    let current = first;
    for (let round = 0; round < 5; round++) {
      current = successorOf(current);
      await current.publish(KILL_AND_FREEZE);
    }
    expect(violator.survivors()).toBe(0);
    expect(box.frozen()).toBe(true);
    expect(readdirSync(join(place.pinRoot, 'v1/link'))).toHaveLength(1);
    current.sensor.thaw(box.cgroup);
    await waitFor('the thawed program to run', () => count() > 0);
    await current.close();
  });
});

describe('an agent of the next ABI', () => {
  beforeAll(() => run(join(CHECKOUT, 'scripts/build-addon.sh'), ['next'], { timeout: 600_000 }), 600_000);

  it('takes over under load without a gap, with a frozen container, and the old version is refused from then on', async () => {
    const violator = await violating(first);
    const { box, count } = await frozenBox(first);
    const next = successorOf(first, { addon: join(CHECKOUT, 'build/variants/next/build/Release/stasis.node') });
    const at = violator.tries();
    await waitFor('more tries', () => violator.tries() > at + 100);
    expect(violator.survivors()).toBe(0);
    expect(box.frozen()).toBe(true);
    expect(readdirSync(place.pinRoot)).toEqual(['v2']);
    next.sensor.thaw(box.cgroup);
    await waitFor('the thawed program to run', () => count() > 0);
    next.sensor.close();
    expect(codeOf(() => openTestSensor(place))).toBe('newer-layout');
    await next.close();
  });
});

describe('what is refused', () => {
  it('is a second agent, and the first is named', () => {
    expect(() => openTestSensor(place)).toThrow(new KernelError({ code: 'held', operation: 'lock', detail: String(process.pid) }));
    expect(codeOf(() => uninstall(place))).toBe('held');
    first.sensor.close();
    uninstall(place);
  });

  it('is a layout of a newer version, and nothing is changed', () => {
    first.sensor.close();
    mkdirSync(join(place.pinRoot, 'v7'));
    const before = readdirSync(join(place.pinRoot, 'v1/link')).concat(readdirSync(place.pinRoot));
    expect(codeOf(() => openTestSensor(place))).toBe('newer-layout');
    expect(codeOf(() => uninstall(place))).toBe('newer-layout');
    expect(readdirSync(join(place.pinRoot, 'v1/link')).concat(readdirSync(place.pinRoot))).toEqual(before);
    rmdirSync(join(place.pinRoot, 'v7'));
    uninstall(place);
  });
});

describe('uninstalling', () => {
  it('thaws first, and leaves nothing', async () => {
    const { box, count } = await frozenBox(first);
    first.sensor.close();
    uninstall(place);
    await waitFor('the thawed program to run', () => count() > 0);
    expect(box.frozen()).toBe(false);
    expect(() => statSync(place.pinRoot)).toThrow('ENOENT');
  });
});
