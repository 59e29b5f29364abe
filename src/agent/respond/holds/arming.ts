/** A permit as the SecurityNode's spec holds it. */
export interface GivenPermit {
  readonly podUid: string;
  /** Taken back; the entry stays until this node has said that it knows. */
  readonly revoked?: boolean;
  /** Moved: holds only while that pod, whose permit was revoked in the same write, is not frozen. */
  readonly insteadOf?: string;
}

/**
 * The pods that are to be armed. To follow a new spec (or a thaw) the agent takes the flag from all others first, waits for hooks that run, reads
 * which pods rules have frozen, arms what this gives for them, and reports both in one status write that carries the resourceVersion: what was
 * revoked cannot freeze any more, and what it froze before is in that report. It never goes back to an older generation, and reads its
 * object from the API server, not from a cache, when it starts.
 */
export function podsToArm(permits: readonly GivenPermit[], frozenByRules: ReadonlySet<string>): ReadonlySet<string> {
  const holding = permits.filter(({ revoked, insteadOf }) => revoked !== true && (insteadOf === undefined || !frozenByRules.has(insteadOf)));
  return new Set(holding.map(({ podUid }) => podUid));
}
