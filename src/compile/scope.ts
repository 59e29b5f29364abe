import type { PodSelector, PolicyRef, Target } from '../contract/policy';
import { matchesGlob } from './automaton/match-name';
import { parseGlob } from './glob';

/** What is known of a container. A container outside Kubernetes is named by its id and has no pod. */
export interface ContainerIdentity {
  readonly name: string;
  readonly image?: string;
  readonly pod?: {
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  };
}

/** Whom the rules of one policy cover. */
export interface Scope {
  /** Of a SecurityPolicy: pods of this namespace only. */
  readonly namespace?: string;
  readonly target: Target;
}

export function scopeOfPolicy(policy: PolicyRef, target: Target): Scope {
  return { ...(policy.namespace === undefined ? {} : { namespace: policy.namespace }), target };
}

/** Rules that hold before anything but a container's existence is known: cluster-wide `all`, and nothing else. */
export function coversUnbound({ namespace, target }: Scope): boolean {
  return namespace === undefined && target.all === true && Object.keys(target).length === 1;
}

/** Whether a scope covers a container: every given field must hold, and an empty one holds for nobody. */
export function covers({ namespace, target }: Scope, identity: ContainerIdentity): boolean {
  if (namespace !== undefined && identity.pod?.namespace !== namespace) return false;
  if (Object.keys(target).length === 0) return false;
  return (
    anyMatches(target.containers, identity.name) &&
    anyMatches(target.images, identity.image) &&
    anyMatches(target.namespaces, identity.pod?.namespace) &&
    selects(target.podSelector, identity.pod?.labels)
  );
}

function anyMatches(patterns: readonly string[] | undefined, text: string | undefined): boolean {
  if (patterns === undefined) return true;
  return text !== undefined && patterns.some((pattern) => nameMatches(pattern, text));
}

function nameMatches(pattern: string, text: string): boolean {
  const glob = parseGlob(pattern, 'name');
  return glob.ok && matchesGlob(glob.tokens, text);
}

function selects(selector: PodSelector | undefined, labels: Readonly<Record<string, string>> | undefined): boolean {
  if (selector === undefined) return true;
  if (labels === undefined) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (Object.keys(matchLabels).length + matchExpressions.length === 0) return false;
  return (
    Object.entries(matchLabels).every(([key, value]) => labelOf(labels, key) === value) &&
    matchExpressions.every((expression) => holds(expression, labelOf(labels, expression.key)))
  );
}

function labelOf(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

type Expression = NonNullable<PodSelector['matchExpressions']>[number];

/** As in Kubernetes: a label that is absent is not in any list. */
function holds({ operator, values = [] }: Expression, label: string | undefined): boolean {
  const listed = label !== undefined && values.includes(label);
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
  }
}
