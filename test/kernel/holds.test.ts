import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { program } from '../support/programs';
import { untilFair, waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { openTestSensor, policy, type TestSensor } from './support/sensor';


const COUNTER = '{executable: ["/bin/counter"]}';
const FREEZE_OR = {
  go: policy({ process: COUNTER, respond: '[Freeze]' }),
  kill: policy({ process: COUNTER, respond: '[Freeze, Kill]' }),
};

let kernel: TestSensor;

beforeAll(async () => {
  kernel = openTestSensor({ permits: 'Required' });
  await fillImage(kernel, [await program('counter'), await program('worker')]);
});

afterAll(() => kernel.close());

interface Held {
  readonly box: Box;
  readonly child: ChildProcess;
  readonly count: () => bigint;
}

/** Starts the forbidden program in a container without a permit, and waits until it is told as held, for so many ms. */
async function hold(rules: string, milliseconds = 86_400_000): Promise<Held> {
  kernel.holdFor(milliseconds);
  await kernel.publish(rules);
  const box = makeBox(kernel);
  const path = join(box.shared, 'count');
  writeFileSync(path, Buffer.alloc(4096));
  const before = kernel.events.length;
  const child = box.start(['/bin/counter', '/shared/count']);
  await waitFor('the hold', () => kernel.events.slice(before).some((event) => event.kind === 'process' && event.header.result === 'Held'));
  return { box, child, count: () => readFileSync(path).readBigUInt64LE() };
}

function pidOf({ child }: Held): number {
  if (child.pid === undefined) throw new Error('The program was not started');
  return child.pid;
}

describe('an offender in a container without a permit', () => {
  it('waits without an instruction, and its container is frozen once the permit is granted', async () => {
    const held = await hold(FREEZE_OR.go);
    expect(held.count()).toBe(0n);
    expect(held.box.frozen()).toBe(false);
    kernel.sensor.answerHold(pidOf(held), true);
    const receipt = await waitFor('the receipt', () => kernel.receipts.find(({ cgroup }) => cgroup === held.box.cgroup));
    expect(receipt.hostPid).toBe(pidOf(held));
    expect(receipt.eventId).toBe(kernel.findings().at(-1)?.header.id);
    expect(held.box.frozen()).toBe(true);
    expect(held.count()).toBe(0n);
    kernel.sensor.thaw(held.box.cgroup);
    await waitFor('the offender to go on after the thaw', () => held.count() > 0n);
    await held.box.close();
  });

  it('goes on when the permit is refused and the rule lists nothing else', async () => {
    const held = await hold(FREEZE_OR.go);
    kernel.sensor.answerHold(pidOf(held), false);
    await waitFor('the offender to go on', () => held.count() > 0n);
    expect(held.box.frozen()).toBe(false);
    await held.box.close();
  });

  it('is killed when the permit is refused and the rule lists Kill', async () => {
    const held = await hold(FREEZE_OR.kill);
    const ended = once(held.child, 'exit');
    kernel.sensor.answerHold(pidOf(held), false);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(held.count()).toBe(0n);
    await held.box.close();
  });

  it('gets its fallback when nobody answers in two seconds', async () => {
    const took = await untilFair('the end of two seconds is seen soon', async () => {
      const from = Date.now(); // before it is held
      const held = await hold(FREEZE_OR.kill, 2000);
      await waitFor('its end', () => held.child.signalCode !== null || held.child.exitCode !== null);
      const until = Date.now();
      expect(held.child.signalCode).toBe('SIGKILL');
      expect(held.count()).toBe(0n);
      await held.box.close();
      return until - from;
    }, (milliseconds) => milliseconds < 3500);
    expect(took).toBeGreaterThanOrEqual(2000);
  });

  it('stays stopped when its container is frozen for another reason, until that is thawed', async () => {
    const held = await hold(FREEZE_OR.go);
    kernel.sensor.freeze(held.box.cgroup);
    await waitFor('the freeze', () => held.box.frozen());
    kernel.sensor.answerHold(pidOf(held), false);
    expect(held.count()).toBe(0n);
    kernel.sensor.thaw(held.box.cgroup);
    await waitFor('the offender to go on', () => held.count() > 0n);
    await held.box.close();
  });
});
