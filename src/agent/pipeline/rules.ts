import type { LinkedRule } from '../../compile';
import type { AlsoMatched, FindingAction, FindingSeverity } from '../../contract/finding';
import type { RuleSet } from '../../compile/tables';

/** The rules behind one linked set's ids; equal conditions share an id. */
export type RulesOf = (id: number) => readonly LinkedRule[];

/** The rule that a finding is named after, and the others that matched. */
export interface Named {
  readonly rule: LinkedRule;
  readonly others: readonly AlsoMatched[];
}

const SEVERITY_ORDER: Readonly<Record<FindingSeverity, number>> = { Critical: 0, High: 1, Medium: 2, Low: 3 };

/** Ids in a rule set, rising. */
export function idsOf(set: RuleSet): number[] {
  const ids: number[] = [];
  for (let word = 0; word < set.length; word += 1) {
    const bits = set[word] ?? 0n;
    if (bits === 0n) continue;
    addIds(ids, Number(bits & 0xffff_ffffn), word * 64);
    addIds(ids, Number(bits >> 32n), word * 64 + 32);
  }
  return ids;
}

/** Ids of 32 bits, the lowest of which is `first`. */
function addIds(ids: number[], bits: number, first: number): void {
  for (let rest = bits | 0; rest !== 0; rest &= rest - 1) ids.push(first + 31 - Math.clz32(rest & -rest));
}

/** Names a finding: first a rule whose action was taken, then by severity, policy and rule name. Undefined: no rule is known. */
export function nameFinding(matched: readonly LinkedRule[], action: FindingAction): Named | undefined {
  const [rule, ...others] = matched.length > 1 ? [...matched].sort((a, b) => compare(a, b, action)) : matched;
  if (rule === undefined) return undefined;
  return { rule, others: others.map((other) => ({ policy: other.policy, rule: other.rule, mode: other.mode })) };
}

/** Whether the rule is one of those that made the kernel do what it did. */
function acted(rule: LinkedRule, action: FindingAction): boolean {
  return rule.mode === 'Enforce' && (action === 'Alert' || rule.respond.includes(action));
}

function compare(a: LinkedRule, b: LinkedRule, action: FindingAction): number {
  return (
    Number(acted(b, action)) - Number(acted(a, action)) ||
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    compareText(a.policy, b.policy) ||
    compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What a rule in Audit would have done: the strongest of its actions that this node's kernel half does. */
export function wouldHave(rule: LinkedRule): FindingAction {
  if (rule.respond.includes('Freeze')) return 'Freeze';
  return rule.respond.includes('Kill') ? 'Kill' : 'Alert';
}
