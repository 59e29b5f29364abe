import type { ClusterSecurityPolicy, PolicyResource, SecurityPolicy } from './resources.gen';

type Spec = SecurityPolicy['spec'];
type RuleResource = Spec['rules'][number];

export type PolicyKind = PolicyResource['kind'];
/** Audit: findings say what would have been done. */
export type Mode = NonNullable<Spec['mode']>;
export type Severity = RuleResource['severity'];
export type Action = NonNullable<RuleResource['respond']>[number];
export type ProcessMatch = RuleResource['process'];
export type ProcessOrigin = NonNullable<ProcessMatch['origin']>[number];
/** A label selector, of pods, namespaces or nodes. */
export type LabelSelector = NonNullable<Spec['target']['podSelector']>;
export type Rollout = NonNullable<Spec['rollout']>;
/** Whom a policy covers: every given field must hold. A SecurityPolicy covers pods of its namespace only. */
export type Target = ClusterSecurityPolicy['spec']['target'];

/** What names a policy. */
export interface PolicyRef {
  readonly kind: PolicyKind;
  readonly name: string;
  /** Of a SecurityPolicy. */
  readonly namespace?: string;
}

/** One effect to watch for. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  readonly message?: string;
  readonly tags: readonly string[];
  readonly process: ProcessMatch;
  readonly respond: readonly Action[];
}

/** A policy as written, with defaults filled in. */
export interface Policy extends PolicyRef {
  /** `metadata.creationTimestamp`; files have none as a rule. */
  readonly createdAt?: string;
  readonly mode: Mode;
  readonly target: Target;
  /** Absent: all nodes at once. */
  readonly rollout?: Rollout;
  readonly rules: readonly Rule[];
}

/** `<namespace>/<name>`, or the name alone for a cluster policy: how findings and messages name it. */
export function policyName(ref: PolicyRef): string {
  return ref.namespace === undefined ? ref.name : `${ref.namespace}/${ref.name}`;
}

/** Fills in what the schema gives as default. */
export function policyOf(resource: PolicyResource): Policy {
  const { metadata, spec } = resource;
  return {
    kind: resource.kind,
    name: metadata.name,
    ...('namespace' in metadata ? { namespace: metadata.namespace } : {}),
    ...(metadata.creationTimestamp === undefined ? {} : { createdAt: metadata.creationTimestamp }),
    mode: spec.mode ?? 'Audit',
    target: spec.target,
    ...(spec.rollout === undefined ? {} : { rollout: spec.rollout }),
    rules: spec.rules.map(ruleOf),
  };
}

function ruleOf(rule: RuleResource): Rule {
  return {
    name: rule.name,
    severity: rule.severity,
    ...(rule.message === undefined ? {} : { message: rule.message }),
    tags: rule.tags ?? [],
    process: rule.process,
    respond: rule.respond ?? ['Alert'],
  };
}
