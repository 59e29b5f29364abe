import type { LabelSelector, PolicyRef, Target } from '../contract/policy';
import { matchesGlob } from './automaton/match-name';
import { parseGlob } from './glob';
import { selects } from './selector';
import type { Labels } from './selector';

/** What is known of a container. A container outside Kubernetes is named by its id and has no pod. */
export interface ContainerIdentity {
  readonly name: string;
  readonly image?: string;
  readonly pod?: {
    readonly namespace: string;
    readonly labels: Labels;
    /** Of its namespace; known in a cluster only. */
    readonly namespaceLabels?: Labels;
  };
}

/** Whom the rules of one policy cover on one node. */
export interface Scope {
  /** Of a SecurityPolicy: pods of this namespace only. */
  readonly namespace?: string;
  readonly target: Target;
}

/** Whom a policy covers on a node that it selects. */
export function scopeOfPolicy(policy: PolicyRef, { nodeSelector, ...rest }: Target): Scope {
  const everything = nodeSelector !== undefined && Object.keys(rest).length === 0;
  return { ...(policy.namespace === undefined ? {} : { namespace: policy.namespace }), target: everything ? { all: true } : rest };
}

/** Whether a policy has anything to do with a node. */
export function selectsNode({ nodeSelector }: Target, labels: Labels | undefined): boolean {
  return selected(nodeSelector, labels);
}

/** Rules that hold before anything but a container's existence is known: cluster-wide `all`, and nothing else. */
export function coversUnbound({ namespace, target }: Scope): boolean {
  return namespace === undefined && target.all === true && Object.keys(target).length === 1;
}

/** Whether a scope covers a container: every given field must hold, and an empty one holds for nobody. */
export function covers({ namespace, target }: Scope, { name, image, pod }: ContainerIdentity): boolean {
  if (namespace !== undefined && pod?.namespace !== namespace) return false;
  if (Object.keys(target).length === 0) return false;
  return anyMatches(target.containers, name) && anyMatches(target.images, image) && coversPod(target, pod);
}

function coversPod(target: Target, pod: ContainerIdentity['pod']): boolean {
  return anyMatches(target.namespaces, pod?.namespace) && selected(target.namespaceSelector, pod?.namespaceLabels) && selected(target.podSelector, pod?.labels);
}

function anyMatches(patterns: readonly string[] | undefined, text: string | undefined): boolean {
  if (patterns === undefined) return true;
  return text !== undefined && patterns.some((pattern) => nameMatches(pattern, text));
}

function nameMatches(pattern: string, text: string): boolean {
  const glob = parseGlob(pattern, 'name');
  return glob.ok && matchesGlob(glob.tokens, text);
}

/** Labels that are not known are in no selector. */
function selected(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  return selector === undefined || (labels !== undefined && selects(selector, labels));
}
