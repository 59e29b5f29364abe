import type { Timing } from './decide';
import type { Draft, DraftNode } from './draft';
import { byOrder, limitIds } from './limits';
import { ANSWER_WITHIN_MS, MAX_ANSWERS, type PermitRequest, type PodView, type RefusalReason } from './types';

type Outcome = 'Granted' | 'Wait' | RefusalReason;

/** Answers what is asked, the oldest first. What has to wait for a node's acknowledgement gets no answer yet. */
export function answerRequests(draft: Draft, timing: Timing): void {
  const asked = [...draft.nodes.values()].filter(({ open }) => open).flatMap((node) => openRequests(node).map((request) => ({ node, request, since: timing.firstSeen(request.id) })));
  asked.sort((left, right) => left.since - right.since || (left.request.id < right.request.id ? -1 : 1));
  for (const { node, request, since } of asked) {
    const outcome = withinTime(judge(draft, node, request), timing.now - since);
    if (outcome === 'Wait') {
      const pod = draft.pod(request.podUid);
      for (const id of pod === undefined ? [] : limitIds(pod)) draft.waiting.set(id, (draft.waiting.get(id) ?? 0) + 1);
    } else {
      node.answers.push(outcome === 'Granted' ? { request: request.id, decision: outcome } : { request: request.id, decision: 'Refused', reason: outcome, message: MESSAGES[outcome] });
    }
  }
}

/** Drops answers that nobody waits for, and grants whose permit is gone again; what is left unanswered is to be decided. */
function openRequests(node: DraftNode): readonly PermitRequest[] {
  const pods = new Map(node.view.requests.map(({ id, podUid }) => [id, podUid]));
  node.answers = node.answers.filter(({ request, decision }) => {
    const podUid = pods.get(request);
    return podUid !== undefined && (decision === 'Refused' || isGiven(node, podUid));
  });
  const answered = new Set(node.answers.map(({ request }) => request));
  return node.view.requests.filter(({ id }) => !answered.has(id)).slice(0, MAX_ANSWERS - answered.size);
}

function isGiven({ permits }: DraftNode, podUid: string): boolean {
  const permit = permits.get(podUid);
  return permit !== undefined && permit.revoked !== true;
}

function withinTime(outcome: Outcome, waitedMs: number): Outcome {
  return outcome === 'Wait' && waitedMs >= ANSWER_WITHIN_MS ? 'NoAcknowledgement' : outcome;
}

function judge(draft: Draft, node: DraftNode, { podUid }: PermitRequest): Outcome {
  const pod = draft.pod(podUid);
  if (pod === undefined) return draft.leaving.has(podUid) ? 'PodLeaving' : 'UnknownPod';
  if (pod.node !== node.view.name) return 'OtherNode';
  if (pod.barred !== undefined) return pod.barred;
  if (isGiven(node, podUid)) return 'Granted'; // it has one, and its node did not know: asked again, it uses no other
  if (draft.isMoving(node.permits.get(podUid) ?? { podUid })) return 'Wait';
  if (draft.isFull(node)) return 'TooManyPermits';
  return find(draft, node, pod);
}

/** A free place, one that comes free, or one that another pod gives up. */
function find(draft: Draft, node: DraftNode, pod: PodView): Outcome {
  if (draft.hasRoom(pod)) {
    draft.give(node, { podUid: pod.uid });
    return 'Granted';
  }
  if (draft.willHaveRoom(pod)) return 'Wait';
  if (move(draft, node, pod)) return isGiven(node, pod.uid) ? 'Granted' : 'Wait';
  if (limitIds(pod).some((id) => draft.unclear.has(id))) {
    for (const id of limitIds(pod)) draft.wanted.add(id);
    return 'Wait';
  }
  return limitIds(pod).some((id) => draft.allowed(id) === 0) ? 'NoDisruptionAllowed' : 'BudgetUsed';
}

/** Takes a permit from a pod that does not ask: of this node first, in one write; of another node's, this pod waits for its acknowledgement. */
function move(draft: Draft, node: DraftNode, pod: PodView): boolean {
  const full = draft.fullLimits(pod);
  if (full.some((id) => draft.claims.takenForLong(id) + (draft.waiting.get(id) ?? 0) > draft.allowed(id))) return false;
  const donors = donorsIn(draft, full);
  const own = donors.find((uid) => draft.idlePermit(uid)?.node === node && sharesPlaces(draft, pod, uid));
  const donor = own ?? donors[0];
  const idle = donor === undefined ? undefined : draft.idlePermit(donor);
  if (idle === undefined) return false;
  draft.revoke(idle.node, idle.permit);
  // A permit of its own that was to be taken back is left instead: its node may have both still, so they share no place.
  if (own !== undefined) draft.give(node, node.permits.has(pod.uid) ? { podUid: pod.uid } : { podUid: pod.uid, insteadOf: own });
  return true;
}

/** Pods whose permit would free a place in every one of these limits, the last in order first. */
function donorsIn(draft: Draft, full: readonly string[]): readonly string[] {
  const [first] = full;
  if (first === undefined) return [];
  const donors = draft.membersOf(first).filter((uid) => {
    const pod = draft.pod(uid);
    const idle = draft.idlePermit(uid);
    if (pod === undefined || idle === undefined || !idle.node.view.alive) return false;
    return full.every((id) => limitIds(pod).includes(id)) && !idle.node.view.requests.some(({ podUid }) => podUid === uid);
  });
  return donors.sort(byOrder).reverse();
}

/** Where the pod has no place, the other's place is one that it can take over. */
function sharesPlaces(draft: Draft, pod: PodView, donor: string): boolean {
  return limitIds(pod).every((id) => draft.claims.hasPlace(donor, id) || draft.claims.taken(id) < draft.allowed(id));
}

const MESSAGES: Readonly<Record<RefusalReason, string>> = {
  UnknownPod: 'there is no such pod',
  OtherNode: 'the pod runs on another node than the one that asks',
  PodLeaving: 'the pod is being deleted or has ended',
  Protected: 'the pod is protected: nothing but Alert is done there',
  NotEnforced: 'no policy in mode Enforce freezes in this pod',
  BudgetUsed: 'as many pods of the workload or its PodDisruptionBudget as may be frozen are frozen, or their nodes cannot give a permit back',
  NoDisruptionAllowed: "the pod's PodDisruptionBudget allows no disruption",
  NoAcknowledgement: 'a permit would have to come from another node, and that node has not given it back in time',
  TooManyPermits: 'the node has as many permits as fit into its object',
};
