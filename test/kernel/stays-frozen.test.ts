/** What is frozen stays frozen, whoever wants it otherwise; a thaw gives back what was there; one that cannot settle delays no other. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { entryOf, figures, pageOf, programCounter, startDriver, stateOf, type Driver } from './support/driver';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import { nextReceipt } from './support/trials';


let kernel: TestSensor;
let programs: Readonly<Record<'answer' | 'first' | 'silent' | 'joiner', string>>;

beforeAll(async () => {
  programs = {
    answer: await build('programs/answer.c'),
    first: await build('programs/first.S'),
    silent: await build('programs/silent.c'),
    joiner: await build('programs/joiner.c'),
  };
  kernel = openTestSensor();
  await fillImage(kernel, Object.values(programs));
  await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
});
afterAll(() => kernel.close());

async function say(driver: Driver, command: string): Promise<string> {
  driver.command(command);
  return driver.line();
}

/** A server in a box, frozen because a foreign program was started in it. */
async function freezeServer(box: Box, server: Driver): Promise<number> {
  const next = nextReceipt(kernel, box);
  server.command('f');
  return (await next).hostPid;
}

/** Whether the server prints this line within so many milliseconds; others are passed over. */
async function hears(server: Driver, wanted: string, timeout: number): Promise<boolean> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    const line = await server.line(end - Date.now()).catch(() => undefined);
    if (line === wanted) return true;
  }
  return false;
}

describe.each([1, 2] as const)('a container frozen by freezer v%d', (freezer) => {
  let box: Box;
  let server: Driver;
  let offender: number;
  let counting: number;

  beforeEach(async () => {
    box = makeBox(kernel, { freezer });
    server = await startDriver(box, [`/bin/${basename(programs.answer)}`]);
    counting = Number(await say(server, 'c'));
    await waitFor('the counter', () => pageOf(box).get('count') > 0n);
    offender = await freezeServer(box, server);
  });
  afterEach(() => box.close());

  async function expectStill(): Promise<void> {
    const count = pageOf(box).get('count');
    await sleep(50);
    expect(pageOf(box).get('count')).toBe(count);
    expect(box.frozen()).toBe(true);
    expect(programCounter(offender)).toBe(entryOf(programs.first));
    expect(server.written()).toBe(0);
  }

  test('does not answer, and its offender stands at its first instruction', async () => {
    server.command('?');
    await expectStill();
    expect(await hears(server, 'answer', 200)).toBe(false);
  });

  test('stays frozen when the host sends SIGCONT to everybody in it', async () => {
    for (const pid of [server.pid, offender, counting]) process.kill(pid, 'SIGCONT');
    await expectStill();
  });

  test('stops a process that is put into its cgroup, in whichever hierarchy, until the thaw', async () => {
    const joiners = await Promise.all([box.cgroups.unified, box.cgroups.freezer].flatMap((cgroup) => (cgroup === undefined ? [] : [startJoiner(cgroup)])));
    await waitFor('the joined processes to stand', () => joiners.every(({ pid }) => programCounter(pid) !== undefined), { interval: 1 });
    const counts = joiners.map(({ count }) => count());
    await expectStill();
    expect(joiners.map(({ count }) => count())).toEqual(counts);
    process.kill(offender, 'SIGKILL');
    kernel.sensor.thaw(box.cgroup);
    await waitFor('the joined processes to run', () => joiners.every(({ count }, at) => count() > (counts[at] ?? 0n)));
    await Promise.all(joiners.map(({ end }) => end()));
  });

  test('is frozen again when somebody else thaws it, as a runtime does that resumes it', async () => {
    const { unified, freezer: v1 } = box.cgroups;
    const [file, thaw] = freezer === 1 ? [join(v1 ?? '', 'freezer.state'), 'THAWED'] : [join(unified, 'cgroup.freeze'), '0'];
    writeFileSync(file, thaw);
    await waitFor('it to be frozen again', () => box.frozen());
    const count = pageOf(box).get('count');
    await sleep(50);
    expect(pageOf(box).get('count')).toBe(count);
  });

  interface Joiner {
    readonly pid: number;
    /** How far it counted since it joined. */
    readonly count: () => bigint;
    readonly end: () => Promise<unknown>;
  }

  async function startJoiner(cgroup: string): Promise<Joiner> {
    const file = join(box.shared, `joined-${cgroup.replaceAll('/', '-')}`);
    const child = kernel.session.start(programs.joiner, [cgroup, file], { stdio: 'ignore' });
    await waitFor('a process to join', () => readFileSync(join(cgroup, 'cgroup.procs'), 'utf8').split('\n').includes(String(child.pid)));
    return {
      pid: child.pid ?? 0,
      count: () => readFileSync(file).readBigUInt64LE(),
      end: () => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        return ended;
      },
    };
  }

  test('answers again after the thaw, with whatever it was asked meanwhile', async () => {
    server.command('?');
    const count = pageOf(box).get('count');
    kernel.sensor.thaw(box.cgroup);
    expect(await hears(server, 'answer', 60_000)).toBe(true);
    await waitFor('the counter to go on', () => pageOf(box).get('count') > count);
    await waitFor('the offender to run', () => server.written() === 1); // a thaw forgives
    expect(box.frozen()).toBe(false);
  });
});

