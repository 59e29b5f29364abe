import { matchesGlob } from '../../compile/automaton/match-name';
import { parseGlob } from '../../compile/glob';
import type { LinkInput } from '../../compile';
import type { InstallationMode, NodeSettings, PolicyException } from '../../contract/node';
import { policyName, type Action, type PolicyKind } from '../../contract/policy';

/** What the installation lets policies do. */
export interface Allowance {
  readonly mode: InstallationMode;
  readonly allowedActions: NodeSettings['allowedActions'];
}

/** Plans as the installation lets them act, and which ask for more than it does. */
export interface AllowedPlans {
  readonly inputs: readonly LinkInput[];
  readonly exceptions: readonly PolicyException[];
}

/** Installation mode Audit makes every plan one of mode Audit; actions that are not allowed are taken out of the rules. */
export function allowedPlans(inputs: readonly LinkInput[], allowance: Allowance): AllowedPlans {
  const exceptions: PolicyException[] = [];
  const allowed = inputs.map((input) => {
    const { plan } = input;
    const may = allowedFor(plan.policy.kind, allowance);
    const refused = new Set(plan.rules.flatMap(({ respond }) => respond.filter((action) => !may.has(action))));
    if (refused.size > 0) exceptions.push({ policy: policyName(plan.policy), reason: 'ActionNotAllowed', message: `the installation does not allow ${[...refused].join(' and ')} to a ${plan.policy.kind}` });
    const rules = refused.size === 0 ? plan.rules : plan.rules.map((rule) => ({ ...rule, respond: respondWithin(rule.respond, may) }));
    return { ...input, plan: { ...plan, rules, mode: allowance.mode === 'Enforce' ? plan.mode : ('Audit' as const) } };
  });
  return { inputs: allowed, exceptions };
}

function allowedFor(kind: PolicyKind, { allowedActions }: Allowance): ReadonlySet<string> {
  return new Set<string>(kind === 'SecurityPolicy' ? allowedActions.namespacedPolicies : allowedActions.clusterPolicies);
}

/** A rule always may tell. */
function respondWithin(respond: readonly Action[], may: ReadonlySet<string>): readonly Action[] {
  const left = respond.filter((action) => may.has(action));
  return left.length > 0 ? left : ['Alert'];
}

/** Whether one of the globs names it. */
export function isNamed(globs: readonly string[], name: string): boolean {
  return globs.some((pattern) => {
    const glob = parseGlob(pattern, 'name');
    return glob.ok && matchesGlob(glob.tokens, name);
  });
}

export type Protection = 'Namespace' | 'PriorityClass';

/** By what a pod is protected: nothing but Alert is done in it then, by rules or by people. Undefined: it is not. */
export function protectionOf({ protected: { namespaces, priorityClasses } }: Pick<NodeSettings, 'protected'>, namespace: string, priorityClass: string | undefined): Protection | undefined {
  if (isNamed(namespaces, namespace)) return 'Namespace';
  return priorityClass !== undefined && isNamed(priorityClasses, priorityClass) ? 'PriorityClass' : undefined;
}
