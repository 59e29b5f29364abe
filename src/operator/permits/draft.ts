import { Claims } from './claims';
import { limitIds, limitsOf, type Limit } from './limits';
import { MAX_PERMITS, type NodeView, type Permit, type PermitAnswer, type PermitSpec, type PodView, type Workloads } from './types';

/** What is known of one node's object and of writes to it. */
export interface KnownNode {
  readonly view: NodeView;
  /** A write whose outcome is not known: it may have landed, land yet, or never. */
  readonly inFlight?: PermitSpec;
  /** Of an object of this name that was deleted: its agent may still act on them. */
  readonly inherited: readonly Permit[];
}

/** One node while it is decided about. */
export interface DraftNode {
  readonly view: NodeView;
  /** Its spec is known for certain and may be changed. */
  readonly open: boolean;
  readonly permits: Map<string, Permit>;
  answers: PermitAnswer[];
}

/** The state of a decision: what the nodes have and will have, and the places that are left. Made anew for every decision. */
export class Draft {
  readonly nodes = new Map<string, DraftNode>();
  readonly claims: Claims;
  /** Limits whose count is too high for now: a node's spec is not known for certain. */
  readonly unclear = new Set<string>();
  /** Requests that wait for a place, by limit. */
  readonly waiting = new Map<string, number>();
  /** The limits of requests that wait because a count is unclear. */
  readonly wanted = new Set<string>();
  readonly limits: ReadonlyMap<string, Limit>;
  readonly leaving: ReadonlySet<string>;
  private readonly pods: ReadonlyMap<string, PodView>;
  private readonly members = new Map<string, string[]>();
  /** Whose place another permit shares. */
  private readonly shared = new Set<string>();

  constructor(private readonly term: number, known: Iterable<KnownNode>, workloads: Workloads) {
    const nodes = [...known];
    // A node is believed about its own pods alone.
    const used = new Map(nodes.map(({ view }) => [view.name, new Set(view.used)]));
    const all = workloads.pods.map((pod) => (!pod.contained && pod.node !== undefined && used.get(pod.node)?.has(pod.uid) === true ? { ...pod, contained: true } : pod));
    this.pods = new Map(all.filter(({ leaving }) => !leaving).map((pod) => [pod.uid, pod]));
    this.leaving = new Set(all.filter(({ leaving }) => leaving).map(({ uid }) => uid));
    this.limits = limitsOf({ pods: all, budgets: workloads.budgets });
    this.claims = new Claims((uid) => this.pods.get(uid));
    for (const node of nodes) this.addNode(node);
    for (const pod of this.pods.values()) this.addPod(pod);
  }

  pod(uid: string): PodView | undefined {
    return this.pods.get(uid);
  }

  livePods(): Iterable<PodView> {
    return this.pods.values();
  }

  membersOf(limit: string): readonly string[] {
    return this.members.get(limit) ?? [];
  }

  nodeOf(pod: PodView): DraftNode | undefined {
    return pod.node === undefined ? undefined : this.nodes.get(pod.node);
  }

  /** Its permit, if it can be taken away now: not revoked yet, not used up, and no move is under way with it. */
  idlePermit(uid: string): { readonly node: DraftNode; readonly permit: Permit } | undefined {
    const pod = this.pod(uid);
    const node = pod === undefined ? undefined : this.nodeOf(pod);
    const permit = node?.permits.get(uid);
    if (pod?.contained !== false || node?.open !== true || permit === undefined) return undefined;
    return permit.revoked === true || this.isMoving(permit) ? undefined : { node, permit };
  }

  /** It, or another pod's permit in its place, waits for the node to say which of the two holds. */
  isMoving({ podUid, insteadOf }: Permit): boolean {
    return insteadOf !== undefined || this.shared.has(podUid);
  }

  /** A permit can be given without anybody giving one up. */
  hasRoom(pod: PodView): boolean {
    return this.within(pod, (id) => this.claims.taken(id) - (this.claims.hasPlace(pod.uid, id) ? 1 : 0));
  }

  /** It could when every acknowledgement has come and everybody who waits was served. */
  willHaveRoom(pod: PodView): boolean {
    return this.within(pod, (id) => this.claims.takenForLong(id) + (this.waiting.get(id) ?? 0));
  }

  /** Limits of a pod in which somebody would have to give up a permit. */
  fullLimits(pod: PodView): readonly string[] {
    return limitIds(pod).filter((id) => this.claims.takenForLong(id) + (this.waiting.get(id) ?? 0) >= this.allowed(id));
  }

  allowed(limit: string): number {
    return this.limits.get(limit)?.allowed ?? Number.POSITIVE_INFINITY;
  }

  give({ permits }: DraftNode, permit: Permit): void {
    permits.set(permit.podUid, permit);
    if (permit.insteadOf !== undefined) this.shared.add(permit.insteadOf);
    this.claims.addPermits([permit]);
  }

  revoke({ permits }: DraftNode, permit: Permit): void {
    permits.set(permit.podUid, { ...permit, revoked: true });
    this.claims.revoke(permit.podUid);
  }

  isFull({ permits }: DraftNode): boolean {
    return permits.size >= MAX_PERMITS;
  }

  private within(pod: PodView, takenIn: (limit: string) => number): boolean {
    return limitIds(pod).every((id) => takenIn(id) < this.allowed(id));
  }

  private addNode({ view, inFlight, inherited }: KnownNode): void {
    const fenced = view.spec.term === this.term && inherited.length === 0;
    const open = fenced && inFlight === undefined;
    const permits = open ? settled(view, (uid) => this.pods.has(uid)) : view.spec.permits;
    const entries = [...permits, ...inherited, ...(inFlight?.permits ?? [])];
    for (const { insteadOf } of entries) if (insteadOf !== undefined) this.shared.add(insteadOf);
    this.claims.addPermits(entries);
    this.nodes.set(view.name, { view, open, permits: new Map(permits.map((permit) => [permit.podUid, permit])), answers: [...view.spec.answers] });
  }

  private addPod(pod: PodView): void {
    const node = this.nodeOf(pod);
    for (const id of limitIds(pod)) {
      const members = this.members.get(id);
      if (members === undefined) this.members.set(id, [pod.uid]);
      else members.push(pod.uid);
      if (node?.open === false) this.unclear.add(id);
    }
    // A late write of the leader before may arm any pod of a node that is not fenced.
    if (pod.contained || (node?.open === false && node.view.spec.term !== this.term)) this.claims.addPod(pod.uid);
  }
}

/** A node's entries without what it has acknowledged, and without pods that are gone: those count no more, whatever the node does. */
function settled({ spec, generation, observedGeneration, used }: NodeView, exists: (uid: string) => boolean): readonly Permit[] {
  const acknowledged = observedGeneration === generation;
  return spec.permits.flatMap((permit): Permit[] => {
    const { podUid, revoked, insteadOf } = permit;
    if (!exists(podUid) || (revoked === true && acknowledged)) return [];
    if (insteadOf === undefined) return [permit];
    if (!exists(insteadOf)) return [revoked === true ? { podUid, revoked } : { podUid }];
    if (!acknowledged) return [permit];
    // The pod that gave it up was frozen before: that is where the permit is, and this one is taken back.
    return [used.includes(insteadOf) ? { podUid, insteadOf, revoked: true } : { podUid }];
  });
}
