import type { Linked } from '../compile';
import type { RuleSet, Tables } from '../compile/tables';
import type { ContainerFacts } from './identity/facts';
import type { RulesOf } from './pipeline/rules';

/** All policies of this node, linked: what the kernel gets, and what its rule ids mean. */
export interface LinkedRules {
  readonly tables: Tables;
  readonly scopeOf: (facts: ContainerFacts) => RuleSet;
  readonly rulesOf: RulesOf;
  /** Whether a rule may select the container by what only the runtime's API tells: its pod's labels, or an image that its bundle does not name. */
  readonly awaits: (facts: ContainerFacts) => boolean;
  /** Some rule selects by labels of pods. */
  readonly selectsByLabels: boolean;
  /** Whom which rules cover. */
  readonly scopes: Linked['scopes'];
  /** Policies that stay out. */
  readonly rejected: Linked['rejected'];
  /** Policies in force. */
  readonly policies: number;
  /** What could not be taken in, in words for people: policies left out, rules that are weaker here. */
  readonly problems: readonly string[];
}
