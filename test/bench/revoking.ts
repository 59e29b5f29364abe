import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt } from '../../src/agent/kernel/sensor';
import { makeBox, type Box } from '../kernel/support/box';
import { startDriver, turnsOf, type Driver } from '../kernel/support/driver';
import { killMembers } from '../kernel/support/members';
import { FOREIGN, policy, type TestSensor } from '../kernel/support/sensor';
import { nextReceipt } from '../kernel/support/trials';
import type { Figure } from './figure';
import { inside, type Programs } from './kernel';
import type { Scale } from './scale';

const REVOKERS = { none: 'nobody', cont: 'SIGCONT from a sibling', orphan: 'orphaned process group', ptrace: 'PTRACE_CONT' } as const;

interface Trial {
  readonly receipt: Receipt;
  /** Loops of the offender after its hit. */
  readonly loops: number;
}

/** What a stopped offender runs when somebody continues it: counted and printed, by the ways in which that is possible. */
export async function revoking(test: TestSensor, programs: Programs, { revocations }: Scale): Promise<readonly Figure[]> {
  await test.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
  const figures: Figure[] = [];
  for (const [how, name] of Object.entries(REVOKERS)) {
    const box = makeBox(test);
    const driver = await startDriver(box, [inside(programs.revoke), how, inside(programs.spin)]);
    const trials: Trial[] = [];
    for (let trial = 0; trial < revocations; trial++) trials.push(await tryOnce(test, { box, driver }, trials.at(-1)?.receipt.hitNs));
    await box.close();
    figures.push(...figuresOf(name, trials));
  }
  return figures;
}

async function tryOnce(test: TestSensor, { box, driver }: { readonly box: Box; readonly driver: Driver }, after: bigint | undefined): Promise<Trial> {
  const next = nextReceipt(test, box, after);
  driver.command('t');
  const receipt = await next;
  await sleep(1);
  const loops = Number(turnsOf(receipt.hostPid));
  killMembers(box, driver.pid);
  test.sensor.thaw(box.cgroup);
  const ended = await driver.line();
  if (ended !== 'ended') throw new Error(`The driver said "${ended}"`);
  return { receipt, loops };
}

function figuresOf(name: string, trials: readonly Trial[]): readonly Figure[] {
  const revoked = trials.filter(({ receipt }) => receipt.revocations > 0).length;
  const ran = trials.filter(({ loops }) => loops > 0).length;
  return [
    {
      ...{ name: `${name}: loops of the offender after its hit`, unit: '', rounds: [trials.map(({ loops }) => loops)] },
      ...(name === REVOKERS.none ? { targets: [{ of: 'max', limit: 0 } as const] } : {}),
      note: `${revoked} of ${trials.length} revoked, ${ran} ran`,
    },
    ...(name === REVOKERS.none ? [] : [{ name: `${name}: time that it may have run`, unit: 'ms', rounds: [trials.map(({ receipt }) => Number(receipt.revokedNs) / 1e6)] }]),
    { name: `${name}: calls it completed`, unit: '', rounds: [trials.map(({ receipt }) => receipt.offenderCalls)] },
  ];
}
