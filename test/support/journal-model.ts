/** A node, its agent and the API server, each of which may fail at any moment: for the properties of the containment journal. */
import { decodeJournal, encodeJournal } from '../../src/agent/respond/journal/codec';
import { beginJournal, stepJournal, type JournalState } from '../../src/agent/respond/journal/journal';
import type { ContainmentView, JournalCommand, JournalEvent, JournalMode } from '../../src/agent/respond/journal/types';
import { JournalApi, type Container, type Keyed, type Pod } from './journal-api';

const NAMES = ['app', 'side'];

export class JournalModel {
  readonly problems: string[] = [];
  readonly api = new JournalApi(() => this.noteDeclared(this.api.containments.values()));
  containers: Container[] = [];
  disk = '';
  mode: JournalMode = 'Enforce';
  private up = true;
  private agent: JournalState | undefined;
  private boot = 1;
  private running: Keyed[] = [];
  /** Freezes that some Containment has covered, and Containments that may end: what may be thawed. */
  private readonly declared = new Set<string>();
  private readonly mayEnd = new Set<string>();
  private crashesAfter = Number.POSITIVE_INFINITY;
  private now = 0;

  constructor() {
    for (let index = 0; index < 3; index++) this.addPod(index === 2 ? 'doomed' : 'shop');
    this.start();
  }

  readonly happenings: Readonly<Record<string, (pick: number) => void>> = {
    hit: (pick) => this.freeze(this.of(this.containers, pick), this.mode === 'Enforce'),
    watchDelivers: (pick) => this.deliver(pick % 3),
    watchRepeats: () => this.api.watch.slice(0, this.isWatching() ? 1 : 0).forEach((event) => this.feed(event)),
    lists: () => this.list(),
    commandRuns: (pick) => this.perform(pick, true),
    commandRunsUnanswered: (pick) => this.perform(pick, false),
    nodeIsSeen: () => this.see(),
    time: (pick) => this.pass(pick),
    agentEnds: () => this.end(),
    agentEndsSoon: (pick) => void (this.crashesAfter = pick % 4),
    agentStarts: () => this.start(),
    statusIsWritten: () => this.writeStatus(),
    apiGoes: () => this.goAway(),
    apiComesBack: () => void (this.up = true),
    personFreezes: (pick) => this.personFreezes(this.of([...this.api.pods.values()], pick), pick >> 4),
    personDeletes: (pick) => this.api.remove(this.of([...this.api.containments.values()], pick)),
    podIsDeleted: (pick) => this.api.deletePod(this.of([...this.api.pods.values()], pick)),
    kubeletFinishes: () => this.finish(),
    containerRestarts: (pick) => this.restart(this.of(this.containers, pick)),
    namespaceIsEmptied: () => this.api.deletePodsOfEnding(),
    namespaceEnds: (pick) => this.api.endNamespace(pick % 4 === 0 ? 'doomed' : ''),
    mode: (pick) => this.setMode((['Enforce', 'Audit', 'Off'] as const)[pick % 3] ?? 'Enforce'),
    reboot: () => this.reboot(),
  };

  /** Everything works again, for long enough. */
  settle(): void {
    this.up = true;
    this.api.deletePodsOfEnding();
    this.crashesAfter = Number.POSITIVE_INFINITY;
    if (this.agent === undefined) this.start();
    for (let round = 0; round < 30; round++) {
      this.list();
      this.see();
      while (this.running.length > 0) this.perform(0, true);
      this.see();
      this.writeStatus();
      this.finish();
      this.feed({ kind: 'time' });
    }
  }

  private of<T>(list: readonly T[], pick: number): T | undefined {
    return list[pick % Math.max(1, list.length)];
  }

  private addPod(namespace: string): void {
    const uid = this.api.next('pod');
    const pod: Pod = { uid, name: uid, namespace, deleting: false };
    this.api.pods.set(uid, pod);
    this.api.told({ kind: 'pod', pod: { ...pod } });
    for (const name of NAMES) this.containers.push({ id: this.api.next('c'), name, pod, contained: undefined, byRule: false });
  }

