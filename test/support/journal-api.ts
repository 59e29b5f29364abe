/** The API server of the journal's model, with everything that a watch would tell. */
import type { ContainmentView, JournalCommand, JournalEvent } from '../../src/agent/respond/journal/types';

export interface Pod {
  readonly uid: string;
  readonly name: string;
  readonly namespace: string;
  deleting: boolean;
}

export interface Container {
  readonly id: string;
  readonly name: string;
  readonly pod: Pod;
  contained: string | undefined;
  byRule: boolean;
}

export type Keyed = Extract<JournalCommand, { readonly key: string }>;

export class JournalApi {
  readonly pods = new Map<string, Pod>();
  readonly containments = new Map<string, ContainmentView>();
  readonly terminating = new Set<string>();
  readonly watch: JournalEvent[] = [];
  numbers = 0;

  /** `onPut`: an object was made or changed. */
  constructor(private readonly onPut: (containment: ContainmentView) => void) {}

  /** By which Containment it is to be frozen, as the API server has it. */
  holderOf(container: Pick<Container, 'id' | 'name' | 'pod'>): ContainmentView | undefined {
    return this.holdersOf(container)[0];
  }

  holdersOf({ id, name, pod }: Pick<Container, 'id' | 'name' | 'pod'>): readonly ContainmentView[] {
    const active = [...this.containments.values()].filter(({ podUid, deleting, ended }) => podUid === pod.uid && !deleting && !ended);
    return active.filter(({ containers, held }) => containers.includes(name) && !held.some((one) => one.name === name && one.id !== id));
  }

  next(kind: string): string {
    return `${kind}${(this.numbers += 1)}`;
  }

  told(event: JournalEvent): void {
    this.watch.push(event);
  }

  isAlive({ uid, namespace }: Pod): boolean {
    return this.pods.get(uid)?.deleting === false && !this.terminating.has(namespace);
  }

  put(containment: ContainmentView): void {
    if (containment.deleting && !containment.finalizer) {
      this.containments.delete(containment.uid);
      this.told({ kind: 'containmentGone', uid: containment.uid });
      return;
    }
    this.containments.set(containment.uid, containment);
    this.told({ kind: 'containment', containment });
    this.onPut(containment);
  }

  /** One Containment a pod, none in a namespace that ends. */
  make(pod: Pod, given: Pick<ContainmentView, 'containers' | 'finalizer'> & Partial<ContainmentView>): void {
    const name = `contain-${pod.uid}`;
    if ([...this.containments.values()].some((one) => one.name === name) || this.terminating.has(pod.namespace)) return;
    this.put({ uid: this.next('u'), name, namespace: pod.namespace, podUid: pod.uid, terminate: false, deleting: false, ended: false, held: [], onExpiry: 'Keep', ...given });
  }

  remove(containment: ContainmentView | undefined): void {
    if (containment !== undefined) this.put({ ...containment, deleting: true });
  }

  deletePod(pod: Pod | undefined): void {
    if (pod === undefined || pod.deleting) return;
    pod.deleting = true;
    this.told({ kind: 'pod', pod: { ...pod } });
  }

  endNamespace(namespace: string): void {
    this.terminating.add(namespace);
    this.told({ kind: 'namespaceTerminating', namespace });
    for (const containment of this.containments.values()) if (containment.namespace === namespace) this.remove(containment);
  }

  /** The pods of a namespace that ends are deleted when its controller comes to it. */
  deletePodsOfEnding(): void {
    for (const pod of this.pods.values()) if (this.terminating.has(pod.namespace)) this.deletePod(pod);
  }

  /** The last of a namespace has gone, so it goes; whoever makes another of its name may have pods in it. */
  dropNamespaces(): readonly string[] {
    const holds = (namespace: string): boolean => [...this.pods.values(), ...this.containments.values()].some((one) => one.namespace === namespace);
    const gone = [...this.terminating].filter((namespace) => !holds(namespace));
    for (const namespace of gone) {
      this.terminating.delete(namespace);
      this.told({ kind: 'namespaceGone', namespace });
    }
    return gone;
  }

  change(command: Exclude<Keyed, { readonly kind: 'verify' }>): void {
    if (command.kind === 'declare') {
      const pod = this.pods.get(command.container.podUid);
      if (pod !== undefined) this.make(pod, { containers: [command.container.name], finalizer: true });
      return;
    }
    const one = this.containments.get(command.containment.uid);
    if (one === undefined || (one.deleting && command.kind !== 'dropFinalizer')) return;
    this.put({ ...one, ...CHANGES[command.kind](one, 'container' in command ? command.container.name : undefined) });
  }
}

type Change = (one: ContainmentView, container?: string) => Partial<ContainmentView>;

const CHANGES: Readonly<Record<Exclude<Keyed['kind'], 'verify' | 'declare'>, Change>> = {
  append: ({ containers }, container) => ({ containers: [...new Set([...containers, container ?? ''])] }),
  addFinalizer: () => ({ finalizer: true }),
  dropFinalizer: () => ({ finalizer: false }),
  end: () => ({ ended: true }),
  remove: () => ({ deleting: true }),
  terminate: () => ({}),
};
