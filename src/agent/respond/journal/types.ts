/** Which Containment a container is held by. */
export interface ContainmentRef {
  readonly uid: string;
  readonly name: string;
}

/** Why a container of this node is frozen; survives the agent. */
export interface JournalEntry {
  /** Of the node when it was written: after a reboot nothing is frozen any more, and the entry is void. */
  readonly bootId: string;
  readonly containerId: string;
  /** Which freeze of the container it speaks of (`ContainerView.contained`); '': the one that the agent is about to make. */
  readonly hit: string;
  /** Undefined: frozen, and not declared yet. With uid '': being declared; whether that came to something only the API knows. */
  readonly containment?: ContainmentRef;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** UIDs of Containments that ended here for good and do not say so in the API yet. */
  readonly ended: readonly string[];
}

/** A container of a pod on this node, as its runtime and the kernel have it. */
export interface ContainerView {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly podName: string;
  /** As the API has it: of a mirror pod, its own UID and not that of the static pod. */
  readonly podUid: string;
  /** The kernel's fact: undefined while it runs, else what tells this freeze from any other of the container, its time. */
  readonly contained: string | undefined;
  /** A rule froze it (its containment has an event id), not the agent for a Containment. */
  readonly byRule: boolean;
}

/** A Containment of this node, as a watch or list of the API showed it. */
export interface ContainmentView extends ContainmentRef {
  readonly namespace: string;
  readonly podUid: string;
  readonly containers: readonly string[];
  /** `actions` holds Terminate. */
  readonly terminate: boolean;
  readonly finalizer: boolean;
  readonly deleting: boolean;
  /** Its status says Released or Terminated: it holds nothing again. */
  readonly ended: boolean;
  /** The container ids that its status tells of: each name is held once, in one container. */
  readonly held: readonly { readonly name: string; readonly id: string }[];
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly onExpiry: 'Keep' | 'Release' | 'Terminate';
}

export interface PodState {
  readonly uid: string;
  readonly namespace: string;
  readonly deleting: boolean;
}

export type JournalMode = 'Enforce' | 'Audit' | 'Off';

export type JournalEvent =
  /** Every container with a pod. `complete`: whatever the kernel has contained is among them or has no pod. */
  | { readonly kind: 'node'; readonly containers: readonly ContainerView[]; readonly complete: boolean }
  | { readonly kind: 'settings'; readonly mode: JournalMode; readonly mayTerminate: boolean }
  /** A list of all Containments of this node, all its pods and the namespaces that are being deleted: the API answers. */
  | { readonly kind: 'listed'; readonly containments: readonly ContainmentView[]; readonly pods: readonly PodState[]; readonly terminating: readonly string[] }
  /** The API does not answer. */
  | { readonly kind: 'away' }
  | { readonly kind: 'containment'; readonly containment: ContainmentView }
  | { readonly kind: 'containmentGone'; readonly uid: string }
  | { readonly kind: 'pod'; readonly pod: PodState }
  | { readonly kind: 'podGone'; readonly uid: string }
  | { readonly kind: 'namespaceTerminating'; readonly namespace: string }
  /** It is no more, or another of its name is there, which stays. */
  | { readonly kind: 'namespaceGone'; readonly namespace: string }
  /** A command with this key has ended, well or not; it comes again while it is needed. */
  | { readonly kind: 'done'; readonly key: string }
  /** What `verify` read from the API server itself, not from a cache. Acted upon at once. */
  | { readonly kind: 'verified'; readonly key: string; readonly containerId: string; readonly containment: 'Active' | 'Inactive'; readonly pod: 'Alive' | 'Ending' | 'Doomed' }
  | { readonly kind: 'time' };

/**
 * In this order; those with a key run until `done` (or `verified`) is reported. After freeze, thaw and kill the shell reports the node; one that
 * failed comes again with the next event, so a failure is reported with the next `time`, not at once.
 */
export type JournalCommand =
  /** Written and synced before anything that follows. */
  | { readonly kind: 'save'; readonly journal: Journal }
  | { readonly kind: 'freeze'; readonly containerId: string }
  | { readonly kind: 'thaw'; readonly containerId: string }
  /** SIGKILL to every task while frozen, then thaw: nothing of it runs again. */
  | { readonly kind: 'kill'; readonly containerId: string }
  /**
   * Consistent reads. Active: some Containment of the pod names this container, has not held another of that name, is not being deleted, has not ended, and is
   * none of `ended`. Doomed: the pod is not there with this UID, or is being deleted. Ending: its namespace is, the pod is not yet. Alive: neither.
   */
  | { readonly kind: 'verify'; readonly key: string; readonly container: ContainerView; readonly ended: readonly string[] }
  /** Make the pod's Containment, with our finalizer. */
  | { readonly kind: 'declare'; readonly key: string; readonly container: ContainerView }
  /** With the resourceVersion of this view: a Containment that is being deleted takes in nobody. */
  | { readonly kind: 'append'; readonly key: string; readonly containment: ContainmentView; readonly container: ContainerView }
  | { readonly kind: 'terminate'; readonly key: string; readonly containment: ContainmentView; readonly container: ContainerView }
  /** `end`: its status becomes Released, for good. `remove`: delete an ended one, with its UID as precondition, to make room for the next. */
  | { readonly kind: 'addFinalizer' | 'dropFinalizer' | 'end' | 'remove'; readonly key: string; readonly containment: ContainmentView };

/** More entries than containers fit into the kernel's table are not kept. */
export const MAX_ENTRIES = 1024;
