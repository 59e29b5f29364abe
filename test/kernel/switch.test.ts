import type { NativeKernel } from '../../src/agent/kernel/binding';
import * as layout from '../../src/agent/kernel/layout.gen';
import type { KernelMemory } from '../../src/agent/kernel/memory';
import { publish } from '../../src/agent/kernel/publish';
import type { LinkedRules } from '../../src/agent/rules';
import { waitFor } from '../support/wait';
import { fillImage } from './support/box';
import { build } from './support/compile';
import { factsOf, linkPolicies } from './support/rules';
import { openTestSensor, policy, type TestSensor } from './support/sensor';
import { addUp, startViolator, type Tally, type Violator } from './support/violators';

/** A policy change is one atomic flip: a violator that loops is caught on every try, and no verdict mixes two generations. */
const FLIPS = 1000;
const TRIES_PER_FLIP = 100;

let opened: TestSensor;
let nothing: string;

beforeEach(async () => {
  opened = openTestSensor();
  nothing = await build('programs/nothing.c', { bare: true });
  await fillImage(opened, [await build('programs/violator.c', { bare: true })]);
});
afterEach(() => opened.close());

/** Rules at different ids, the one that fits at 0 here and at 2 there. */
const KILLING = [
  policy({ process: '{executable: [/shared/x, /tmp/**]}', respond: '[Kill]' }, { process: '{executable: [/a], origin: [Memory]}', respond: '[Alert]' }),
  policy(
    { process: '{executable: [/b/**]}', respond: '[Alert]' },
    { process: '{executable: [/c], ancestors: [/d]}', respond: '[Kill]' },
    { process: '{executable: ["/*/x", "/tmp/*"], origin: [Volume, Written]}', respond: '[Kill]' },
  ),
];

/** Rule 0 of each misses /shared/x in one dimension only; with that dimension of any of the others it would match. */
const MISSING = [
  policy({ process: '{executable: [/shared/y], origin: [Volume], ancestors: [/bin/violator]}', respond: '[Kill]' }),
  policy({ process: '{executable: [/shared/x], origin: [Memory], ancestors: [/bin/violator]}', respond: '[Kill]' }),
  policy({ process: '{executable: [/shared/x], origin: [Volume], ancestors: [/bin/another]}', respond: '[Kill]' }),
  policy({ process: '{executable: [/shared/x], origin: [Volume], notAncestors: [/bin/violator]}', respond: '[Kill]' }),
  policy({ process: '{executable: [/shared/x]}', respond: '[Kill]' }).replace('{all: true}', '{containers: [another]}'),
];

type Change = (rules: LinkedRules) => Promise<number>;

/** In force. */
let current: LinkedRules;

const FACTS = factsOf('box');

/** As the agent does it. */
const whole: Change = (rules) => {
  current = rules;
  return opened.sensor.publish(rules.tables, () => rules.scopeOf(FACTS));
};

function violator(options: { readonly fresh?: boolean } = {}): Promise<Violator> {
  return startViolator(opened, { program: nothing, scope: current.scopeOf(FACTS), ...options });
}

interface Plan {
  readonly policies: readonly string[];
  /** At most, where it may be enough before. */
  readonly flips: number;
  readonly triesPerFlip: number;
  readonly enough?: (tally: Tally) => boolean;
}

/** Flips through the policies in turn, at least `triesPerFlip` tries each on average, while two violators loop. */
async function flip(change: Change, plan: Plan): Promise<Tally> {
  const rules = plan.policies.map(linkPolicies);
  await whole(at(rules, 0));
  const violators = await Promise.all([violator(), violator()]);
  const tries = (): number => violators.reduce((sum, one) => sum + one.get('tries'), 0);
  // Tries first: one that was counted meanwhile is a survivor too many, not a killed one.
  const soFar = (): Tally => ({ tries: tries(), survivors: violators.reduce((sum, one) => sum + one.get('survivors'), 0) });
  for (let made = 1; made <= plan.flips && plan.enough?.(soFar()) !== true; made++) {
    await change(at(rules, made));
    if (made % 20 === 0) await waitFor('the violators', () => tries() >= made * plan.triesPerFlip, { timeout: 300_000 });
  }
  return addUp(await Promise.all(violators.map((one) => one.stop())));
}

/** By turns. */
function at(rules: readonly LinkedRules[], turn: number): LinkedRules {
  const found = rules[turn % rules.length];
  if (found === undefined) throw new Error('No policies');
  return found;
}

function print(what: string, { tries, survivors }: Tally): void {
  process.stdout.write(`${what}: ${tries} tries, ${survivors} not killed\n`);
}

