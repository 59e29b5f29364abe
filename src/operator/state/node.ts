import { readSecurityNode, type FindingGroup, type NodeSpec, type NodeStatus } from '../../contract/node';
import type { ApiObject } from '../../kube/watch-stream';
import { keepMetadata, ownerUid, type KeptMetadata } from './objects';
import { Packed } from './packed';

/** What the operator keeps of a SecurityNode. */
export interface KeptSecurityNode extends ApiObject {
  readonly metadata: KeptMetadata;
  /** UID of the Node that owns it. */
  readonly owner: string | undefined;
  readonly spec: NodeSpec | undefined;
  /** Undefined: its agent has said nothing yet, or nothing that this version understands. */
  readonly report: NodeReport | undefined;
}

/** What the agent says; the long lists in forms that need little memory. */
export interface NodeReport {
  readonly observedGeneration: number | undefined;
  /** By the node's clock: only its changes mean something here. */
  readonly observedTime: string;
  readonly mode: NodeSpec['mode'] | undefined;
  readonly planFormat: number | undefined;
  readonly appliedRevision: number;
  /** Why the agent does not enforce everything, in words; undefined: it does. */
  readonly degraded: string | undefined;
  readonly exceptions: NonNullable<NodeStatus['exceptions']>;
  readonly exceptionsOmitted: number;
  readonly policies: SelectedPolicies;
  readonly groups: GroupCounts;
  readonly requests: NonNullable<NodeStatus['permitRequests']>;
  readonly used: readonly string[];
}

/** The policies that select something on a node. */
export interface SelectedPolicies {
  /** Numbers of names, as `PolicyNames` gives them. */
  readonly names: Uint32Array;
  readonly pods: Uint32Array;
  /** These two as far as 32 bits count. */
  readonly findings: Uint32Array;
  readonly wouldAct: Uint32Array;
  readonly omitted: number;
}

/** Groups of findings: how many there are in each, and the groups themselves where somebody needs them. */
export interface GroupCounts {
  readonly ids: readonly string[];
  /** UIDs of the pods. */
  readonly pods: readonly string[];
  readonly findings: Float64Array;
  readonly all: Packed<readonly FindingGroup[]> | undefined;
}

/**
 * Gives each policy a number, so that thousands of nodes do not each keep its name. Only policies that exist get one: what a
 * compromised agent makes up costs nothing.
 */
export class PolicyNames {
  private readonly numbers = new Map<string, number>();

  add(name: string): void {
    if (!this.numbers.has(name)) this.numbers.set(name, this.numbers.size);
  }

  numberOf(name: string): number | undefined {
    return this.numbers.get(name);
  }
}

export function keepSecurityNode(names: PolicyNames): (object: ApiObject) => KeptSecurityNode {
  return (object) => {
    const read = readSecurityNode(object);
    const { spec, status } = read.ok ? read.object : {};
    return { metadata: keepMetadata(object), owner: ownerUid(object, 'Node'), spec: spec && { ...spec, settings: shared(spec.settings) }, report: status === undefined ? undefined : reportOf(status, names) };
  };
}

/** Settings that all nodes have, in one copy. */
const known = new Map<string, NodeSpec['settings']>();
const KNOWN = 16;

function shared(settings: NodeSpec['settings']): NodeSpec['settings'] {
  const text = JSON.stringify(settings);
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= KNOWN) known.clear();
  known.set(text, settings);
  return settings;
}

function reportOf(status: NodeStatus, names: PolicyNames): NodeReport | undefined {
  const { observedTime, exceptions = [], exceptionsOmitted = 0, appliedRevision = 0 } = status;
  if (observedTime === undefined) return undefined;
  return {
    observedGeneration: status.observedGeneration,
    observedTime,
    mode: status.mode,
    planFormat: status.planFormat,
    appliedRevision,
    degraded: weaknessIn(status),
    exceptions,
    exceptionsOmitted,
    policies: selectedPolicies(status, names),
    groups: groupCounts(status.findings?.groups ?? []),
    requests: status.permitRequests ?? [],
    used: (status.permitsUsed ?? []).map(({ podUID }) => podUID),
  };
}

function weaknessIn({ conditions = [] }: NodeStatus): string | undefined {
  const found = conditions.find(({ type, status: is }) => (type === 'Degraded' && is === 'True') || (type === 'Ready' && is !== 'True'));
  return found === undefined ? undefined : `${found.reason}: ${found.message}`;
}

const MOST_COUNTED = 2 ** 32 - 1;

function selectedPolicies({ policies = [], policiesOmitted = 0 }: NodeStatus, names: PolicyNames): SelectedPolicies {
  const known = policies.flatMap((entry) => {
    const number = names.numberOf(entry.policy);
    return number === undefined ? [] : [{ ...entry, number }];
  });
  return {
    names: Uint32Array.from(known, ({ number }) => number),
    pods: Uint32Array.from(known, ({ pods }) => pods),
    findings: Uint32Array.from(known, ({ findings }) => Math.min(findings, MOST_COUNTED)),
    wouldAct: Uint32Array.from(known, ({ wouldAct }) => Math.min(wouldAct, MOST_COUNTED)),
    omitted: policiesOmitted,
  };
}

function groupCounts(groups: readonly FindingGroup[]): GroupCounts {
  const uids = new Map(groups.map(({ pod }) => [pod.uid, pod.uid])); // one text for each pod
  return {
    ids: groups.map(({ id }) => id),
    pods: groups.map(({ pod }) => uids.get(pod.uid) ?? pod.uid),
    findings: Float64Array.from(groups, ({ findings }) => findings),
    all: groups.length === 0 ? undefined : new Packed(groups),
  };
}
