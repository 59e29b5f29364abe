import type { JournalState } from './state';
import { MAX_ENTRIES, type ContainerView, type ContainmentRef, type ContainmentView, type JournalCommand, type JournalEntry } from './types';

type Verified = { readonly containerId: string; readonly containment: 'Active' | 'Inactive'; readonly pod: 'Alive' | 'Ending' | 'Doomed' };
type Keyed = Extract<JournalCommand, { readonly key: string }>;

const DECLARING: ContainmentRef = { uid: '', name: '' };

/** Brings the three truths together, container by container, then Containment by Containment. One is made for each step. */
export class Decision {
  readonly commands: JournalCommand[] = [];
  readonly entries: Map<string, JournalEntry>;
  readonly ended: Set<string>;
  readonly busy: Set<string>;
  private readonly byPod = new Map<string, ContainmentView[]>();

  constructor(private readonly state: JournalState, private readonly now: number) {
    this.entries = new Map(state.entries);
    this.ended = new Set(state.ended);
    this.busy = new Set(state.busy);
    for (const containment of state.containments.values()) this.byPod.set(placeOf(containment), [...(this.byPod.get(placeOf(containment)) ?? []), containment]);
  }

  /** `verified`: what was read for one container just now; it is looked at no further in this step. */
  run(verified?: Verified): void {
    for (const containment of this.state.containments.values()) if (this.isOver(containment)) this.ended.add(containment.uid);
    const asked = verified === undefined ? undefined : this.state.containers.get(verified.containerId);
    if (verified !== undefined && asked !== undefined) this.act(asked, verified);
    for (const container of this.state.containers.values()) if (container !== asked) this.decide(container);
    this.forgetGone();
    for (const containment of this.state.containments.values()) this.settle(containment);
  }

  /** Mode Off ends every Containment for good, and so does its time when it says so. */
  private isOver(containment: ContainmentView): boolean {
    if (containment.ended) return false;
    return this.state.mode === 'Off' || (this.isExpired(containment) && containment.onExpiry === 'Release');
  }

  private isExpired({ expiresAt }: ContainmentView): boolean {
    return expiresAt !== undefined && this.now >= expiresAt;
  }

  private isActive({ uid, deleting, ended }: ContainmentView): boolean {
    return !deleting && !ended && !this.ended.has(uid);
  }

  private ofPod(container: ContainerView): readonly ContainmentView[] {
    return this.byPod.get(placeOf(container)) ?? [];
  }

  /** The Containment by which it is to be frozen. */
  private holderOf(container: ContainerView): ContainmentView | undefined {
    const uid = this.entries.get(container.id)?.containment?.uid;
    const active = this.ofPod(container).filter((containment) => this.isActive(containment));
    return active.find((containment) => containment.uid === uid) ?? active.find((containment) => covers(containment, container));
  }

  private isDoomed({ podUid }: ContainerView): boolean {
    const { pods, gone } = this.state;
    return pods.get(podUid)?.deleting === true || gone.has(podUid);
  }

  private decide(container: ContainerView): void {
    if (container.contained === undefined) this.decideRunning(container);
    else if (this.isDoomed(container)) this.commands.push({ kind: 'kill', containerId: container.id });
    // Killed before its pod is being deleted it would be started again; it stays frozen until then.
    else if (!this.state.terminating.has(container.namespace)) this.decideFrozen(container, container.contained);
  }

  private decideRunning(container: ContainerView): void {
    const holder = this.isDoomed(container) || this.state.terminating.has(container.namespace) ? undefined : this.holderOf(container);
    if (holder !== undefined) {
      // The entry first: whatever happens then, the next agent knows that it was declared.
      this.enter(container, '', holder);
      this.commands.push({ kind: 'freeze', containerId: container.id });
      return;
    }
    this.entries.delete(container.id);
  }

  private decideFrozen(container: ContainerView, hit: string): void {
    const holder = this.holderOf(container);
    if (holder !== undefined) {
      this.enter(container, hit, holder);
      if (this.state.mayTerminate && (holder.terminate || (this.isExpired(holder) && holder.onExpiry === 'Terminate'))) this.order({ kind: 'terminate', key: `terminate ${container.id}`, containment: holder, container });
      return;
    }
    const containment = this.lastHolder(container);
    if (containment !== undefined || !this.isBeingDeclared(container)) this.enter(container, hit, containment);
    if (containment !== undefined || this.state.mode === 'Off') this.verify(container);
    else this.declare(container, hit);
  }

  /** By what this very freeze was declared, when that holds no more. Without an entry it is a new freeze, or the journal was lost: then it stays. */
  private lastHolder(container: ContainerView): ContainmentRef | undefined {
    const entry = this.entries.get(container.id);
    if (entry?.containment === undefined || !speaksOf(entry, container)) return undefined;
    if (entry.containment.uid !== '') return entry.containment;
    // It was being declared when an agent ended, and somebody released it since.
    return this.ofPod(container).find((one) => one.deleting && covers(one, container));
  }

