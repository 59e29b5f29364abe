import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import * as layout from '../../src/agent/kernel/layout.gen';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, type Box } from './support/box';
import { build } from './support/compile';
import { linkPolicies, namesOf } from './support/rules';
import { converse, findingsOf, runIn, type Conversation } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** Lineage is true: neither depth, re-parenting nor policy changes shed an ancestor. */
const DEPTH = 18;
const MAX_ANCESTORS = 16;
/** Ids that one container may have */
const SHARE = 512;
const LINKS = Array.from({ length: DEPTH }, (_, at) => `/bin/p${String(at).padStart(2, '0')}`);

let opened: TestSensor;
let box: Box;

beforeAll(async () => {
  opened = openTestSensor();
  const bare = { bare: true };
  const [link, stepper, nothing] = await Promise.all(['link', 'stepper', 'nothing'].map((name) => build(`programs/${name}.c`, bare)));
  await fillImage(opened, [stepper, nothing, '/bin/busybox'].filter((path) => path !== undefined));
  for (const path of LINKS) copyFileSync(link ?? '', join(opened.session.directory, 'image', path));
});
afterAll(() => opened.close());
beforeEach(() => {
  box = makeBox(opened);
});
afterEach(() => box.close());

const NOTHING = '{executable: [/bin/nothing], ';
const RULES = [
  { name: 'below-the-first', process: `${NOTHING}ancestors: [/bin/p00]}`, respond: '[Alert]' },
  { name: 'below-one-that-never-ran', process: `${NOTHING}ancestors: [/bin/absent]}`, respond: '[Alert]' },
  { name: 'unless-below-the-sixth', process: `${NOTHING}notAncestors: ["**/p05"]}`, respond: '[Alert]' },
  { name: 'unless-below-one-that-never-ran', process: `${NOTHING}notAncestors: [/bin/absent]}`, respond: '[Alert]' },
];

/** The same rules under other ids and with other patterns around them. */
function policies(turn: number): string {
  const others = Array.from({ length: turn }, (_, at) => ({ name: `other-${at}`, process: `{executable: [/other/${at}, "/bin/p${at}*"], origin: [Memory]}`, respond: '[Kill]' }));
  const turned = [...RULES.slice(turn % RULES.length), ...RULES.slice(0, turn % RULES.length)];
  return policy(...others, ...turned);
}

/** Starts the programs in turn, each by the one before it, and at their end one that starts /bin/nothing whenever it is asked. */
async function chain(...programs: readonly string[]): Promise<Conversation> {
  const last = converse(box, [...programs, '/bin/stepper', '/bin/nothing']);
  expect(await last.line()).toBe('ready');
  return last;
}

/** Publishes, lets the end of the chain start /bin/nothing, and tells which rules that was for. */
async function hits(last: Conversation, turn = 0): Promise<readonly string[]> {
  const yaml = policies(turn);
  await opened.publish(yaml);
  const before = (await findingsOf(opened, box)).length;
  expect(await last.ask()).toBe('0');
  const found = (await findingsOf(opened, box)).slice(before);
  return found.flatMap((event) => namesOf(linkPolicies(yaml), event));
}

describe('a chain of 18 programs, some of which left their parents and sessions', () => {
  it('still has its first for an ancestor, through 10 policy changes; what it lost fulfils every condition and exempts from nothing', async () => {
    const last = await chain(...LINKS);
    for (let turn = 0; turn < 10; turn++) {
      expect(await hits(last, turn)).toEqual(['below-one-that-never-ran', 'below-the-first', 'unless-below-one-that-never-ran', 'unless-below-the-sixth']);
    }
    expect(opened.sensor.counters()).toMatchObject({ staleMatch: 0, unknownSubject: 0 });
    expect(opened.sensor.counters()['lineageOverflow']).toBeGreaterThan(0);
  });
});

describe('a chain of 16 programs', () => {
  it('is known completely, through 10 policy changes', async () => {
    const last = await chain(...LINKS.slice(0, MAX_ANCESTORS - 1));
    for (let turn = 0; turn < 10; turn++) expect(await hits(last, turn)).toEqual(['below-the-first', 'unless-below-one-that-never-ran']);
    expect(opened.sensor.counters()).toMatchObject({ staleMatch: 0 });
  });
});

describe('a short chain', () => {
  it('does not have what did not run for an ancestor', async () => {
    expect(await hits(await chain('/bin/p01', '/bin/p02', '/bin/p03', '/bin/p04'))).toEqual(['unless-below-one-that-never-ran', 'unless-below-the-sixth']);
  });

  it('is exempted by a program of the image in it', async () => {
    expect(await hits(await chain('/bin/p01', '/bin/p05', '/bin/p03', '/bin/p04'))).toEqual(['unless-below-one-that-never-ran']);
  });

  it('is not exempted by a program of that name that is not of the image', async () => {
    copyFileSync(await build('programs/link.c', { bare: true }), join(box.shared, 'p05'));
    expect(await hits(await chain('/bin/p01', '/shared/p05', '/bin/p03'))).toEqual(['unless-below-one-that-never-ran', 'unless-below-the-sixth']);
  });

  it('does not grow by a program that starts itself again', async () => {
    expect(await hits(await chain('/bin/p00', ...Array.from({ length: 40 }, () => '/bin/p05')))).toEqual(['below-the-first', 'unless-below-one-that-never-ran']);
  });
});

describe('a container that starts more programs than it may have ids for', () => {
  /** Starts programs that nobody has started before. */
  async function startNew(from: number, to: number): Promise<void> {
    const loop = `n=${from}; while [ $n -lt ${to} ]; do cp /bin/nothing /tmp/$n && /tmp/$n || exit 1; n=$((n + 1)); done`;
    expect(await runIn(box, ['/bin/busybox', 'sh', '-c', loop])).toMatchObject({ ended: 0 });
  }

  /** Ids that the container has. */
  function owned(): number {
    const { index } = opened.sensor.containers().find(({ cgroup }) => cgroup === box.cgroup) ?? { index: 0 };
    return opened.memory.containers.load32(index, layout.container.offset.executables);
  }

  it('still has true ancestors: ids that no process remembers are given back', async () => {
    const last = await chain('/bin/p00', '/bin/p01');
    await startNew(0, SHARE - 50);
    expect(owned()).toBeGreaterThan(SHARE / 2);
    await waitFor('ids to be given back', () => owned() < SHARE / 2, { timeout: 120_000, interval: 100 });
    await startNew(SHARE - 50, 2 * SHARE - 100);
    expect(await hits(last)).toEqual(['below-the-first', 'unless-below-one-that-never-ran', 'unless-below-the-sixth']);
    expect(await hits(await chain('/bin/p02'))).toEqual(['unless-below-one-that-never-ran', 'unless-below-the-sixth']);
    expect(opened.sensor.counters()).toMatchObject({ executablesShare: 0, staleMatch: 0 });
  });
});
