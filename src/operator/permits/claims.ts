import { limitIds } from './limits';
import type { Permit, PodView } from './types';

/**
 * Who may take a place of a limit's budget now, whether armed or frozen. `all` counts every pod that its node may still act on; `lasting`
 * leaves out those whose permit is revoked and only waits for its acknowledgement.
 *
 * INVARIANT: places are counted by pod, but a permit that holds instead of another's (`insteadOf`) shares that one's place: its node
 * never has both.
 */
export class Claims {
  private readonly all = new Map<string, Set<string>>();
  private readonly lasting = new Map<string, Set<string>>();
  private readonly places = new Map<string, string>();

  /** Pods that are gone or leaving take no place: look-ups of them give undefined. */
  constructor(private readonly podOf: (uid: string) => PodView | undefined) {}

  /** One node's entries: of its spec as it is, and as it will be if what is on its way lands. */
  addPermits(permits: readonly Permit[]): void {
    // One that also stands alone, in what is there or in what is on its way, can be armed beside the other.
    const alone = new Set(permits.flatMap(({ podUid, insteadOf }) => (insteadOf === undefined ? [podUid] : [])));
    for (const { podUid, insteadOf } of permits) if (insteadOf !== undefined && !alone.has(podUid)) this.share(podUid, insteadOf);
    for (const { podUid, revoked } of permits) {
      this.add(this.all, podUid);
      if (revoked !== true) this.add(this.lasting, podUid);
    }
  }

  /** It is frozen, or may be armed and nobody can tell. */
  addPod(uid: string): void {
    this.add(this.all, uid);
    this.add(this.lasting, uid);
  }

  /** From now on, and before either is added, these two take one place. */
  share(uid: string, withUid: string): void {
    if (this.podOf(withUid) !== undefined) this.places.set(uid, withUid);
  }

  /** Its permit is revoked: it keeps its place until that is acknowledged. */
  revoke(uid: string): void {
    for (const id of this.limitsOf(uid)) this.lasting.get(id)?.delete(this.placeOf(uid));
  }

  /** Places taken in a limit. */
  taken(limit: string): number {
    return this.all.get(limit)?.size ?? 0;
  }

  /** Places that stay taken when all acknowledgements have come. */
  takenForLong(limit: string): number {
    return this.lasting.get(limit)?.size ?? 0;
  }

  hasPlace(uid: string, limit: string): boolean {
    return this.all.get(limit)?.has(this.placeOf(uid)) === true;
  }

  private add(claims: Map<string, Set<string>>, uid: string): void {
    for (const id of this.limitsOf(uid)) {
      const places = claims.get(id);
      if (places === undefined) claims.set(id, new Set([this.placeOf(uid)]));
      else places.add(this.placeOf(uid));
    }
  }

  private limitsOf(uid: string): readonly string[] {
    const pod = this.podOf(uid);
    return pod === undefined ? [] : limitIds(pod);
  }

  private placeOf(uid: string): string {
    return this.places.get(uid) ?? uid;
  }
}
