import { RULE_WORDS } from './tables';
import type { RuleSet } from './tables';

/** A set without rules. */
export function emptyRuleSet(): RuleSet {
  return new BigUint64Array(RULE_WORDS);
}

export function addRule(set: RuleSet, id: number): void {
  const word = id >> 6;
  set[word] = (set[word] ?? 0n) | (1n << BigInt(id & 63));
}

export function hasRule(set: RuleSet, id: number): boolean {
  return (((set[id >> 6] ?? 0n) >> BigInt(id & 63)) & 1n) === 1n;
}

/** Adds the rules of `other` to `set`. */
export function unite(set: RuleSet, other: RuleSet): void {
  for (let word = 0; word < RULE_WORDS; word++) set[word] = (set[word] ?? 0n) | (other[word] ?? 0n);
}
