import type { RuleSet, Tables } from '../compile/tables';
import type { ContainerFacts } from './identity/facts';
import type { RulesOf } from './pipeline/rules';

/** All policies of this node, linked: what the kernel gets, and what its rule ids mean. */
export interface LinkedRules {
  readonly tables: Tables;
  readonly scopeOf: (facts: ContainerFacts) => RuleSet;
  readonly rulesOf: RulesOf;
  /** Policies in force. */
  readonly policies: number;
  /** What could not be taken in, in words for people: policies left out, rules that are weaker here. */
  readonly problems: readonly string[];
}
