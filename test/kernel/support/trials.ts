import type { Receipt } from '../../../src/agent/kernel/sensor';
import { processesOf } from '../../support/cgroup';
import { waitFor } from '../../support/wait';
import type { Box } from './box';
import { programCounter, stateOf, type Driver } from './driver';
import { companionOf } from './members';
import type { TestSensor } from './sensor';

/** Of a test of a thousand trials, in ms: they take seconds, or as long as a machine that others load makes them. */
export const MANY_TRIALS_MS = 900_000;

export interface Trials {
  readonly box: Box;
  readonly driver: Driver;
  readonly trials: number;
}

/** One container that was frozen, while it was. */
export interface FrozenTrial {
  readonly receipt: Receipt;
  /** Where the offender stood in its program. */
  readonly counter: bigint;
}

/**
 * Lets a driver offend again and again. Each time the container ends frozen, is looked at, its offender is killed before the thaw (so that
 * what it did before is all that it ever did), and the thaw lets the driver go on.
 */
export async function freezeTrials(test: TestSensor, { box, driver, trials }: Trials): Promise<FrozenTrial[]> {
  const frozen: FrozenTrial[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const next = nextReceipt(test, box, frozen.at(-1)?.receipt.hitNs);
    driver.command('t');
    const receipt = await next;
    if (!box.frozen()) throw new Error(`Trial ${trial}: a receipt, but the container is not frozen`);
    frozen.push({ receipt, counter: await counterOf(receipt.hostPid) });
    await endTrial(test, { box, driver, offender: receipt.hostPid });
  }
  return frozen;
}

/** The same where nobody hears the kernel: the container is looked at from outside. Where the offenders stood. */
export async function freezeTrialsUnheard(test: TestSensor, { box, driver, trials }: Trials): Promise<bigint[]> {
  const counters: bigint[] = [];
  for (let trial = 0; trial < trials; trial++) {
    driver.command('t');
    await waitFor('the container to freeze', () => box.frozen(), { interval: 1 });
    const offender = companionOf(box, driver.pid);
    counters.push(await counterOf(offender));
    await endTrial(test, { box, driver, offender });
  }
  return counters;
}

/** Continued behind a v2 freezer, a process passes through the kernel once more, from one wait to the next. */
function counterOf(pid: number): Promise<bigint> {
  return waitFor('the offender to stand', () => programCounter(pid), { interval: 1 });
}

async function endTrial(test: TestSensor, { box, driver, offender }: { readonly box: Box; readonly driver: Driver; readonly offender: number }): Promise<void> {
  process.kill(offender, 'SIGKILL');
  test.sensor.thaw(box.cgroup);
  const ended = await driver.line();
  if (ended !== '9 0') throw new Error(`An offender ended with "${ended}"`);
}

/** Resolves with the next receipt of this container that says frozen, for a hit later than `after`. */
export function nextReceipt(test: TestSensor, box: Box, after = 0n): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      const states = processesOf(box.cgroups).map((pid) => `${pid} ${String(stateOf(pid))}`);
      test.onReceipt.delete(listener);
      reject(new Error(`No receipt of "${box.name}" within 60 s; its processes: ${states.join(', ')}`));
    }, 60_000);
    const listener = (receipt: Receipt): void => {
      if (receipt.cgroup !== box.cgroup || receipt.state === '' || receipt.hitNs <= after) return;
      clearTimeout(late);
      test.onReceipt.delete(listener);
      resolve(receipt);
    };
    test.onReceipt.add(listener);
  });
}
