/** What the other processes of a container still do after a hit: at most one more system call each; a fork storm ends frozen too. */
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt } from '../../src/agent/kernel/sensor';
import { processesOf } from '../support/cgroup';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { figures, pageOf, startDriver } from './support/driver';
import { killMembers } from './support/members';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import { nextReceipt } from './support/trials';

const SIBLINGS = 8;
const STORM = 100;


let kernel: TestSensor;
let box: Box;
let programs: { readonly siblings: string; readonly first: string };

beforeAll(async () => {
  programs = { siblings: await build('programs/siblings.c'), first: await build('programs/first.S') };
  kernel = openTestSensor();
  await fillImage(kernel, Object.values(programs));
  await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
});
afterEach(() => box.close());
afterAll(() => kernel.close());

const command = (how: string, size: number): readonly string[] => [`/bin/${basename(programs.siblings)}`, how, String(size), `/bin/${basename(programs.first)}`];

test.each([1, 2] as const)('processes that loop over system calls complete at most one more each, by freezer v%d', async (freezer) => {
  box = makeBox(kernel, { freezer });
  const driver = await startDriver(box, command('steady', SIBLINGS));
  const page = pageOf(box);
  const receipts: Receipt[] = [];
  for (let trial = 0; trial < 100; trial++) {
    const before = page.siblings(SIBLINGS).map(({ calls }) => calls);
    await waitFor('a sibling to run again', () => page.siblings(SIBLINGS).some(({ calls }, at) => calls > (before[at] ?? 0n)), { interval: 1 });
    const next = nextReceipt(kernel, box, receipts.at(-1)?.hitNs);
    driver.command('t');
    const receipt = await next;
    receipts.push(receipt);
    const returned = page.siblings(SIBLINGS).map(({ returnedNs }) => returnedNs.filter((ns) => ns > receipt.stoppedNs).length);
    expect(Math.max(...returned)).toBeLessThanOrEqual(1);
    expect(receipt.callsAfter).toBeLessThanOrEqual(SIBLINGS + 1); // the driver waits in a call that the freezer interrupts
    process.kill(receipt.hostPid, 'SIGKILL');
    kernel.sensor.thaw(box.cgroup);
    expect(await driver.line()).toBe('ended');
  }
  const last = page.siblings(SIBLINGS);
  await waitFor('all siblings to run again', () => page.siblings(SIBLINGS).every(({ calls }, at) => calls > (last[at]?.calls ?? 0n)));
  console.log(`hit → frozen, v${freezer}, ${SIBLINGS} busy siblings: ${figures(receipts.map(({ frozenNs, hitNs }) => frozenNs - hitNs))}; calls after the hit, all siblings: max ${Math.max(...receipts.map(({ callsAfter }) => callsAfter))}`);
});

test.each([1, 2] as const)('a storm of 100 forks around the hit ends frozen (v%d), and nobody runs after that', async (freezer) => {
  box = makeBox(kernel, { freezer });
  const driver = await startDriver(box, command('storm', STORM));
  const page = pageOf(box);
  const receipts: Receipt[] = [];
  const caught: number[] = [];
  const stormy = (): boolean => caught.some((members) => members > STORM / 2);
  // Where in the storm the hit falls, the machine decides.
  for (let trial = 0; trial < 10 || (trial < 200 && !stormy()); trial++) {
    const next = nextReceipt(kernel, box, receipts.at(-1)?.hitNs);
    driver.command('t');
    receipts.push(await next);
    const members = processesOf(box.cgroups).length;
    const then = page.siblings(STORM);
    await sleep(30);
    expect(box.frozen()).toBe(true);
    expect(page.siblings(STORM)).toEqual(then);
    expect(processesOf(box.cgroups)).toHaveLength(members);
    caught.push(members);
    killMembers(box, driver.pid);
    kernel.sensor.thaw(box.cgroup);
    expect(await driver.line()).toBe('ended');
  }
  console.log(`hit → frozen, v${freezer}, in a fork storm: ${figures(receipts.map(({ frozenNs, hitNs }) => frozenNs - hitNs))}; processes then ${Math.min(...caught)} to ${Math.max(...caught)}`);
  expect(stormy()).toBe(true);
});
