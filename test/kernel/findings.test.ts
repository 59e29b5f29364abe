import type { ProcessEvent } from '../../src/agent/kernel/events';
import { untilFair } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { buildEvade } from './support/evasions';
import { linkPolicies, namesOf } from './support/rules';
import { converse, findingsOf, runIn, type Conversation } from './support/run';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';

/** What a finding names, and which findings are left out as repeats. */
let opened: TestSensor;

beforeAll(async () => {
  opened = openTestSensor();
  const curl = await build('programs/nothing.c', { bare: true });
  await fillImage(opened, [curl, await buildEvade(), '/bin/busybox']);
});
afterAll(() => opened.close());

describe('a rule in Audit and one in Enforce that match the same exec', () => {
  const audit = policy({ name: 'audited', process: '{executable: [/tmp/x]}', respond: '[Alert, Freeze]' }).replace('Enforce', 'Audit').replace('name: test', 'name: audit');
  const enforce = policy({ name: 'enforced', process: FOREIGN, respond: '[Kill]' });

  it.each([
    ['Audit first', `${audit}---\n${enforce}`],
    ['Enforce first', `${enforce}---\n${audit.replace('name: audit', 'name: zaudit')}`],
  ])('kill, and are both named (%s)', async (_, yaml) => {
    await opened.publish(yaml);
    const box = makeBox(opened);
    const { ended } = await runIn(box, ['/bin/evade', 'plain', '/tmp/x']);
    const findings = await findingsOf(opened, box);
    await box.close();
    expect(ended).toBe('SIGKILL');
    expect(findings.map((finding) => [namesOf(linkPolicies(yaml), finding), finding.header.action])).toEqual([[['audited', 'enforced'], 'Kill']]);
  });

  it('do nothing but tell when both are in Audit', async () => {
    await opened.publish(`${audit}---\n${enforce.replace('Enforce', 'Audit')}`);
    const box = makeBox(opened);
    const { ended } = await runIn(box, ['/bin/evade', 'plain', '/tmp/x']);
    const findings = await findingsOf(opened, box);
    await box.close();
    expect(ended).toBe(0);
    expect(findings.map(({ header: { action } }) => action)).toEqual(['Alert']);
  });
});

describe('a program that is started again and again', () => {
  let box: Box;
  let shell: Conversation;

  beforeEach(async () => {
    await opened.publish(policy({ process: '{executable: ["**/nothing"]}', respond: '[Alert]' }));
    box = makeBox(opened);
    shell = converse(box, ['/bin/busybox', 'sh']);
  });
  afterEach(async () => {
    shell.finish();
    await box.close();
  });

  const start = (argument: string): Promise<string> => shell.ask(`/bin/nothing ${argument}; echo $?\n`);
  const told = async (argument: string): Promise<readonly ProcessEvent[]> => (await findingsOf(opened, box)).filter(({ args }) => args[1]?.toString() === argument);

  it('does not hide a start with another argument, and its repeats are counted', async () => {
    const { first, other, again, repeats } = await untilFair('it is started again and again within a second', startMany, (many) => secondsBetween(many.first, many.other) < 1 && many.repeats > 2);
    expect(secondsBetween(first, again)).toBeGreaterThanOrEqual(1);
    expect([first, other, again].map((event) => event?.header.repeats)).toEqual([0, 0, repeats - 1]);
  });

  interface Many {
    readonly first: ProcessEvent | undefined;
    /** With another argument. */
    readonly other: ProcessEvent | undefined;
    /** With the first one's, told once more. */
    readonly again: ProcessEvent | undefined;
    readonly repeats: number;
  }

  async function startMany(turn: number): Promise<Many> {
    await start(`a${turn}`);
    await start(`b${turn}`);
    let repeats = 0;
    for (; (await told(`a${turn}`)).length < 2; repeats++) await start(`a${turn}`);
    const [first, again] = await told(`a${turn}`);
    const [other] = await told(`b${turn}`);
    return { first, other, again, repeats };
  }

  function secondsBetween(one: ProcessEvent | undefined, other: ProcessEvent | undefined): number {
    return Number((other?.header.timeNs ?? 0n) - (one?.header.timeNs ?? 0n)) / 1e9;
  }

  it('does not hide a start whose arguments were made to have the sum of an earlier one\'s', async () => {
    // Words of 8 bytes, the third and fourth: what the highest bit of one leaves behind in an odd multiple, two bits of the next take back.
    const changed: Readonly<Record<number, number>> = { 23: 0x80, 28: 0x01, 31: 0x80 };
    const behind = '/bin/nothing '.length;
    const first = Buffer.alloc(24, 'a');
    const second = first.map((byte, at) => byte ^ (changed[behind + at] ?? 0));
    for (const bytes of [first, second]) await start(`$(printf '${[...bytes].map((byte) => `\\${byte.toString(8)}`).join('')}')`);
    const found = await findingsOf(opened, box);
    expect(found.map(({ args }) => args[1]?.toString('hex'))).toEqual([first, second].map((bytes) => Buffer.from(bytes).toString('hex')));
  });

  it('has its last repeats told though none comes after them, once', async () => {
    const argument = await untilFair('it is started three times within a second', startThrice, async (one) => (await told(one)).length === 1);
    const [first] = await told(argument);
    const at = first?.header.timeNs ?? 0n;
    const taken = (seconds: bigint): readonly number[] => opened.sensor.takeRepeats(at + seconds * 1_000_000_000n).filter(({ eventId }) => eventId === first?.header.id).map(({ repeats }) => repeats);
    expect(taken(2n)).toEqual([]);
    expect(taken(3n)).toEqual([2]);
    expect(taken(3n)).toEqual([]);
    await start(argument);
    expect((await told(argument)).map(({ header }) => header.repeats)).toEqual([0, 0]);
  });

  async function startThrice(turn: number): Promise<string> {
    for (let times = 0; times < 3; times++) await start(`a${turn}`);
    return `a${turn}`;
  }

  it('is told anew after a policy change', async () => {
    await start('a');
    await opened.publish(policy({ process: '{executable: ["**/nothing"]}', respond: '[Alert]' }));
    await start('a');
    expect(await told('a')).toHaveLength(2);
  });
});
