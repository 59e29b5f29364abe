import type { Labels } from '../../compile';
import type { AgentConfigSpec } from '../../contract/agent-config';
import type { NodeSpec, PolicyException } from '../../contract/node';
import { policyName } from '../../contract/policy';
import type { PolicyState } from '../agent';
import { allowedPlans } from '../config/allowed';
import { NodePlans, sha256, type KeptPlan } from '../config/node-plans';
import { linkPlans } from '../config/plans';
import type { LinkedRules } from '../rules';

/** Rules that are to be in force on this node. */
export interface WantedRules {
  /** For which they were linked. */
  readonly mode: NodeSpec['mode'];
  readonly rules: LinkedRules;
  readonly state: PolicyState;
  readonly revision: number;
  readonly exceptions: readonly PolicyException[];
}

/** What the plans, the installation's settings and the node's labels come to. */
export class NodeRules {
  readonly plans: NodePlans;
  private last: WantedRules | undefined;

  constructor(nodeName: string) {
    this.plans = new NodePlans(nodeName);
  }

  put(config: string, spec: AgentConfigSpec): void {
    this.plans.put(config, spec);
  }

  restore(kept: readonly KeptPlan[], revision: number): void {
    this.plans.restore(kept, revision);
  }

  /** Links what is there now; where nothing changed that matters, the rules are those of the last time. */
  want({ mode, settings: { allowedActions } }: Pick<NodeSpec, 'mode' | 'settings'>, nodeLabels: Labels | undefined): WantedRules {
    const { inputs, revision, exceptions, hash: plansHash } = this.plans.state();
    const hash = sha256(JSON.stringify([plansHash, mode, allowedActions, nodeLabels ?? null]));
    const unreadable = exceptions.map(({ policy, message }) => `policy "${policy}" is not in force as it is published: ${message}`);
    if (this.last?.state.hash === hash) return (this.last = { ...this.last, revision, exceptions: this.exceptionsOf(this.last.rules, [...exceptions, ...this.notAllowed]), state: { hash, problems: unreadable } });
    const allowed = allowedPlans(inputs, { mode, allowedActions });
    const rules = linkPlans(allowed.inputs, nodeLabels);
    this.notAllowed = allowed.exceptions;
    return (this.last = { mode, rules, state: { hash, problems: unreadable }, revision, exceptions: this.exceptionsOf(rules, [...exceptions, ...allowed.exceptions]) });
  }

  private notAllowed: readonly PolicyException[] = [];

  private exceptionsOf({ rejected }: LinkedRules, others: readonly PolicyException[]): readonly PolicyException[] {
    return [...others, ...rejected.map(({ policy, reason, message }) => ({ policy: policyName(policy), reason, message }))];
  }
}
