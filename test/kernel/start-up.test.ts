import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../support/programs';
import { untilFair, waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { openTestSensor, policy, type TestSensor } from './support/sensor';


/** Selects by name, so that it covers a container from its binding on. */
const BY_NAME = [
  'apiVersion: stasis.dev/v1alpha1',
  'kind: ClusterSecurityPolicy',
  'metadata: {name: test}',
  'spec:',
  '  mode: Enforce',
  '  target: {containers: [victim]}',
  '  rules:',
  '  - {name: rule, severity: High, process: {executable: ["/bin/counter"]}, respond: [Freeze]}',
  '',
].join('\n');

let kernel: TestSensor;

/** Covers a container before its name is known, too. */
const ALL = policy({ process: '{executable: ["/bin/counter"]}', respond: '[Freeze]' });

async function open(startup: 'Open' | 'Wait', { rules = BY_NAME, freezesPerMinute = 0 } = {}): Promise<void> {
  kernel = openTestSensor({ startup, freezesPerMinute });
  kernel.holdFor(86_400_000);
  await fillImage(kernel, [await program('counter')]);
  await kernel.publish(rules);
}

afterEach(() => kernel.close());

/** Starts the program in a container whose name nobody has told yet. */
async function startUnbound(name: string, told: 'container-waits' | 'container-gap'): Promise<{ readonly box: Box; readonly count: () => bigint }> {
  const box = makeBox(kernel, { name, bound: false });
  const path = join(box.shared, 'count');
  writeFileSync(path, Buffer.alloc(4096));
  box.start(['/bin/counter', '/shared/count']);
  await waitFor(told, () => kernel.events.some((event) => event.kind === told && event.cgroup === box.cgroup));
  return { box, count: () => readFileSync(path).readBigUInt64LE() };
}

describe('a container that starts before its name is known', () => {
  it('waits without an instruction when start-up waits, and goes on when it is bound', async () => {
    await open('Wait');
    const { box, count } = await startUnbound('other', 'container-waits');
    expect(count()).toBe(0n);
    box.bind();
    await waitFor('the program to run', () => count() > 0n);
    expect(kernel.findings()).toEqual([]);
    await box.close();
  });

  it('is judged by the rules that select its name before its first instruction', async () => {
    await open('Wait');
    const { box, count } = await startUnbound('victim', 'container-waits');
    box.bind();
    await waitFor('the freeze', () => box.frozen());
    await waitFor('the finding', () => kernel.findings().length > 0);
    expect(kernel.findings()[0]).toMatchObject({ header: { action: 'Freeze', result: 'Done' }, flags: { late: true } });
    expect(count()).toBe(0n);
    await box.close();
  });

  it('runs at once when start-up is open, and the gap is counted', async () => {
    await open('Open');
    const { box, count } = await startUnbound('victim', 'container-gap');
    await waitFor('the program to run', () => count() > 0n);
    expect(kernel.sensor.counters()).toMatchObject({ startupGap: 1, startupWait: 0 });
    await box.close();
  });

  it('waits all the same when its first program is a hit whose freeze the bucket refuses', async () => {
    await open('Wait', { rules: ALL, freezesPerMinute: 1 });
    const other = makeBox(kernel);
    writeFileSync(join(other.shared, 'count'), Buffer.alloc(4096));
    other.start(['/bin/counter', '/shared/count']);
    await waitFor('the only freeze', () => other.frozen());
    const { box, count } = await startUnbound('victim', 'container-waits');
    const outcomes = (): unknown => kernel.findings().filter(({ subject }) => subject.cgroup === box.cgroup).map(({ header: { result, reason } }) => [result, reason]);
    await waitFor('the finding', () => kernel.findings().length === 2);
    expect(outcomes()).toEqual([['Refused', 'Budget']]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count()).toBe(0n);
    expect(kernel.sensor.counters()).toMatchObject({ startupWait: 1, startupGap: 0 });
    box.bind();
    await waitFor('the program to run', () => count() > 0n);
    for (const one of [box, other]) await one.close();
  });

  it('is let go after two seconds when nobody binds it', async () => {
    await open('Wait');
    kernel.holdFor(2000);
    const took = await untilFair('the end of two seconds is seen soon', async (turn) => {
      const from = Date.now(); // before it is held
      const { box, count } = await startUnbound(`victim-${turn}`, 'container-waits');
      await waitFor('the program to run', () => count() > 0n);
      const until = Date.now();
      await box.close();
      return until - from;
    }, (milliseconds) => milliseconds < 3500);
    expect(took).toBeGreaterThanOrEqual(2000);
  });
});
