import { cutText } from '../../contract/bounds';
import { NODE_LIMITS, type Capability, type InstallationMode, type NodeFindings, type NodeStatus, type PermitRequest, type PolicyException, type SelectedPolicy } from '../../contract/node';

/** What a node's status is made of. */
export interface NodeFacts {
  /** RFC 3339, now. */
  readonly now: string;
  /** Of the spec that is in force; undefined: none yet. */
  readonly generation: number | undefined;
  /** In force; undefined: none yet. */
  readonly mode: InstallationMode | undefined;
  readonly agentVersion: string;
  readonly kernelVersion: string;
  readonly runtime: string | undefined;
  readonly planFormat: number;
  readonly hooks: readonly { readonly hook: string; readonly proven: boolean }[];
  readonly ready: boolean;
  /** Why it is not ready, or what is weaker than the policies say. */
  readonly reasons: readonly string[];
  /** Undefined: nothing is in force yet. */
  readonly appliedRevision: number | undefined;
  readonly exceptions: readonly PolicyException[];
  readonly policies: readonly SelectedPolicy[];
  readonly findings: NodeFindings;
  readonly permitRequests: readonly PermitRequest[];
  readonly permitsUsed: readonly string[];
}

type Condition = NonNullable<NodeStatus['conditions']>[number];

const MESSAGE = 1024;

/** The status of a node; `before` is the last one written, whose times of transitions stay where nothing changed. */
export function nodeStatus(facts: NodeFacts, before: NodeStatus | undefined): NodeStatus {
  const { generation, mode, agentVersion, kernelVersion, runtime, planFormat, appliedRevision } = facts;
  return {
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    conditions: conditionsOf(facts, before?.conditions ?? []),
    observedTime: facts.now,
    ...(mode === undefined ? {} : { mode }),
    ...{ agentVersion, kernelVersion, planFormat },
    ...(runtime === undefined ? {} : { runtime }),
    backend: 'tracepoint',
    capabilities: facts.hooks.map(capabilityOf),
    ...(appliedRevision === undefined ? {} : { appliedRevision }),
    ...listed('exceptions', 'exceptionsOmitted', { list: facts.exceptions, limit: NODE_LIMITS.exceptions }),
    ...listed('policies', 'policiesOmitted', { list: facts.policies, limit: NODE_LIMITS.policies }),
    findings: facts.findings,
    permitRequests: facts.permitRequests.slice(0, NODE_LIMITS.permitRequests),
    permitsUsed: facts.permitsUsed.map((podUID) => ({ podUID })),
  };
}

function conditionsOf({ now, generation, ready, reasons }: NodeFacts, before: readonly Condition[]): readonly Condition[] {
  const message = cutText(reasons.join('; '), MESSAGE);
  const made = (type: string, status: boolean, [reason, said]: readonly [string, string]): Condition => {
    const last = before.find((condition) => condition.type === type);
    const text = status ? ('True' as const) : ('False' as const);
    const lastTransitionTime = last?.status === text ? last.lastTransitionTime : now;
    return { type, status: text, reason, message: said, lastTransitionTime, ...(generation === undefined ? {} : { observedGeneration: generation }) };
  };
  return [
    made('Ready', ready, ready ? ['Enforcing', 'rules are in force and every hook is proven'] : ['NotReady', message]),
    made('Degraded', reasons.length > 0, reasons.length > 0 ? ['Weakened', message] : ['AsPublished', 'nothing weakens it']),
  ];
}

function capabilityOf({ hook, proven }: NodeFacts['hooks'][number]): Capability {
  return proven ? { hook, state: 'Proven', proof: 'it saw the self-test' } : { hook, state: 'Unproven', proof: 'it has not seen the self-test' };
}

function listed(name: string, omitted: string, { list, limit }: { readonly list: readonly unknown[]; readonly limit: number }): object {
  return { [name]: list.slice(0, limit), ...(list.length > limit ? { [omitted]: list.length - limit } : {}) };
}
