import type { Change } from '../../kube/reflector';
import type { KeptPod } from './objects';

/** Of pods that are gone, as many are remembered: their findings may come after them. */
const REMEMBERED = 10_000;

/** What is asked of pods by something else than their name. */
export class PodIndex {
  private readonly byUid = new Map<string, KeptPod>();
  private readonly byNode = new Map<string, Set<string>>();
  private readonly gone = new Map<string, KeptPod>();
  private readonly versions = new Map<string, number>();

  take({ kind, object }: Change<KeptPod>): void {
    const { uid } = object.metadata;
    const before = this.byUid.get(uid);
    for (const node of new Set([before?.node, object.node])) if (node !== undefined) this.versions.set(node, this.versionOf(node) + 1);
    if (before?.node !== undefined) this.byNode.get(before.node)?.delete(uid);
    if (kind === 'Deleted') {
      this.byUid.delete(uid);
      this.remember(uid, object);
      return;
    }
    this.byUid.set(uid, object);
    if (object.node !== undefined) this.onNode(object.node).add(uid);
  }

  get(uid: string): KeptPod | undefined {
    return this.byUid.get(uid);
  }

  /** Also one that was deleted lately. */
  known(uid: string): KeptPod | undefined {
    return this.byUid.get(uid) ?? this.gone.get(uid);
  }

  all(): Iterable<KeptPod> {
    return this.byUid.values();
  }

  *of(node: string): Iterable<KeptPod> {
    for (const uid of this.byNode.get(node) ?? []) {
      const pod = this.byUid.get(uid);
      if (pod !== undefined) yield pod;
    }
  }

  /** Rises with every change of a pod of the node. */
  versionOf(node: string): number {
    return this.versions.get(node) ?? 0;
  }

  private onNode(node: string): Set<string> {
    const known = this.byNode.get(node) ?? new Set();
    this.byNode.set(node, known);
    return known;
  }

  private remember(uid: string, pod: KeptPod): void {
    this.gone.set(uid, pod);
    const [oldest] = this.gone.keys();
    if (this.gone.size > REMEMBERED && oldest !== undefined) this.gone.delete(oldest);
  }
}
