import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '../../src/agent/kernel/sensor';
import { program } from '../support/programs';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { openTestSensor, policy, type TestSensor } from './support/sensor';
import { nextReceipt } from './support/trials';


const FREEZE_COUNTER = policy({ process: '{executable: ["/bin/counter"]}', respond: '[Freeze]' });

let test_: TestSensor;

beforeAll(async () => {
  test_ = openTestSensor();
  await fillImage(test_, [await program('counter'), await program('worker')]);
  await test_.publish(FREEZE_COUNTER);
});

afterAll(() => test_.close());

function withFile(box: Box, name: string): () => bigint {
  const path = join(box.shared, name);
  writeFileSync(path, Buffer.alloc(4096));
  return () => readFileSync(path).readBigUInt64LE();
}

/** Starts the forbidden program and waits for the receipt of its container. */
async function hit(box: Box, after?: Receipt): Promise<{ readonly receipt: Receipt; readonly child: ChildProcess }> {
  const next = nextReceipt(test_, box, after?.hitNs);
  const child = box.start(['/bin/counter', '/shared/count']);
  return { receipt: await next, child };
}

describe('the reflex thread', () => {
  it('freezes the container before the offender runs, and tells when the freezer said so', async () => {
    const box = makeBox(test_);
    const count = withFile(box, 'count');
    const { receipt } = await hit(box);
    expect(box.frozen()).toBe(true);
    expect(count()).toBe(0n);
    expect(receipt).toMatchObject({ state: receipt.method === 'v1' ? 'FROZEN' : 'frozen 1', offenderCalls: 0, revocations: 0 });
    expect(receipt.frozenNs).toBeGreaterThan(receipt.hitNs);
    await waitFor('its finding', () => test_.findings().some(({ header }) => header.id === receipt.eventId));
    await box.close();
  });

  it('gives back a running container when it is thawed, and freezes it again at the next hit', async () => {
    const box = makeBox(test_);
    const count = withFile(box, 'count');
    let last: Receipt | undefined;
    for (let round = 0; round < 3; round++) {
      const { receipt } = await hit(box, last);
      last = receipt;
      const at = count();
      test_.sensor.thaw(box.cgroup);
      await waitFor('the offender to run', () => count() > at);
      expect(box.frozen()).toBe(false);
      expect(test_.sensor.containers().find(({ cgroup }) => cgroup === box.cgroup)?.contained).toBe(false);
      expect(receipt.callsAfter).toBeLessThanOrEqual(round);
    }
    await box.close();
  });

  it('freezes on a person\'s demand, busy processes included', async () => {
    const box = makeBox(test_);
    const count = withFile(box, 'work');
    const worker = box.start(['/bin/worker', '/shared/work', '4', 'spin'], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (worker.stdout !== null) await once(worker.stdout, 'data');
    const before = test_.receipts.length;
    test_.sensor.freeze(box.cgroup);
    const receipt = await waitFor('the receipt', () => test_.receipts.slice(before).find(({ cgroup }) => cgroup === box.cgroup));
    expect(receipt).toMatchObject({ eventId: 0n, hostPid: 0 });
    const at = count();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count()).toBe(at);
    test_.sensor.thaw(box.cgroup);
    await box.close();
  });

  describe('where the runtime is to freeze', () => {
    const settings = { startup: 'Open', freezesPerMinute: 0, orphanAfterMs: 0 } as const;
    beforeAll(() => test_.sensor.configure({ ...settings, freezer: 'Runtime' }));
    afterAll(() => test_.sensor.configure({ ...settings, freezer: 'Direct' }));

    it('holds the offender until the freezer says so, and undoes a resume by itself', async () => {
      const box = makeBox(test_);
      const count = withFile(box, 'count');
      box.start(['/bin/counter', '/shared/count']);
      await waitFor('the containment', () => test_.sensor.containers().some(({ cgroup, contained }) => cgroup === box.cgroup && contained));
      expect(box.frozen()).toBe(false);
      box.putFreezer(true);
      const receipt = await waitFor('the receipt', () => test_.receipts.find(({ cgroup }) => cgroup === box.cgroup));
      expect(receipt.frozenNs - receipt.hitNs).toBeLessThan(2_000_000_000n);
      expect(count()).toBe(0n);
      box.putFreezer(false);
      const again = await waitFor('the freeze to hold again', () => test_.receipts.find(({ cgroup, revocations }) => cgroup === box.cgroup && revocations > 0));
      expect(again.eventId).toBe(receipt.eventId);
      expect(box.frozen()).toBe(true);
      await box.close();
    });

    it('freezes all the same when that does not come to pass', async () => {
      const box = makeBox(test_);
      const count = withFile(box, 'count');
      const { receipt } = await hit(box);
      expect(receipt.frozenNs - receipt.hitNs).toBeGreaterThanOrEqual(2_000_000_000n);
      expect(box.frozen()).toBe(true);
      expect(count()).toBe(0n);
      await box.close();
    });
  });

  it('lets the bucket limit how many containers it freezes', async () => {
    const limited = openTestSensor({ freezesPerMinute: 2 });
    await fillImage(limited, [await program('counter')]);
    await limited.publish(FREEZE_COUNTER);
    const boxes = Array.from({ length: 4 }, () => makeBox(limited));
    for (const box of boxes) {
      withFile(box, 'count');
      box.start(['/bin/counter', '/shared/count']);
    }
    await waitFor('all findings', () => limited.findings().length >= 4);
    const results = limited.findings().map(({ header }) => header.result).sort();
    expect(results).toEqual(['Done', 'Done', 'Refused', 'Refused']);
    for (const box of boxes) await box.close();
    await limited.close();
  });

  it.each([0, 8])('prints how long hits take until frozen, with %i busy processes beside', async (busy) => {
    const box = makeBox(test_);
    withFile(box, 'count');
    if (busy > 0) {
      withFile(box, 'work');
      const worker = box.start(['/bin/worker', '/shared/work', String(busy)], { stdio: ['ignore', 'pipe', 'inherit'] });
      if (worker.stdout !== null) await once(worker.stdout, 'data');
    }
    const milliseconds: number[] = [];
    let last: Receipt | undefined;
    for (let trial = 0; trial < 40; trial++) {
      const { receipt, child } = await hit(box, last);
      last = receipt;
      milliseconds.push(Number(receipt.frozenNs - receipt.hitNs) / 1e6);
      child.kill('SIGKILL');
      test_.sensor.thaw(box.cgroup);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    milliseconds.sort((left, right) => left - right);
    const at = (share: number): string => (milliseconds[Math.min(milliseconds.length - 1, Math.floor(share * milliseconds.length))] ?? 0).toFixed(3);
    console.log(`hit to frozen, ${busy} busy: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms, real time: ${String(test_.sensor.reflex().realTime)}`);
    await box.close();
  });
});