test.each([1, 2] as const)('a thaw (freezer v%d) continues only those whom the hook stopped', async (freezer) => {
  const box = makeBox(kernel, { freezer });
  const server = await startDriver(box, [`/bin/${basename(programs.answer)}`]);
  const stoppedBefore = Number(await say(server, 's'));
  expect(stateOf(stoppedBefore)).toBe('T');
  await freezeServer(box, server);
  kernel.sensor.thaw(box.cgroup);
  server.command('?');
  expect(await hears(server, 'answer', 60_000)).toBe(true);
  await sleep(50);
  expect(stateOf(stoppedBefore)).toBe('T');
  expect(pageOf(box).get('count')).toBe(0n);
  process.kill(stoppedBefore, 'SIGCONT'); // it was in order all the time
  await waitFor('it to run when its own side continues it', () => pageOf(box).get('count') > 0n);
  await box.close();
});

test('a container that cannot settle delays no other, and settles as soon as it can', async () => {
  const serving = makeBox(kernel);
  const stuck = makeBox(kernel);
  const silent = `/bin/${basename(programs.silent)}`;
  const server = await startDriver(serving, [silent, 'serve']);
  const sleeper = await startDriver(stuck, [silent, 'ask', `/bin/${basename(programs.first)}`], server.pid);
  const unreachable = Number(await sleeper.line());
  const others = await Promise.all(Array.from({ length: 10 }, async () => {
    const box = makeBox(kernel);
    return { box, server: await startDriver(box, [`/bin/${basename(programs.answer)}`]) };
  }));
  const settled = nextReceipt(kernel, stuck);
  sleeper.command('f');
  await waitFor('the offender of the stuck container to stop', () => kernel.sensor.containers().some(({ cgroup, contained }) => cgroup === stuck.cgroup && contained));
  await sleep(300);
  expect(stuck.frozen()).toBe(false);
  await waitFor('its child to sleep where no freezer reaches it', () => stateOf(unreachable) === 'D');

  const took: bigint[] = [];
  for (const { box, server: other } of others) {
    const receipt = nextReceipt(kernel, box);
    other.command('f');
    const { frozenNs, hitNs } = await receipt;
    took.push(frozenNs - hitNs);
  }
  console.log(`hit → frozen beside a container that cannot settle: ${figures(took)}`);
  // The stuck one settles only below; whoever waited for it would have no receipt. Most are as fast as ever, however busy the machine is.
  expect(took.filter((ns) => ns > 100_000_000n).length).toBeLessThan(took.length / 2);

  expect(sleeper.written()).toBe(0);
  server.child.kill('SIGKILL');
  expect((await settled).state).not.toBe('');
  expect(stuck.frozen()).toBe(true);
  expect(sleeper.written()).toBe(0);
  await Promise.all([stuck.close(), serving.close(), ...others.map(({ box }) => box.close())]);
});
