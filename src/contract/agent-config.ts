import { boundedName } from './names';
import { validateAgentConfig } from './object-validators.gen';
import type { Hash } from './plan';
import type { PolicyRef } from './policy';
import { readObject } from './read-object';
import type { ObjectReading, ObjectValidator } from './read-object';
import type { AgentConfig } from './resources.gen';

export type { AgentConfig } from './resources.gen';
export type AgentConfigSpec = AgentConfig['spec'];
/** A plan as an AgentConfig carries it. */
export type WrittenPlan = AgentConfigSpec['plan'];

/** The name of the AgentConfig of a policy: `ns.<namespace>.<name>` or `cluster.<name>`. */
export function agentConfigName(policy: PolicyRef, hash: Hash): string {
  return boundedName(policy.namespace === undefined ? `cluster.${policy.name}` : `ns.${policy.namespace}.${policy.name}`, hash);
}

export function readAgentConfig(value: unknown): ObjectReading<AgentConfig> {
  return readObject(validateAgentConfig as ObjectValidator, value);
}

const PERCENT = 100;
const HASH_DIGITS = 8;

/** Whether a node belongs to the first `percent` of all nodes. Decided by its name alone: a larger share holds the smaller one. */
export function isInShare(nodeName: string, percent: number, hash: Hash): boolean {
  return Number.parseInt(hash(nodeName).slice(0, HASH_DIGITS), 16) % PERCENT < percent;
}

/** The plan that a node applies; undefined: none, a new policy has not reached it yet. */
export function planOfNode(spec: AgentConfigSpec, nodeName: string, hash: Hash): WrittenPlan | undefined {
  return isInShare(nodeName, spec.nodePercent ?? PERCENT, hash) ? spec.plan : spec.previousPlan;
}