  /** Runs the agent over one event; it may end between any two of its commands. */
  private feed(event: JournalEvent): void {
    if (this.agent === undefined) return;
    const { state, commands } = stepJournal(this.agent, event, this.now);
    this.agent = state;
    if (this.mode === 'Off') for (const uid of state.containments.keys()) this.mayEnd.add(uid);
    this.noteDeclared([...state.containments.values()].filter(({ uid }) => !state.ended.has(uid)));
    for (const command of commands) {
      if (this.crashesAfter-- <= 0) {
        return this.end();
      }
      this.carryOut(command);
    }
  }

  private end(): void {
    this.agent = undefined;
    this.running = [];
    this.crashesAfter = Number.POSITIVE_INFINITY;
  }

  private carryOut(command: JournalCommand): void {
    switch (command.kind) {
      case 'save':
        this.disk = encodeJournal(command.journal);
        return;
      case 'freeze':
        return this.freezeByAgent(command.containerId);
      case 'thaw':
        return this.thaw(this.containers.find(({ id }) => id === command.containerId));
      case 'kill':
        return this.kill(this.containers.find(({ id }) => id === command.containerId));
      default:
        this.running.push(command);
    }
  }

  private freeze(container: Container | undefined, may: boolean): void {
    if (container?.contained !== undefined || container === undefined || !may) return;
    Object.assign(container, { contained: this.api.next('hit'), byRule: true });
    this.noteDeclared(this.api.containments.values());
  }

  /** It may be late: what it does is declared as far as it can know. */
  private freezeByAgent(containerId: string): void {
    const container = this.containers.find(({ id }) => id === containerId);
    if (container === undefined || container.contained !== undefined) return;
    const hit = this.api.next('hit');
    Object.assign(container, { contained: hit, byRule: false });
    this.declared.add(hit);
  }

  private thaw(container: Container | undefined): void {
    if (container?.contained === undefined) return;
    const holder = this.api.holderOf(container);
    if (holder !== undefined && !this.mayEnd.has(holder.uid) && !(this.now >= (holder.expiresAt ?? Number.POSITIVE_INFINITY))) this.problems.push(`${container.id} was thawed, and ${holder.uid} declares it`);
    if (!this.api.isAlive(container.pod)) this.problems.push(`${container.id} was thawed, and its pod is going`);
    if (!this.declared.has(container.contained) && this.mode !== 'Off') this.problems.push(`${container.contained} was thawed, and nobody wanted that`);
    container.contained = undefined;
  }

  private kill(container: Container | undefined): void {
    if (container === undefined) return;
    if (this.api.pods.get(container.pod.uid)?.deleting === false) this.problems.push(`${container.id} was killed, and its pod is not being deleted`);
    this.containers = this.containers.filter((one) => one !== container);
  }

  /** A freeze of a container that an active Containment names, as the API server or the agent knows it: who deletes that releases it. */
  private noteDeclared(containments: Iterable<ContainmentView>): void {
    const active = [...containments].filter(({ deleting, ended }) => !deleting && !ended);
    for (const { name, pod, contained } of this.containers) {
      if (contained !== undefined && active.some(({ podUid, containers }) => podUid === pod.uid && containers.includes(name))) this.declared.add(contained);
    }
  }

  private personFreezes(pod: Pod | undefined, pick: number): void {
    if (pod === undefined || !this.up) return;
    const ends = pick % 3 === 0 ? { expiresAt: this.now + 5, onExpiry: 'Release' as const } : {};
    this.api.make(pod, { containers: pick % 2 === 0 ? NAMES : ['app'], finalizer: false, ...ends });
  }