/** Spins, as anything that sleeps takes longer. */
function spin(nanoseconds: bigint): void {
  const until = process.hrtime.bigint() + nanoseconds;
  while (process.hrtime.bigint() < until);
}
const GAP_NS = 100_000n;

interface Inside {
  readonly memory: KernelMemory;
  readonly native: NativeKernel;
}

/** The sensor's own maps, to break the protocol with. */
function inside(): Inside {
  return opened.sensor as unknown as Inside;
}

/** The agent's protocol with 100 µs between two words that it stores at once. */
const withGap: Change = (rules) => {
  const { memory, native } = inside();
  const control = Object.create(memory.control, {
    store32: {
      value: (index: number, offset: number, value: number) => {
        if (offset === layout.control.offset.generation) {
          memory.control.store32(index, offset, 0);
          spin(GAP_NS);
        }
        memory.control.store32(index, offset, value);
      },
    },
  }) as KernelMemory['control'];
  return publish({ memory: { ...memory, control }, waitForHooks: () => native.waitForHooks() }, { tables: rules.tables, scopeOf: () => rules.scopeOf(FACTS) });
};

/** Puts the new origins into the slot that is in force 100 µs before the flip. */
const withMixture: Change = async (rules) => {
  const { memory } = inside();
  const slot = memory.control.load32(0, layout.control.offset.generation) & 1;
  const origins = rules.tables.plan.origin.map((set, at) => ({ now: memory.plans.ruleSet(slot, layout.plan.offset.origin + at * layout.ruleSet.bytes), set }));
  const before = origins.map(({ now }) => now.slice());
  for (const { now, set } of origins) now.set(set);
  spin(GAP_NS);
  origins.forEach(({ now }, at) => now.set(before[at] ?? now));
  return whole(rules);
};

describe('a violator that loops through 1,000 policy changes', () => {
  it('is caught on every try', async () => {
    const tally = await flip(whole, { policies: KILLING, flips: FLIPS, triesPerFlip: TRIES_PER_FLIP });
    print(`${FLIPS} changes`, tally);
    expect(tally.tries).toBeGreaterThanOrEqual(FLIPS * TRIES_PER_FLIP);
    expect(tally.survivors).toBe(0);
    expect(opened.sensor.counters()).toMatchObject({ staleMatch: 0, unknownSubject: 0 });
    expect(opened.sensor.helperErrors()).toEqual([]);
  }, 900_000); // a hundred thousand starts of programs, as fast as the machine makes them

  it('would have been seen to survive a gap of 100 µs', async () => {
    const tally = await flip(withGap, { policies: KILLING, flips: FLIPS, triesPerFlip: 20, enough: ({ survivors }) => survivors > 0 });
    print('changes with a gap', tally);
    expect(tally.survivors).toBeGreaterThan(0);
  });
});

describe('a program that only a mixture of two policies would match', () => {
  it('is never hit', async () => {
    const { tries, survivors } = await flip(whole, { policies: MISSING, flips: 200, triesPerFlip: TRIES_PER_FLIP });
    expect(tries - survivors).toBe(0);
    expect(opened.findings()).toEqual([]);
    expect(opened.sensor.counters()).toMatchObject({ staleMatch: 0 });
  });

  it('would have been seen to be hit by a mixture of 100 µs', async () => {
    const { tries, survivors } = await flip(withMixture, { policies: MISSING, flips: FLIPS, triesPerFlip: 20, enough: (tally) => tally.tries > tally.survivors });
    process.stdout.write(`changes with a mixture: ${tries} tries, ${tries - survivors} killed\n`);
    expect(tries - survivors).toBeGreaterThan(0);
  });
});

describe('new executables while policies change', () => {
  it('are judged by the policy in force, when they are new and later', async () => {
    const rules = KILLING.map(linkPolicies);
    let changes = 0;
    await whole(at(rules, changes));
    const tallies: Tally[] = [];
    for (let round = 0; round < 6; round++) {
      const dropper = await violator({ fresh: true });
      for (let limit = 10; limit <= 240; limit += 10) {
        dropper.set('freshLimit', limit);
        await whole(at(rules, ++changes));
        await waitFor('new executables', () => dropper.get('fresh') >= limit);
      }
      tallies.push(await dropper.stop());
    }
    const tally = addUp(tallies);
    print(`${changes} changes, 1440 new executables`, tally);
    expect(tally).toEqual({ tries: 6 * (240 + 240 - 16), survivors: 0 });
    expect(opened.sensor.counters()).toMatchObject({ staleMatch: 0, executablesShare: 0, executablesFull: 0 });
  });
});
