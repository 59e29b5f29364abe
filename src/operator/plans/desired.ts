import type { AgentConfigSpec, WrittenPlan } from '../../contract/agent-config';
import type { Rollout } from '../../contract/policy';
import type { KeptPolicy } from '../state/objects';

export interface Publication {
  readonly policy: Pick<KeptPolicy, 'metadata' | 'ref' | 'createdAt'>;
  readonly rollout: Rollout | undefined;
  readonly plan: WrittenPlan;
  /** What is published now. */
  readonly before: AgentConfigSpec | undefined;
}

/** What is to be published, but for the number. */
export type Desired = Omit<AgentConfigSpec, 'revision'>;

const ALL = 100;

export function desiredSpec({ policy, rollout, plan, before }: Publication): Desired {
  const { uid, generation } = policy.metadata;
  const ref = { ...policy.ref, uid, generation, createdAt: policy.createdAt };
  const percent = rollout?.nodePercent ?? ALL;
  if (percent >= ALL) return { policy: ref, plan };
  const previous = before?.policy.uid === uid ? planOfAll(before) : undefined;
  return { policy: ref, plan, nodePercent: percent, ...(previous === undefined ? {} : { previousPlan: previous }) };
}

/** The last plan that all nodes had. */
function planOfAll({ plan, nodePercent, previousPlan }: AgentConfigSpec): WrittenPlan | undefined {
  return nodePercent === undefined ? plan : previousPlan;
}

/** Whether every node would do the same with both: then nothing is written, although the policy was. */
export function isPublished(desired: Desired, before: AgentConfigSpec | undefined): boolean {
  return (
    before?.policy.uid === desired.policy.uid &&
    before.nodePercent === desired.nodePercent &&
    samePlan(before.plan, desired.plan) &&
    samePlan(before.previousPlan, desired.previousPlan)
  );
}

function samePlan(left: WrittenPlan | undefined, right: WrittenPlan | undefined): boolean {
  return left?.hash === right?.hash && left?.format === right?.format;
}
