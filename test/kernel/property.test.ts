import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ProcessEvent } from '../../src/agent/kernel/events';
import { compile, link, scopeOf } from '../../src/compile';
import type { ContainerIdentity, Linked } from '../../src/compile';
import { emptyRuleSet } from '../../src/compile/rule-set';
import { ORIGINS } from '../../src/compile/tables';
import type { Policy } from '../../src/contract/policy';
import { operation, policies } from '../support/arbitrary-policies';
import { evaluate, type Operation } from '../support/reference-evaluator';
import { evaluateTables } from '../support/tables-evaluator';
import { findingsOf, rulesOf } from './support/run';
import { openTestSensor, type TestSensor } from './support/sensor';
import { fillWorld, LINKS, makeWorld, SCRIPTS, WORLD, type Program, type World } from './support/world';

/** Random policies and random chains of programs: the reference evaluator, the tables and the kernel give the same verdicts. */
const RUNS = 100;

let opened: TestSensor;
/** One container of which name and image are known, and one of which they are not. */
let bound: World;
let unbound: World;

beforeAll(async () => {
  opened = openTestSensor();
  await fillWorld(opened);
  bound = await makeWorld(opened);
  unbound = await makeWorld(opened, { bound: false });
});
afterAll(async () => {
  await bound.close();
  await unbound.close();
  await opened.close();
});

/** Programs in turn; the last may be a script. */
type Chain = readonly Program[];

const chain: fc.Arbitrary<Chain> = fc
  .tuple(fc.array(fc.constantFrom(...LINKS), { minLength: 1, maxLength: 4, size: 'max' }), fc.option(fc.constantFrom(...SCRIPTS)))
  .map(([links, script]) => (script === null ? links : [...links, script]));

/** What the kernel says, or should say, of one program that was started. */
interface Told {
  readonly arguments: string;
  readonly path: string;
  readonly origin: string;
  readonly script: boolean;
  readonly matched: readonly string[];
  readonly kill: boolean;
}

interface Judged extends Omit<Told, 'matched' | 'kill'> {
  readonly operation: Operation;
}

/** All that is judged in a chain, in order. */
function judgedOf(programs: Chain, tag: string, container: ContainerIdentity | undefined): readonly Judged[] {
  return programs.flatMap((program, at): Judged[] => {
    const lineage = { complete: true, programs: [WORLD, ...programs.slice(0, at)] };
    const { path, origin, interpreter } = program;
    if (interpreter === undefined) {
      const words = [...programs.slice(at).map(({ start }) => start), tag];
      return [{ arguments: words.join(' '), path, origin, script: false, operation: { container, file: program, lineage } }];
    }
    const words = [interpreter.path, path, tag].join(' ');
    return [{ arguments: words, path, origin, script: true, operation: { container, file: program, interpreter, lineage } }];
  });
}

/** What is to be told of a chain: it ends where it is killed. */
function expectedOf(list: readonly Policy[], linked: Linked, judged: readonly Judged[]): readonly Told[] {
  const told: Told[] = [];
  for (const { operation: one, ...rest } of judged) {
    const { matched, kill } = evaluate(list, one);
    expect(evaluateTables(linked, one)).toMatchObject({ matched, kill });
    if (matched.length > 0) told.push({ ...rest, matched, kill });
    if (kill) break;
  }
  return told;
}

function toldBy({ args, path, origin, flags, header, ...event }: ProcessEvent, linked: Linked): Told {
  const matched = rulesOf({ header, args, path, origin, flags, ...event }).flatMap((id) => (linked.rules[id] ?? []).map(({ policy, rule }) => `${policy}: ${rule}`));
  return { arguments: args.map(String).join(' '), path: path.toString(), origin: ORIGINS[origin] ?? '', script: flags.script, matched: matched.sort(), kill: header.action === 'Kill' };
}

function linkPolicies(list: readonly Policy[]): Linked {
  const plans = list.map((policy) => {
    const { plan, diagnostics } = compile(policy, { hash: (text) => createHash('sha256').update(text).digest('hex') });
    if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    return { plan };
  });
  return link(plans);
}

/** Most policies cover every container, as else few would be met. */
const widened = fc.tuple(policies, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 })).map(([list, dice]) =>
  list.map(({ name, mode, rules, ...rest }, at): Policy => (dice[at] === 0 ? { name, mode, rules, ...rest } : { kind: 'ClusterSecurityPolicy', name, mode, rules, target: { all: true } })),
);

/** Freezing has tests of its own; here a hit that acts kills, so that the next one can be told. */
function killing(list: readonly Policy[]): readonly Policy[] {
  return list.map((policy) => ({ ...policy, rules: policy.rules.map((rule) => ({ ...rule, respond: rule.respond.map((action) => (action === 'Freeze' ? 'Kill' : action)) })) }));
}

it('reference evaluator, tables and kernel agree on random policies and programs', async () => {
  let told = 0;
  let number = 0;
  const container = operation.map(({ container: identity }) => identity);
  await fc.assert(
    fc.asyncProperty(widened, container, fc.array(chain, { minLength: 8, maxLength: 24, size: 'max' }), async (drawn, identity, chains) => {
      const list = killing(drawn);
      const linked = linkPolicies(list);
      fc.pre(linked.rejected.length === 0); // patterns that multiply each other
      const world = identity === undefined ? unbound : bound;
      const { box } = world;
      await opened.sensor.publish(linked.tables, (cgroup) => (cgroup !== bound.box.cgroup ? undefined : identity === undefined ? emptyRuleSet() : scopeOf(linked, identity)));
      const before = (await findingsOf(opened, box)).length;
      const tagged = chains.map((programs) => ({ programs, tag: `#${++number}` }));
      const expected = tagged.flatMap(({ programs, tag }) => expectedOf(list, linked, judgedOf(programs, tag, identity)));
      await world.start(tagged.map(({ programs, tag }) => [...programs.map((program) => program.start), tag]));
      const found = (await findingsOf(opened, box)).slice(before).map((event) => toldBy(event, linked));
      told += expected.length;
      expect(found.sort(byArguments)).toEqual([...expected].sort(byArguments));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  process.stdout.write(`${RUNS} sets of policies, ${number} chains, ${told} findings\n`);
  expect(told).toBeGreaterThan(RUNS);
  expect(opened.sensor.counters()).toMatchObject({ staleMatch: 0, unknownSubject: 0, executablesShare: 0 });
});

function byArguments(left: Told, right: Told): number {
  return left.arguments < right.arguments ? -1 : 1;
}