  /** The kubelet ends what is being deleted, the garbage collector its Containments; a new pod takes its place. */
  private finish(): void {
    for (const pod of [...this.api.pods.values()].filter(({ deleting }) => deleting)) {
      this.containers = this.containers.filter((container) => container.pod !== pod);
      this.api.pods.delete(pod.uid);
      this.api.told({ kind: 'podGone', uid: pod.uid });
      if (!this.api.terminating.has(pod.namespace) && this.api.numbers < 5000) this.addPod(pod.namespace);
    }
    for (const containment of this.api.containments.values()) if (!this.api.pods.has(containment.podUid)) this.api.remove(containment);
    for (const namespace of this.api.dropNamespaces()) if (this.api.numbers < 5000) this.addPod(namespace);
  }

  private restart(container: Container | undefined): void {
    if (container === undefined || container.contained !== undefined) return;
    this.containers = this.containers.map((one) => (one === container ? { ...one, id: this.api.next('c') } : one));
  }

  private setMode(mode: JournalMode): void {
    this.mode = mode;
    this.feed({ kind: 'settings', mode, mayTerminate: false });
  }

  private reboot(): void {
    this.boot += 1;
    this.end();
    this.containers = this.containers.map((one) => ({ ...one, id: this.api.next('c'), contained: undefined }));
  }

  private start(): void {
    if (this.agent !== undefined) return;
    this.agent = beginJournal(decodeJournal(this.disk).journal, `boot${this.boot}`);
    this.setMode(this.mode);
    this.see();
  }

  private deliver(count: number): void {
    for (const event of this.isWatching() ? this.api.watch.splice(0, count + 1) : []) {
      this.feed(event);
    }
  }

  private isWatching(): boolean {
    return this.up && this.agent?.synced === true;
  }

  private list(): void {
    if (!this.up) return;
    this.api.watch.length = 0; // it goes on from here
    this.feed({ kind: 'listed', containments: [...this.api.containments.values()], pods: [...this.api.pods.values()].map((pod) => ({ ...pod })), terminating: [...this.api.terminating] });
  }

  private goAway(): void {
    this.up = false;
    this.feed({ kind: 'away' });
  }

  private see(): void {
    const containers = this.containers.map(({ id, name, pod, contained, byRule }) => ({ id, name, byRule, namespace: pod.namespace, podName: pod.name, podUid: pod.uid, contained }));
    this.feed({ kind: 'node', containers, complete: true });
  }

  private pass(pick: number): void {
    this.now += pick % 4;
    this.feed({ kind: 'time' });
  }

  /** The agent writes which containers are held; not this reducer's part. */
  private writeStatus(): void {
    if (!this.up || this.agent === undefined) return;
    for (const { containerId, containment } of this.agent.entries.values()) {
      const one = this.api.containments.get(containment?.uid ?? '');
      const container = this.containers.find(({ id, contained }) => id === containerId && contained !== undefined);
      if (one === undefined || container === undefined || one.held.some(({ id }) => id === containerId)) continue;
      this.api.put({ ...one, held: [...one.held.filter(({ name }) => name !== container.name), { name: container.name, id: containerId }] });
    }
  }

  private perform(pick: number, answered: boolean): void {
    const [command] = this.running.splice(pick % Math.max(1, this.running.length), 1);
    if (command === undefined) return;
    if (this.up && command.kind === 'verify') return this.verify(command);
    if (this.up && command.kind !== 'verify') this.api.change(command);
    this.feed({ kind: 'done', key: command.key });
    if (answered && this.up) this.deliver(this.api.watch.length);
  }

  private verify({ key, container, ended }: Extract<JournalCommand, { readonly kind: 'verify' }>): void {
    const pod = this.api.pods.get(container.podUid);
    const active = pod === undefined ? [] : this.api.holdersOf({ id: container.id, name: container.name, pod }).filter(({ uid }) => !ended.includes(uid));
    this.feed({ kind: 'verified', key, containerId: container.id, containment: active.length > 0 ? 'Active' : 'Inactive', pod: pod?.deleting !== false ? 'Doomed' : this.api.isAlive(pod) ? 'Alive' : 'Ending' });
    this.see();
  }
}
