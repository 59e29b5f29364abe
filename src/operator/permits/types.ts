/**
 * What the permit reducer reads and writes. A permit is permission, given beforehand, to freeze a certain pod. Narrow on purpose: the
 * controller makes these from SecurityNodes, Pods and PodDisruptionBudgets, and writes `PermitSpec` back.
 */

/** One permit as a SecurityNode's spec holds it. */
export interface Permit {
  readonly podUid: string;
  /** Taken back, and still counted: the node may act on it until it has acknowledged this. Then the entry goes. */
  readonly revoked?: true;
  /** Moved within the node: holds only while that pod, whose permit is revoked in the same write, is not frozen. */
  readonly insteadOf?: string;
}

export type RefusalReason =
  | 'UnknownPod'
  | 'OtherNode'
  | 'PodLeaving'
  | 'Protected'
  | 'NotEnforced'
  | 'BudgetUsed'
  | 'NoDisruptionAllowed'
  | 'NoAcknowledgement'
  | 'TooManyPermits';

export type PermitAnswer =
  | { readonly request: string; readonly decision: 'Granted' }
  | { readonly request: string; readonly decision: 'Refused'; readonly reason: RefusalReason; readonly message: string };

/** The part of a SecurityNode's spec that is about permits; nobody but the leading operator writes it. */
export interface PermitSpec {
  /** The leadership under which it was written. A view of another term is not trusted: a late write of that leader may still land. */
  readonly term: number;
  readonly permits: readonly Permit[];
  readonly answers: readonly PermitAnswer[];
}

export interface PermitRequest {
  /** Names the request for ever. */
  readonly id: string;
  readonly podUid: string;
}

/** One version of a SecurityNode, read in one piece. */
export interface NodeView {
  readonly name: string;
  /** Of the object: another one under the same name remembers nothing. */
  readonly uid: string;
  /** `metadata.generation`: rises with every change of the spec. */
  readonly generation: number;
  readonly spec: PermitSpec;
  /** Generation of the spec whose permits are in force on the node, as its agent reports it; undefined: it never did. */
  readonly observedGeneration: number | undefined;
  /** Pods that rules froze there and that are not released. Reported in the same write as `observedGeneration`, and read by the agent after it had taken revoked permits out of the kernel. */
  readonly used: readonly string[];
  readonly requests: readonly PermitRequest[];
  /** Its agent was heard lately. */
  readonly alive: boolean;
}

export interface PodView {
  readonly uid: string;
  readonly node: string | undefined;
  /** Kind and name of the owner at the top, with its namespace. A bare pod is its own workload. */
  readonly workload: string;
  /** Ids of the PodDisruptionBudgets that select it. */
  readonly budgets: readonly string[];
  readonly running: boolean;
  readonly ready: boolean;
  /** It has a deletionTimestamp or has ended: it neither counts nor gets a permit. */
  readonly leaving: boolean;
  /** A Containment holds it, a person's too, that has not ended. */
  readonly contained: boolean;
  /** Why no permit is given, e.g. no enforced rule may freeze it. */
  readonly barred?: 'Protected' | 'NotEnforced';
}

/** The status of a PodDisruptionBudget. Whose status is behind its spec (observedGeneration) allows 0. */
export interface DisruptionBudget {
  readonly id: string;
  readonly disruptionsAllowed: number;
  readonly desiredHealthy: number;
}

/** Everything beside the nodes. A pod that is not here does not exist: before it says so, the controller asks the API server itself, not its cache. */
export interface Workloads {
  readonly pods: readonly PodView[];
  readonly budgets: readonly DisruptionBudget[];
}

/** At most so many entries and answers fit into one SecurityNode. */
export const MAX_PERMITS = 512;
export const MAX_ANSWERS = 64;
/** A request that could not be granted for so long, for want of an acknowledgement, is refused; a hold ends by then anyhow. */
export const ANSWER_WITHIN_MS = 2000;
