import type { Automaton, MatchSet, PlanSets, RuleSet, Tables } from '../../compile/tables';
import { MAX_RULES, RULE_WORDS } from '../../compile/tables';
import { KernelError } from './kernel-error';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';
import type { Records } from './records';

/** No state has this number: a cell that nobody owns answers nobody. */
const NOBODY = 0xffff;

/** Throws KernelError `tables` when linked tables are not ones that the kernel can hold; nothing was written. */
export function checkTables({ plan, matchSets, automaton }: Tables): void {
  const { limits } = layout;
  const wrong = [
    ...(plan.rules > MAX_RULES ? [`${plan.rules} rules`] : []),
    ...(plan.origin.length > layout.origin.count ? [`${plan.origin.length} origins`] : []),
    ...(matchSets.length > limits.matchSets ? [`${matchSets.length} match sets`] : []),
    ...(Math.max(automaton.base.length, automaton.fallback.length, automaton.accept.length) > limits.dfaStates ? [`${automaton.base.length} states`] : []),
    ...(Math.max(automaton.check.length, automaton.next.length) > limits.dfaCells ? [`${automaton.check.length} cells`] : []),
    ...(automaton.accept.some((index) => index >= Math.max(matchSets.length, 1)) ? ['a state that accepts no match set'] : []),
    ...(automaton.base.some((base) => base + 255 >= limits.dfaCells) ? ['a row beyond the cells'] : []),
  ];
  if (wrong.length > 0) throw new KernelError({ code: 'tables', operation: 'fill the rule tables', reason: wrong.join(', ') });
}

/** Writes all tables of one slot but the plan's version, which says whether they are complete. */
export function fillSlot(memory: KernelMemory, slot: number, tables: Tables): void {
  fillAutomaton(memory.dfas, slot, tables.automaton);
  fillMatchSets(memory.matchSets, slot, tables.matchSets);
  fillPlan(memory.plans, slot, tables.plan);
}

function fillPlan(plans: Records, slot: number, plan: PlanSets): void {
  const { offset } = layout.plan;
  plans.store32(slot, offset.rules, plan.rules);
  plan.origin.forEach((set, index) => put(plans, slot, [offset.origin + index * layout.ruleSet.bytes, set]));
  const sets: readonly (readonly [number, RuleSet])[] = [
    [offset.scopeUnbound, plan.scopeUnbound],
    [offset.executableAny, plan.executableAny],
    [offset.ancestorsAny, plan.ancestorsAny],
    [offset.kill, plan.kill],
    [offset.freeze, plan.freeze],
    [offset.hasNotExecutable, plan.hasNotExecutable],
    [offset.hasNotAncestors, plan.hasNotAncestors],
  ];
  for (const field of sets) put(plans, slot, field);
}

function fillMatchSets(records: Records, slot: number, matchSets: readonly MatchSet[]): void {
  const { offset } = layout.matchSet;
  const first = slot * layout.limits.matchSets;
  records.slice(first, 0, layout.limits.matchSets * layout.matchSet.bytes).fill(0);
  matchSets.forEach((set, index) => {
    put(records, first + index, [offset.executable, set.executable]);
    put(records, first + index, [offset.notExecutable, set.notExecutable]);
    put(records, first + index, [offset.ancestors, set.ancestors]);
    put(records, first + index, [offset.notAncestors, set.notAncestors]);
  });
}

function fillAutomaton(dfas: Records, slot: number, { base, fallback, accept, check, next }: Automaton): void {
  const { offset } = layout.dfa;
  const { dfaStates, dfaCells } = layout.limits;
  const words = dfas.at(slot, offset.base) >> 2;
  dfas.words.fill(0, words, words + dfaStates).set(base, words);
  const halves = new Uint16Array(dfas.words.buffer);
  const fallbacks = dfas.at(slot, offset.fallback) >> 1;
  halves.fill(0, fallbacks, fallbacks + dfaStates).set(fallback, fallbacks);
  const accepts = dfas.at(slot, offset.accept) >> 1;
  halves.fill(0, accepts, accepts + dfaStates).set(accept, accepts);
  const cells = dfas.at(slot, offset.cells) >> 1;
  for (let cell = 0; cell < dfaCells; cell++) {
    halves[cells + 2 * cell] = check[cell] ?? NOBODY;
    halves[cells + 2 * cell + 1] = next[cell] ?? 0;
  }
}

function put(records: Records, index: number, [offset, set]: readonly [number, RuleSet]): void {
  if (set.length !== RULE_WORDS) throw new KernelError({ code: 'tables', operation: 'fill a rule set', reason: `it has ${set.length} words` });
  records.ruleSet(index, offset).set(set);
}
