import type { Runtime } from './pattern';

/** The pod that a container belongs to, as far as the runtime tells. */
export interface PodFacts {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Of its namespace; known in a cluster only. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** What the cluster knows of it; undefined: it was not asked, or knows no such pod. */
  readonly cluster?: ClusterFacts;
}

/** What only the API server tells of a pod; its labels are then those that it has now. */
export interface ClusterFacts {
  /** Kind and name of its owner, e.g. `Deployment/web`. */
  readonly workload: string;
  readonly priorityClass: string | undefined;
}

/** What a runtime's API told of a container. */
export interface Learned {
  readonly image?: string | undefined;
  readonly podLabels?: Readonly<Record<string, string>> | undefined;
}

/** The facts with what was learned: a bundle's own image name stands. */
export function withLearned(facts: ContainerFacts, { image, podLabels }: Learned): ContainerFacts {
  const pod = facts.pod === undefined || podLabels === undefined ? facts.pod : { ...facts.pod, labels: podLabels };
  return { ...facts, image: facts.image ?? image, pod };
}

/** What is known of one container. Everything here was written by others: bounded in size, never trusted in form. */
export interface ContainerFacts {
  readonly id: string;
  /** Its name for `containers` selectors: the CRI name, else the id. */
  readonly name: string;
  /** Undefined: not known (yet); an `images` selector then never matches. */
  readonly image: string | undefined;
  readonly runtime: Runtime | 'unknown';
  readonly pod: PodFacts | undefined;
  /** The pod's own container that holds its namespaces. */
  readonly sandbox: boolean;
  /** Namespace of containerd's API, where containerd made it. */
  readonly containerdNamespace: string | undefined;
  /** Id of the pod's sandbox container, for its labels. */
  readonly sandboxId: string | undefined;
}
