import { policyName } from '../contract/policy';
import type { Policy, PolicyRef } from '../contract/policy';
import type { Plan } from '../contract/plan';
import { fieldName } from '../contract/schema';
import { soundnessFaults } from './checks';
import { scopeOfPolicy } from './scope';
import { MAX_RULES } from './tables';
import type { Scope } from './scope';
import type { Rule } from '../contract/policy';

/** A plan, and when its policy was made. */
export interface LinkInput {
  readonly plan: Plan;
  /** RFC 3339; a policy without it counts as the youngest. */
  readonly createdAt?: string;
}

export type RejectReason = 'Invalid' | 'Duplicate' | 'TooManyRules' | 'TooManyPatterns';

/** A policy that stays out of the tables, and why. */
export interface Rejected {
  readonly policy: PolicyRef;
  readonly reason: RejectReason;
  readonly message: string;
}

/** A rule with its conditions, as far as the kernel tells them apart. */
export interface Conditions {
  readonly scope: Scope;
  readonly process: Rule['process'];
  readonly kill: boolean;
  readonly freeze: boolean;
}

export interface AdmittedRule {
  readonly plan: Plan;
  readonly rule: Rule;
  /** Equal for equal conditions, which share an id. */
  readonly key: string;
  readonly conditions: Conditions;
}

export interface Admission {
  /** In the order of admission, each with all its rules. */
  readonly policies: readonly (readonly AdmittedRule[])[];
  readonly rejected: readonly Rejected[];
}

/** Cluster policies first, then the oldest, as long as their distinct rules have ids. A policy comes in whole or not at all. */
export function admit(inputs: readonly LinkInput[]): Admission {
  const seen = new Set<string>();
  const keys = new Set<string>();
  const policies: (readonly AdmittedRule[])[] = [];
  const rejected: Rejected[] = [];
  for (const { plan } of [...inputs].sort(byRank)) {
    const rules = plan.rules.map((rule) => admittedRule(plan, rule));
    const fresh = new Set(rules.map(({ key }) => key).filter((key) => !keys.has(key)));
    const refusal = unsound(plan) ?? twice(plan, seen) ?? overfull(keys.size + fresh.size);
    if (refusal !== undefined) {
      rejected.push({ policy: plan.policy, ...refusal });
      continue;
    }
    seen.add(identityOf(plan.policy));
    for (const key of fresh) keys.add(key);
    policies.push(rules);
  }
  return { policies, rejected };
}

type Refusal = Omit<Rejected, 'policy'>;

/** A plan from elsewhere is not trusted to have passed the checks. */
function unsound(plan: Plan): Refusal | undefined {
  const policy: Policy = { ...plan.policy, mode: plan.mode, target: plan.target, rules: plan.rules };
  const [fault] = soundnessFaults(policy);
  return fault === undefined ? undefined : { reason: 'Invalid', message: `${fieldName(fault.path)}: ${fault.message}` };
}

function twice(plan: Plan, seen: ReadonlySet<string>): Refusal | undefined {
  if (!seen.has(identityOf(plan.policy))) return undefined;
  return { reason: 'Duplicate', message: `Another ${plan.policy.kind} is named "${policyName(plan.policy)}" too` };
}

function overfull(rules: number): Refusal | undefined {
  return rules <= MAX_RULES ? undefined : { reason: 'TooManyRules', message: `With it there would be ${rules} distinct rules on this node, at most ${MAX_RULES} are possible` };
}

function admittedRule(plan: Plan, rule: Rule): AdmittedRule {
  const enforced = plan.mode === 'Enforce';
  const conditions: Conditions = {
    scope: scopeOfPolicy(plan.policy, plan.target),
    process: rule.process,
    kill: enforced && rule.respond.includes('Kill'),
    freeze: enforced && rule.respond.includes('Freeze'),
  };
  return { plan, rule, conditions, key: JSON.stringify(conditions) };
}

function identityOf({ kind, name, namespace = '' }: PolicyRef): string {
  return `${kind}/${namespace}/${name}`;
}

function byRank(left: LinkInput, right: LinkInput): number {
  return (
    Number(right.plan.policy.kind === 'ClusterSecurityPolicy') - Number(left.plan.policy.kind === 'ClusterSecurityPolicy') ||
    compare(madeAt(left), madeAt(right)) ||
    compare(identityOf(left.plan.policy), identityOf(right.plan.policy)) ||
    compare(left.plan.hash, right.plan.hash)
  );
}

function madeAt({ createdAt }: LinkInput): number {
  const time = createdAt === undefined ? NaN : Date.parse(createdAt);
  return Number.isNaN(time) ? Infinity : time;
}

function compare<Value extends string | number>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
