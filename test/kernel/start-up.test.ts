import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../support/programs';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { openTestSensor, type TestSensor } from './support/sensor';

jest.setTimeout(60_000);

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

async function open(startup: 'Open' | 'Wait'): Promise<void> {
  kernel = openTestSensor({ startup });
  await fillImage(kernel, [await program('counter')]);
  await kernel.publish(BY_NAME);
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

  it('is let go after two seconds when nobody binds it', async () => {
    await open('Wait');
    const { box, count } = await startUnbound('victim', 'container-waits');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(count()).toBe(0n);
    await waitFor('the program to run', () => count() > 0n);
    await box.close();
  });
});
