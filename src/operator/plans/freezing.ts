import { parseGlob } from '../../compile/glob';
import { matchesGlob } from '../../compile/automaton/match-name';
import type { Labels } from '../../compile';
import type { Policy } from '../../contract/policy';
import type { Settings } from '../settings';
import type { KeptPod } from '../state/objects';
import { selectsPod, type Selecting } from './selection';

/** Whether a name is one of these, which may be globs. */
export function isNamed(globs: readonly string[], name: string): boolean {
  return globs.some((text) => {
    const glob = parseGlob(text, 'name');
    return glob.ok && matchesGlob(glob.tokens, name);
  });
}

/** The policies whose rules may freeze now, by their mode, the installation's, and what it allows. */
export function freezingPolicies(policies: readonly Policy[], { mode, node: { allowedActions } }: Settings): readonly Selecting[] {
  if (mode !== 'Enforce') return [];
  return policies.flatMap((policy) => {
    const { kind, name, namespace } = policy;
    const allowed = kind === 'SecurityPolicy' ? allowedActions.namespacedPolicies : allowedActions.clusterPolicies;
    if (policy.mode !== 'Enforce' || !allowed.includes('Freeze') || !policy.rules.some(({ respond }) => respond.includes('Freeze'))) return [];
    return [{ ref: { kind, name, ...(namespace === undefined ? {} : { namespace }) }, target: policy.target }];
  });
}

/** Answers whether a rule may freeze in a pod; pods that look the same are asked about once. */
export class Freezable {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly policies: readonly Selecting[],
    private readonly labelsOf: (namespace: string) => Labels,
  ) {}

  has(pod: KeptPod): boolean {
    const { namespace = '' } = pod.metadata;
    const look = JSON.stringify([namespace, pod.labels, pod.containers]);
    const known = this.known.get(look);
    if (known !== undefined) return known;
    const found = this.policies.some((policy) => selectsPod(policy, pod, this.labelsOf(namespace)));
    this.known.set(look, found);
    return found;
  }
}