  private isBeingDeclared(container: ContainerView): boolean {
    const entry = this.entries.get(container.id);
    return entry?.containment?.uid === '' && speaksOf(entry, container);
  }

  private declare(container: ContainerView, hit: string): void {
    const existing = this.ofPod(container);
    const active = existing.find((containment) => this.isActive(containment));
    if (active !== undefined) {
      if (active.containers.includes(container.name)) this.enter(container, hit, active);
      else this.tell(container, hit, { kind: 'append', key: `append ${container.id}`, containment: active, container });
      return;
    }
    const [last] = existing;
    if (last === undefined) {
      // A pod that the cache lacks may be too new for it, or gone.
      if (this.state.pods.has(container.podUid)) this.tell(container, hit, { kind: 'declare', key: `declare ${container.podUid}`, container });
      else this.verify(container);
    } else if (last.ended && !last.deleting) {
      this.order({ kind: 'remove', key: `remove ${last.uid}`, containment: last });
    }
  }

  /** The journal knows of it first. */
  private tell(container: ContainerView, hit: string, command: Keyed): void {
    this.enter(container, hit, DECLARING);
    this.order(command);
  }

  private verify(container: ContainerView): void {
    this.order({ kind: 'verify', key: `verify ${container.id}`, container, ended: [...this.ended] });
  }

  private act(container: ContainerView, { containment, pod }: Verified): void {
    const { id, contained } = container;
    if (contained === undefined) return;
    if (pod === 'Doomed') {
      this.commands.push({ kind: 'kill', containerId: id });
      return;
    }
    if (pod === 'Ending' || containment === 'Active' || this.holderOf(container) !== undefined) return;
    const last = this.lastHolder(container);
    if (this.state.mode === 'Off' || last !== undefined) this.commands.push({ kind: 'thaw', containerId: id });
    else if (this.ofPod(container).length === 0) this.tell(container, contained, { kind: 'declare', key: `declare ${container.podUid}`, container });
  }

  private enter({ id }: ContainerView, hit: string, containment: ContainmentRef | undefined): void {
    const entry: JournalEntry = { bootId: this.state.bootId, containerId: id, hit, ...(containment === undefined ? {} : { containment: { uid: containment.uid, name: containment.name } }) };
    if (this.entries.has(id) || this.entries.size < MAX_ENTRIES) this.entries.set(id, entry);
  }

  private forgetGone(): void {
    if (!this.state.complete) return;
    for (const id of this.entries.keys()) if (!this.state.containers.has(id)) this.entries.delete(id);
  }

  private settle(containment: ContainmentView): void {
    const { uid, deleting, finalizer, ended } = containment;
    if (ended) this.ended.delete(uid);
    if (!finalizer && this.isActive(containment)) this.order({ kind: 'addFinalizer', key: `finalizer ${uid}`, containment });
    // What holds nothing again needs nobody who thaws before it goes.
    if (this.state.complete && !this.holds(uid)) this.letGo(containment, finalizer && (deleting || ended));
  }

  private letGo(containment: ContainmentView, finalizing: boolean): void {
    const { uid, deleting } = containment;
    if (finalizing) this.order({ kind: 'dropFinalizer', key: `finalizer ${uid}`, containment });
    else if (!deleting && this.ended.has(uid)) this.order({ kind: 'end', key: `end ${uid}`, containment });
  }

  private holds(uid: string): boolean {
    return [...this.state.containers.values()].some((container) => {
      const entry = this.entries.get(container.id);
      return entry?.containment?.uid === uid && speaksOf(entry, container);
    });
  }

  /** Nothing is asked of an API that is away; what runs is not begun again. */
  private order(command: Keyed): void {
    if (!this.state.synced || this.busy.has(command.key)) return;
    this.busy.add(command.key);
    this.commands.push(command);
  }
}

/** Who may make Containments in one namespace has no say about pods of another, whose UIDs are no secrets. */
function placeOf({ namespace, podUid }: { readonly namespace: string; readonly podUid: string }): string {
  return `${namespace} ${podUid}`;
}

/** The entry is about the freeze that the container is in. */
function speaksOf({ hit }: JournalEntry, { contained, byRule }: ContainerView): boolean {
  return contained !== undefined && (hit === contained || (hit === '' && !byRule));
}

/** It names the container, and has not held another one of that name: each is held once. */
function covers({ containers, held }: ContainmentView, { id, name }: ContainerView): boolean {
  return containers.includes(name) && !held.some((one) => one.name === name && one.id !== id);
}
