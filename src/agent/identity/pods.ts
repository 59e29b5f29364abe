import { namesAnOwner } from '../../contract/owner';
import type { ClusterFacts, ContainerFacts, PodFacts } from './facts';

/** What is kept of a pod of the API server. */
export interface KeptPod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly resourceVersion: string;
  };
  readonly labels: Readonly<Record<string, string>>;
  /** Kind and name, e.g. `Deployment/web`. */
  readonly workload: string;
  readonly priorityClass: string | undefined;
  /** Of a mirror pod: what the kubelet and the runtime take for the UID of the static pod. */
  readonly staticUid: string | undefined;
  readonly deleting: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const MIRROR = 'kubernetes.io/config.mirror';
const HASH_LABEL = 'pod-template-hash';

/** The part of a pod that the agent uses. The API server checked its form. */
export function keepPod(pod: { readonly metadata: object }): KeptPod {
  const { name, namespace = '', uid, resourceVersion, labels = {}, annotations = {}, ownerReferences = [], deletionTimestamp } = pod.metadata as PodMetadata;
  const { spec = {} } = pod as { readonly spec?: Fields };
  const priorityClass = spec['priorityClassName'];
  return {
    metadata: { name, namespace, uid, resourceVersion },
    labels,
    workload: workloadOf(name, labels, ownerReferences),
    priorityClass: typeof priorityClass === 'string' ? priorityClass : undefined,
    staticUid: annotations[MIRROR],
    deleting: deletionTimestamp !== undefined,
  };
}

interface PodMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly Owner[];
  readonly deletionTimestamp?: string;
}

interface Owner {
  readonly kind: string;
  readonly name: string;
  readonly controller?: boolean;
}

/** The controller of a pod; of a ReplicaSet that a Deployment made, the Deployment, which named it after itself and the hash of the template. */
function workloadOf(pod: string, labels: KeptPod['labels'], owners: readonly Owner[]): string {
  const owner = owners.find(({ controller }) => controller === true);
  if (owner === undefined || !namesAnOwner(owner)) return `Pod/${pod}`;
  const suffix = `-${labels[HASH_LABEL] ?? ''}`;
  const byDeployment = owner.kind === 'ReplicaSet' && suffix.length > 1 && owner.name.endsWith(suffix);
  return byDeployment ? `Deployment/${owner.name.slice(0, -suffix.length)}` : `${owner.kind}/${owner.name}`;
}

/** What is kept of a namespace. */
export interface KeptNamespace {
  readonly metadata: { readonly name: string; readonly uid: string; readonly resourceVersion: string };
  readonly labels: Readonly<Record<string, string>>;
  readonly terminating: boolean;
}

export function keepNamespace(namespace: { readonly metadata: object }): KeptNamespace {
  const { name, uid, resourceVersion, labels = {}, deletionTimestamp } = namespace.metadata as PodMetadata;
  return { metadata: { name, uid, resourceVersion }, labels, terminating: deletionTimestamp !== undefined };
}

/** Pods and namespaces as the API server told of them last. */
export class PodDirectory {
  private readonly pods = new Map<string, KeptPod>();
  private readonly byStaticUid = new Map<string, KeptPod>();
  private readonly namespaceLabels = new Map<string, KeptNamespace['labels']>();

  put(pod: KeptPod): void {
    this.pods.set(pod.metadata.uid, pod);
    if (pod.staticUid !== undefined) this.byStaticUid.set(pod.staticUid, pod);
  }

  remove({ metadata: { uid }, staticUid }: KeptPod): void {
    this.pods.delete(uid);
    if (staticUid !== undefined && this.byStaticUid.get(staticUid)?.metadata.uid === uid) this.byStaticUid.delete(staticUid);
  }

  putNamespace(name: string, labels: KeptNamespace['labels']): void {
    this.namespaceLabels.set(name, labels);
  }

  removeNamespace(name: string): void {
    this.namespaceLabels.delete(name);
  }

  namespaces(): Readonly<Record<string, KeptNamespace['labels']>> {
    return Object.fromEntries(this.namespaceLabels);
  }

  all(): Iterable<KeptPod> {
    return this.pods.values();
  }

  /** By the UID that the API server or the kubelet gave. */
  get(uid: string): KeptPod | undefined {
    return this.pods.get(uid) ?? this.byStaticUid.get(uid);
  }

  /** The facts with what is known of the container's pod. */
  complete(facts: ContainerFacts): ContainerFacts {
    const { pod } = facts;
    if (pod === undefined) return facts;
    const known = pod.uid === undefined ? undefined : this.get(pod.uid);
    if (known === undefined) return { ...facts, pod: { ...pod, ...this.labelsOf(pod.namespace) } };
    const { name, namespace, uid } = known.metadata;
    const cluster: ClusterFacts = { workload: known.workload, priorityClass: known.priorityClass };
    return { ...facts, pod: { name, namespace, uid, labels: known.labels, ...this.labelsOf(namespace), cluster } };
  }

  private labelsOf(namespace: string): Pick<PodFacts, 'namespaceLabels'> {
    const namespaceLabels = this.namespaceLabels.get(namespace);
    return namespaceLabels === undefined ? {} : { namespaceLabels };
  }
}
