/** Whoever continues an offender before the freezer has it: counted, told, and of no use. The offender counts what it was able to run. */
import { spawn } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt } from '../../src/agent/kernel/sensor';
import { killMembers } from './support/members';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { pageOf, startDriver, stateOf, turnsOf, type Driver, type Page } from './support/driver';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import { MANY_TRIALS_MS, nextReceipt } from './support/trials';
import { waitFor } from '../support/wait';

const TRIALS = 200;
/** Who wins how often, the machine decides: the revokers get more trials until they have won so many, and an end where they never do. */
const WINS = TRIALS / 20;
const MOST_TRIALS = 20 * TRIALS;

interface Trial {
  readonly receipt: Receipt;
  /** Loops of the offender after its hit. */
  readonly ran: bigint;
  /** The revoker acted before the freezer held. */
  readonly inTime: boolean;
  /** Findings that tell of revocations. */
  readonly told: number;
}

let kernel: TestSensor;
let box: Box;
let programs: { readonly revoke: string; readonly spin: string };

beforeAll(async () => {
  programs = { revoke: await build('programs/revoke.c'), spin: await build('programs/spin.S') };
  kernel = openTestSensor();
  await fillImage(kernel, Object.values(programs));
  await kernel.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
});
beforeEach(() => {
  box = makeBox(kernel);
});
afterEach(() => box.close());
afterAll(() => kernel.close());

/** So many trials, and more of them, up to `MOST_TRIALS`, until it is `enough`. */
async function tryAll(how: string, enough: (trials: readonly Trial[]) => boolean = () => true): Promise<Trial[]> {
  const driver = await startDriver(box, [`/bin/${basename(programs.revoke)}`, how, `/bin/${basename(programs.spin)}`]);
  const page = pageOf(box);
  const trials: Trial[] = [];
  while (trials.length < TRIALS || (trials.length < MOST_TRIALS && !enough(trials))) {
    trials.push(await tryOnce(driver, page, trials.at(-1)?.receipt.hitNs));
  }
  return trials;
}

async function tryOnce(driver: Driver, page: Page, after: bigint | undefined): Promise<Trial> {
  kernel.events.length = 0;
  const next = nextReceipt(kernel, box, after);
  driver.command('t');
  const receipt = await next;
  const ran = turnsOf(receipt.hostPid);
  expect(box.frozen()).toBe(true);
  await sleep(1);
  expect(turnsOf(receipt.hostPid)).toBe(ran); // nobody runs any more
  const acted = page.get('acted');
  const told = kernel.events.filter(({ kind }) => kind === 'revocation').length;
  killMembers(box, driver.pid);
  kernel.sensor.thaw(box.cgroup);
  expect(await driver.line()).toBe('ended');
  return { receipt, ran, inTime: acted > 0n && acted < receipt.frozenNs, told };
}

const revokedIn = (trials: readonly Trial[]): readonly Trial[] => trials.filter(({ receipt }) => receipt.revocations > 0);
const isMeasured = ({ receipt }: Trial): boolean => receipt.revokedNs > 0n;
const wonOften = (trials: readonly Trial[]): boolean => revokedIn(trials).length >= WINS && trials.some(isMeasured);

function print(how: string, trials: readonly Trial[]): void {
  const revoked = revokedIn(trials);
  const ran = trials.filter((trial) => trial.ran > 0n);
  const loops = ran.map((trial) => Number(trial.ran)).sort((left, right) => left - right);
  const worst = loops.at(-1) ?? 0;
  console.log(
    `${how}: of ${trials.length} trials ${trials.filter(({ inTime }) => inTime).length} revokers acted before the freezer held, ` +
      `${revoked.length} revocations, ${ran.length} offenders ran: p50 ${loops[loops.length >> 1] ?? 0}, max ${worst} loops; ` +
      `further calls max ${Math.max(...trials.map(({ receipt }) => receipt.offenderCalls))}`,
  );
}

test('the offender would be seen to run', async () => {
  const offender = spawn(programs.spin, { stdio: 'ignore' });
  const pid = offender.pid ?? 0;
  await waitFor('its program to be started', () => readlinkSync(`/proc/${pid}/exe`) === programs.spin, { interval: 1 });
  await waitFor('it to have run', async () => {
    offender.kill('SIGSTOP');
    await waitFor('it to be stopped', () => stateOf(pid) === 'T', { interval: 1 });
    const turns = turnsOf(pid);
    offender.kill('SIGCONT');
    return turns > 0n;
  });
  offender.kill('SIGKILL');
});

test('nobody: the offender runs no instruction', async () => {
  const trials = await tryAll('none');
  print('none', trials);
  expect(trials.filter(({ ran, receipt }) => ran > 0n || receipt.revocations > 0)).toEqual([]);
}, MANY_TRIALS_MS);

test.each([
  ['cont', 'SIGCONT from a sibling'],
  ['orphan', 'an orphaned process group'],
  ['ptrace', 'PTRACE_CONT by a tracer'],
])('%s: %s is counted in the receipt, and the container ends frozen all the same', async (how) => {
  const trials = await tryAll(how, wonOften);
  print(how, trials);
  expect(revokedIn(trials).length).toBeGreaterThanOrEqual(WINS); // else nothing was tried
  expect(trials.filter(({ ran, receipt }) => ran > 0n && (receipt.revocations === 0 || receipt.revokedNs === 0n))).toEqual([]);
  expect(trials.filter(({ receipt: { revocations, revokedNs, hitNs, frozenNs } }) => revokedNs > (revocations === 0 ? 0n : frozenNs - hitNs))).toEqual([]);
  expect(trials.some(isMeasured)).toBe(true);
  expect(revokedIn(trials).filter(({ told }) => told === 0)).toEqual([]);
}, MANY_TRIALS_MS);
