import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../support/programs';
import { readCount } from '../support/counts';
import { waitFor } from '../support/wait';
import type { ProcessEvent } from '../../src/agent/kernel/events';
import type { ContainerMarks } from '../../src/agent/kernel/sensor';
import { fillImage, makeBox, type Box } from './support/box';
import { openTestSensor, policy, type TestSensor } from './support/sensor';


let kernel: TestSensor;

beforeAll(async () => {
  kernel = openTestSensor({ permits: 'Required' });
  await fillImage(kernel, [await program('counter')]);
});

afterAll(() => kernel.close());

interface Struck {
  readonly box: Box;
  readonly event: ProcessEvent;
  readonly ended: Promise<unknown>;
  readonly count: () => bigint;
}

/** Starts the forbidden program in a container with these marks; resolves when the kernel has told of it. */
async function strike(respond: string, marks: ContainerMarks): Promise<Struck> {
  await kernel.publish(policy({ process: '{executable: ["/bin/counter"]}', respond }));
  const box = makeBox(kernel);
  kernel.sensor.mark(box.cgroup, marks);
  await kernel.sensor.waitForHooks();
  const path = join(box.shared, 'count');
  writeFileSync(path, Buffer.alloc(4096));
  const before = kernel.findings().length;
  const child = box.start(['/bin/counter', '/shared/count']);
  const event = await waitFor('the finding', () => kernel.findings().slice(before).find(({ header }) => header.action !== 'Alert'));
  return { box, event, ended: once(child, 'exit'), count: () => readCount(path) };
}

it('freezes an armed container at once where permits are required', async () => {
  const { box, event, count } = await strike('[Freeze]', { armed: true, protected: false });
  expect(event.header).toMatchObject({ action: 'Freeze', result: 'Done', reason: 'None' });
  await waitFor('the freeze', () => box.frozen());
  expect(count()).toBe(0n);
  await box.close();
});

it.each(['[Freeze]', '[Kill]', '[Freeze, Kill]'])('does nothing in a protected container, and says so: %s', async (respond) => {
  const { box, event, count } = await strike(respond, { armed: true, protected: true });
  expect(event.header).toMatchObject({ action: respond === '[Kill]' ? 'Kill' : 'Freeze', result: 'Refused', reason: 'Protected' });
  await waitFor('the program to go on', () => count() > 0n);
  expect(box.frozen()).toBe(false);
  await box.close();
});

it('refuses what the budget of the node does not give, though the container is armed', async () => {
  kernel.sensor.configure({ startup: 'Open', freezesPerMinute: 1, orphanAfterMs: 0, freezer: 'Direct' });
  const first = await strike('[Freeze]', { armed: true, protected: false });
  const second = await strike('[Freeze]', { armed: true, protected: false });
  expect(first.event.header).toMatchObject({ result: 'Done' });
  expect(second.event.header).toMatchObject({ action: 'Freeze', result: 'Refused', reason: 'Budget' });
  kernel.sensor.configure({ startup: 'Open', freezesPerMinute: 0, orphanAfterMs: 0, freezer: 'Direct' });
  await Promise.all([first.box.close(), second.box.close()]);
});
