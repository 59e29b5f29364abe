import type { FindingGroup } from '../../contract/node';
import type { Change } from '../../kube/reflector';
import type { KeptSecurityNode } from './node';
import type { KeptPod } from './objects';
import type { PodIndex } from './pod-index';

/** A workload, as alerts are named after it. */
export interface Workload {
  readonly namespace: string;
  readonly workload: string;
}

export function workloadKey({ namespace, workload }: Workload): string {
  return `${namespace} ${workload}`;
}

/** A finding that was reported and can be in no alert. */
export type Orphan = 'UnknownPod' | 'OtherNode';

/** Where the findings of each workload are reported, as far as nodes speak of their own pods. */
export class Reports {
  private readonly nodes = new Map<string, KeptSecurityNode>();
  /** Nodes on which a workload has findings, by its key. */
  private readonly places = new Map<string, Set<string>>();
  private readonly ids = new Map<string, number>();

  constructor(private readonly pods: PodIndex) {}

  /** Returns the workloads whose findings changed, and the pods of which nothing is known (yet). */
  take({ kind, key, object }: Change<KeptSecurityNode>): { readonly changed: ReadonlySet<string>; readonly orphans: readonly Orphan[] } {
    const before = countsOf(this.nodes.get(key));
    const after = kind === 'Deleted' ? new Map<string, Count>() : countsOf(object);
    if (kind === 'Deleted') this.nodes.delete(key);
    else this.nodes.set(key, object);
    for (const id of after.keys()) this.ids.set(id, (this.ids.get(id) ?? 0) + 1);
    for (const id of before.keys()) this.release(id);
    const risen = [...after].filter(([id, { findings }]) => before.get(id)?.findings !== findings);
    const places = risen.map(([, { pod }]) => this.place(key, pod));
    const changed = new Set(places.flatMap((place) => (typeof place === 'string' ? [] : [workloadKey(place)])));
    for (const workload of changed) this.at(workload).add(key);
    return { changed, orphans: places.filter((place) => typeof place === 'string') };
  }

  /** The workload of a pod that is new here, if findings in it were reported before it was known. */
  arrived({ node, workload, metadata: { uid, namespace = '' } }: KeptPod): string | undefined {
    if (node === undefined || this.nodes.get(node)?.report?.groups.pods.includes(uid) !== true) return undefined;
    const key = workloadKey({ namespace, workload });
    this.at(key).add(node);
    return key;
  }

  isReported(id: string): boolean {
    return this.ids.has(id);
  }

  /** What nodes report of a workload now. */
  of(key: string): readonly { readonly node: string; readonly group: FindingGroup }[] {
    const found: { readonly node: string; readonly group: FindingGroup }[] = [];
    for (const node of this.places.get(key) ?? []) {
      const own = this.groupsOf(node).filter(({ pod }) => this.keyOf(node, pod.uid) === key);
      if (own.length === 0) this.at(key).delete(node);
      for (const group of own) found.push({ node, group });
    }
    if (this.places.get(key)?.size === 0) this.places.delete(key);
    return found;
  }

  /** Which pod it is, if it runs where that is said; what the node says of its name counts for nothing. */
  private place(node: string, podUid: string): Workload | Orphan {
    const pod = this.pods.known(podUid);
    if (pod === undefined) return 'UnknownPod';
    return pod.node === node ? { namespace: pod.metadata.namespace ?? '', workload: pod.workload } : 'OtherNode';
  }

  private groupsOf(node: string): readonly FindingGroup[] {
    return this.nodes.get(node)?.report?.groups.all?.value ?? [];
  }

  private keyOf(node: string, podUid: string): string | undefined {
    const place = this.place(node, podUid);
    return typeof place === 'string' ? undefined : workloadKey(place);
  }

  private at(key: string): Set<string> {
    const known = this.places.get(key) ?? new Set();
    this.places.set(key, known);
    return known;
  }

  private release(id: string): void {
    const left = (this.ids.get(id) ?? 1) - 1;
    if (left === 0) this.ids.delete(id);
    else this.ids.set(id, left);
  }
}

interface Count {
  readonly pod: string;
  readonly findings: number;
}

function countsOf(node: KeptSecurityNode | undefined): ReadonlyMap<string, Count> {
  const groups = node?.report?.groups;
  return new Map((groups?.ids ?? []).map((id, index) => [id, { pod: groups?.pods[index] ?? '', findings: groups?.findings[index] ?? 0 }]));
}
