import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContainerState } from '../../src/agent/kernel/sensor';
import { processesOf } from '../support/cgroup';
import { waitFor } from '../support/wait';
import { bpftool } from '../vm/build';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { converse, findingsOf, rulesOf } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** A fork bomb uses up its container's share of the process table, and nothing else. */
const PROCESSES = 20_000;
const SHARE = 16_384 / 8;

let opened: TestSensor;

beforeAll(async () => {
  opened = openTestSensor();
  const bare = await Promise.all(['bomb', 'stepper', 'nothing'].map((name) => build(`programs/${name}.c`, { bare: true })));
  await fillImage(opened, [...bare, await build('programs/exiter.c')]);
});
afterAll(() => opened.close());

function stateOf({ cgroup }: Box): ContainerState | undefined {
  return opened.sensor.containers().find((state) => state.cgroup === cgroup);
}

/** What the kernel accounts for all maps of this sensor, in bytes. */
function mapMemory(): number {
  const total = (kind: 'state' | 'plan'): number => {
    const folder = join(opened.pinRoot, 'v1', kind);
    const names = execFileSync('ls', [folder], { encoding: 'utf8' }).trim().split('\n');
    return names.reduce((sum, name) => {
      const { bytes_memlock: bytes } = JSON.parse(execFileSync(bpftool(), ['-j', 'map', 'show', 'pinned', join(folder, name)], { encoding: 'utf8' })) as { readonly bytes_memlock: number };
      return sum + bytes;
    }, 0);
  };
  return total('state') + total('plan');
}

it('leaves nothing uncovered, is counted, hits no neighbour that is exempt, and takes no memory', async () => {
  await opened.publish(policy(
    { process: '{executable: [/bin/nothing, /shared/x], notAncestors: [/bin/stepper, /bin/bomb]}', respond: '[Kill]' },
    { process: '{origin: [Volume]}', respond: '[Kill]' },
  ));
  const [bombed, neighbour] = [makeBox(opened), makeBox(opened)];
  copyFileSync(await build('programs/nothing.c', { bare: true }), join(bombed.shared, 'x'));
  const calm = converse(neighbour, ['/bin/stepper', '/bin/nothing']);
  expect([await calm.line(), await calm.ask()]).toEqual(['ready', '0']);
  const before = { memory: mapMemory(), counters: opened.sensor.counters() };

  const bomb = converse(bombed, ['/bin/bomb', String(PROCESSES), '/shared/x']);
  expect(await bomb.line()).toBe(String(PROCESSES));
  expect(stateOf(bombed)?.processes).toBe(SHARE);
  expect(opened.sensor.counters()['processesShare']).toBeGreaterThanOrEqual((before.counters['processesShare'] ?? 0) + PROCESSES - SHARE);
  expect(await calm.ask()).toBe('0');
  // A dropped program is a hit, and whom the table has no room for is exempt from nothing.
  expect(await bomb.ask()).toBe('137');
  expect((await findingsOf(opened, bombed)).map((finding) => [rulesOf(finding), finding.flags.unknownSubject, finding.header.action])).toEqual([[[0, 1], true, 'Kill']]);
  expect(opened.sensor.counters()['unknownSubject']).toBeGreaterThan(0);
  // So is a dropped script.
  writeFileSync(join(bombed.shared, 'x'), '#!/bin/nothing\n');
  expect(await bomb.ask()).toBe('137');
  expect((await findingsOf(opened, bombed)).map(({ flags: { script, scriptUnknown } }) => [script, scriptUnknown])).toEqual([[false, false], [true, false]]);
  expect(await calm.ask()).toBe('0');
  expect(await findingsOf(opened, neighbour)).toEqual([]);
  expect(mapMemory()).toBe(before.memory);

  bomb.finish();
  // All of them, not only those that the table knows; it takes what the machine gives them of its processors.
  await waitFor('the processes to end', () => processesOf(bombed.cgroups).length === 0, { timeout: 120_000, interval: 50 });
  await waitFor('the processes to be forgotten', () => stateOf(bombed)?.processes === 0);
  calm.finish();
  for (const box of [bombed, neighbour]) await box.close();
});

it('counts a process once, though its threads end at the same moment', async () => {
  const box = makeBox(opened);
  const exiter = converse(box, ['/bin/exiter', '3000']);
  expect(await exiter.line()).toBe('done');
  await waitFor('the last process to be forgotten', () => stateOf(box)?.processes === 1);
  exiter.finish();
  await waitFor('the container to be empty', () => stateOf(box)?.processes === 0);
  await box.close();
});
