import type { Fault } from '../../contract/diagnostic';
import type { Policy, Target } from '../../contract/policy';

const LISTS = ['containers', 'images', 'namespaces'] as const;
/** Only a cluster policy reaches beyond one namespace. */
const CLUSTER_FIELDS = ['namespaces', 'namespaceSelector', 'nodeSelector'] as const;
const ALLOWED = { SecurityPolicy: 'all, containers, images, podSelector', ClusterSecurityPolicy: 'all, containers, images, namespaces, namespaceSelector, podSelector, nodeSelector' } as const;

/** Empty means nothing: whom a policy covers is spelled out, and "everything" is said aloud and alone. */
export function targetSaysWho(policy: Policy): readonly Fault[] {
  const { target } = policy;
  const path = ['spec', 'target'];
  const given = Object.keys(target);
  if (given.length === 0) return [{ path, message: 'An empty target selects nothing', hint: `allowed: ${ALLOWED[policy.kind]}` }];
  return [
    ...(target.all === true && given.length > 1 ? [{ path: [...path, 'all'], message: '"all" stands alone', hint: `leave out "all", or ${given.filter((field) => field !== 'all').join(', ')}` }] : []),
    ...LISTS.filter((field) => target[field]?.length === 0).map((field) => ({ path: [...path, field], message: 'An empty list selects nothing' })),
    ...scopeFaults(policy, target),
  ];
}

/** The kind says how far a policy reaches. */
function scopeFaults(policy: Policy, target: Target): readonly Fault[] {
  if (policy.kind === 'ClusterSecurityPolicy') return policy.namespace === undefined ? [] : [{ path: ['metadata', 'namespace'], message: 'A ClusterSecurityPolicy has no namespace' }];
  return [
    ...(policy.namespace === undefined ? [{ path: ['metadata'], message: 'Field "namespace" is missing' }] : []),
    ...CLUSTER_FIELDS.filter((field) => target[field] !== undefined).map((field) => ({ path: ['spec', 'target', field], message: 'A SecurityPolicy covers its own namespace' })),
  ];
}
