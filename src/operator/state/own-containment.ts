import type { ContainmentSpec } from '../../contract/containment';
import type { KeptPod } from './objects';

/**
 * Whether a Containment is where its pod is: in its namespace and on its node. Nothing acts on another one, and whoever may make
 * Containments elsewhere has no say about this pod.
 */
export function isOfItsPod(namespace: string | undefined, { nodeName }: Pick<ContainmentSpec, 'nodeName'>, pod: KeptPod | undefined): boolean {
  return pod !== undefined && pod.metadata.namespace === namespace && pod.node === nodeName;
}
