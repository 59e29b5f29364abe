import { covers, scopeOfPolicy, selectsNode, type ContainerIdentity } from '../../compile/scope';
import type { PolicyRef, Target } from '../../contract/policy';
import type { Labels } from '../../compile';
import type { KeptPod } from '../state/objects';

/** A policy of which it is asked whom it selects. */
export interface Selecting {
  readonly ref: PolicyRef;
  readonly target: Target;
}

/**
 * Whether a policy selects something in a pod, as far as the pod's own object tells. Where an agent runs, the agent knows better:
 * the runtime's name of an image may be another than the one that was asked for.
 */
export function selectsPod({ ref, target }: Selecting, pod: KeptPod, namespaceLabels: Labels): boolean {
  const { namespace = '' } = pod.metadata;
  if (ref.namespace !== undefined && ref.namespace !== namespace) return false;
  const scope = scopeOfPolicy(ref, target);
  return pod.containers.some((text) => covers(scope, identityOf(text, { namespace, labels: pod.labels, namespaceLabels })));
}

/** Whether it has to do with the node at all. */
export function selectsNodeOf({ target }: Selecting, labels: Labels): boolean {
  return selectsNode(target, labels);
}

function identityOf(container: string, pod: NonNullable<ContainerIdentity['pod']>): ContainerIdentity {
  const [name = '', image = ''] = container.split(' ');
  return { name, image: fullImage(image), pod };
}

/** As runtimes name what was pulled: `nginx` is `docker.io/library/nginx:latest`. */
export function fullImage(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const host = rest.length > 0 && (/[.:]/u.test(first) || first === 'localhost') ? '' : rest.length > 0 ? 'docker.io/' : 'docker.io/library/';
  return `${host}${image}${/[:@][^/]*$/u.test(image) ? '' : ':latest'}`;
}
