import { answerRequests } from './requests';
import type { Draft } from './draft';
import { byOrder, limitIds } from './limits';
import type { PodView } from './types';

/** What the decision needs to know of time. */
export interface Timing {
  /** Milliseconds of one clock of this process. */
  readonly now: number;
  /** When a request was first seen, on the same clock. */
  readonly firstSeen: (request: string) => number;
}

/** Changes the draft's nodes to what they are to be. Idempotent: deciding again about the result changes nothing. */
export function decide(draft: Draft, timing: Timing): void {
  takeFromBarred(draft);
  for (const limit of draft.limits.keys()) shrink(draft, limit);
  answerRequests(draft, timing);
  fill(draft);
}

/** Where no rule may freeze, no permit is kept; one that is used up stays until its Containment ends. */
function takeFromBarred(draft: Draft): void {
  for (const { open, permits } of draft.nodes.values()) {
    if (!open) continue;
    for (const { podUid } of [...permits.values()]) {
      const idle = draft.pod(podUid)?.barred === undefined ? undefined : draft.idlePermit(podUid);
      if (idle !== undefined) draft.revoke(idle.node, idle.permit);
    }
  }
}

/** The budget became smaller, or a person's Containment uses it. */
function shrink(draft: Draft, limit: string): void {
  if (draft.claims.takenForLong(limit) <= draft.allowed(limit)) return;
  for (const uid of [...draft.membersOf(limit)].sort(byOrder).reverse()) {
    if (draft.claims.takenForLong(limit) <= draft.allowed(limit)) return;
    const idle = draft.idlePermit(uid);
    if (idle !== undefined) draft.revoke(idle.node, idle.permit);
  }
}

/** Gives out what is left, in an order that does not change. */
function fill(draft: Draft): void {
  const free = [...draft.livePods()].filter((pod) => couldBeArmed(draft, pod) && hasRoomForGood(draft, pod));
  for (const pod of free.sort((left, right) => byOrder(left.uid, right.uid))) {
    const node = draft.nodeOf(pod);
    if (node === undefined || draft.isFull(node) || !hasRoomForGood(draft, pod)) continue;
    draft.give(node, { podUid: pod.uid });
  }
}

function couldBeArmed(draft: Draft, pod: PodView): boolean {
  const node = draft.nodeOf(pod);
  if (pod.barred !== undefined || pod.contained || node?.open !== true || !node.view.alive) return false;
  const permit = node.permits.get(pod.uid);
  return (permit === undefined || permit.revoked === true) && !draft.isMoving(permit ?? { podUid: pod.uid });
}

function hasRoomForGood(draft: Draft, pod: PodView): boolean {
  return draft.hasRoom(pod) && draft.willHaveRoom(pod) && limitIds(pod).every((id) => !draft.wanted.has(id));
}
