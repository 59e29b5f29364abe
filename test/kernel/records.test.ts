import * as layout from '../../src/agent/kernel/layout.gen';
import { decodeBatch } from '../../src/agent/kernel/decode';
import type { ProcessEvent } from '../../src/agent/kernel/events';
import { waitFor } from '../support/wait';
import { fillImage, makeBox } from './support/box';
import { build } from './support/compile';
import { buildEvade } from './support/evasions';
import { rulesOf, runIn } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** What the records of the findings ring hold, and how what does not fit is told. */
let opened: TestSensor;
/** Whole records, as the kernel wrote them. */
const records: Buffer[] = [];

beforeAll(async () => {
  opened = openTestSensor({ listen: false });
  opened.sensor.listen({
    onBatch: (ring, batch) => {
      for (let at = 0; ring === 'findings' && at < batch.length; ) {
        const size = batch.readUInt16LE(at + layout.eventHeader.offset.size);
        records.push(Buffer.from(batch.subarray(at, at + size)));
        at += size;
      }
    },
    onReceipt: () => undefined,
  });
  await fillImage(opened, [await build('programs/nothing.c', { bare: true }), await buildEvade()]);
  await opened.publish(policy({ process: '{executable: [/nowhere]}', respond: '[Alert]' }, { process: '{origin: [Written]}', respond: '[Alert]' }));
});
afterAll(() => opened.close());

/** Record and finding of a program that is started in one of the ways of evade.c. */
async function told(...way: readonly string[]): Promise<{ readonly record: Buffer; readonly finding: ProcessEvent; readonly counted: (name: string) => number }> {
  const before = { records: records.length, counters: opened.sensor.counters() };
  const box = makeBox(opened);
  expect(await runIn(box, ['/bin/evade', ...way])).toEqual({ ended: 0, output: '' });
  const record = await waitFor('the finding', () => records[before.records]);
  await box.close();
  const [finding] = decodeBatch(record);
  if (finding?.kind !== 'process') throw new Error('The record is none of a process');
  const after = opened.sensor.counters();
  return { record, finding, counted: (name) => (after[name] ?? 0) - (before.counters[name] ?? 0) };
}

const ONLY_WRITTEN = [1];
const ALL_RULES = [0, 1];

describe('bytes of a record that carry nothing', () => {
  it('are zero: behind the strings, behind the ancestors, behind the short name', async () => {
    for (const way of [['arguments', '900'], ['plain', '/tmp/a'], ['long', '3000'], ['arguments', '1'], ['plain', '/tmp/b'], ['deep', '3'], ['arguments', '2'], ['arguments', '3']]) {
      const { record } = await told(...way);
      const { offset } = layout.processEvent;
      const end = offset.text + record.readUInt16LE(offset.pathLength) + record.readUInt16LE(offset.argsLength);
      expect(record.length - end).toBeLessThan(8);
      expect(record.subarray(end).every((byte) => byte === 0)).toBe(true);
      const ancestors = record.subarray(offset.ancestors + 4 * record.readUInt16LE(offset.ancestorCount), offset.ancestors + 4 * layout.limits.maxAncestors);
      expect(ancestors.every((byte) => byte === 0)).toBe(true);
      const name = record.subarray(offset.subject + layout.eventProcess.offset.comm).subarray(0, 16);
      expect(name.subarray(name.indexOf(0)).every((byte) => byte === 0)).toBe(true);
    }
  });
});

describe('arguments', () => {
  // "/tmp/x", so many "a", "last", each with its NUL
  const OTHERS = '/tmp/x'.length + 'last'.length + 3;

  it('are told whole up to 1 KiB', async () => {
    const { finding } = await told('arguments', String(layout.limits.maxArgsBytes - OTHERS));
    expect(finding.args.map(String)).toEqual(['/tmp/x', 'a'.repeat(layout.limits.maxArgsBytes - OTHERS), 'last']);
    expect(finding.flags.argsTruncated).toBe(false);
  });

  it('are cut there, and that is told', async () => {
    const { finding } = await told('arguments', String(layout.limits.maxArgsBytes - OTHERS + 1));
    expect(finding.args.map(String)).toEqual(['/tmp/x', 'a'.repeat(layout.limits.maxArgsBytes - OTHERS + 1), 'last']);
    expect(finding.flags.argsTruncated).toBe(true);
    const { finding: longer } = await told('arguments', '100000');
    expect([longer.args.map(({ length }) => length), longer.flags.argsTruncated]).toEqual([[6, layout.limits.maxArgsBytes - 7], true]);
  });

  it('that have no room behind a long path are told to be missing', async () => {
    const { finding } = await told('long', '4000');
    expect([finding.path.length, finding.args, finding.flags.argsTruncated]).toEqual([4000, [], true]);
  });
});

describe('a path', () => {
  it('is told and judged whole up to 4,096 bytes', async () => {
    for (const length of [255, 256, 257, 3000, 4095, 4096]) {
      const { finding, counted } = await told('long', String(length));
      expect([length, finding.path.length, finding.path.subarray(-2).toString(), rulesOf(finding), finding.flags.pathUnknown]).toEqual([length, length, '/x', ONLY_WRITTEN, false]);
      expect(counted('pathTooLong')).toBe(0);
    }
  });

  it('that is longer is judged towards the rule, and counted', async () => {
    const { finding, counted } = await told('long', '4097');
    expect([finding.path.length, rulesOf(finding), finding.flags.pathUnknown]).toEqual([0, ALL_RULES, true]);
    expect(counted('pathTooLong')).toBe(1);
  });

  it('is told and judged whole up to 1,024 components', async () => {
    const { finding, counted } = await told('deep', '1022');
    expect([finding.path.toString(), rulesOf(finding), finding.flags.pathUnknown]).toEqual([`/tmp${'/d'.repeat(1022)}/x`, ONLY_WRITTEN, false]);
    expect(counted('pathTooLong')).toBe(0);
  });

  it('that has more is judged towards the rule, and counted', async () => {
    const { finding, counted } = await told('deep', '1023');
    expect([finding.path.length, rulesOf(finding), finding.flags.pathUnknown]).toEqual([0, ALL_RULES, true]);
    expect(counted('pathTooLong')).toBe(1);
  });
});
