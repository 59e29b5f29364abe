import { join } from 'node:path';
import { CONTAINMENT_FINALIZER, type Containment } from '../../contract/containment';
import type { NodeSpec } from '../../contract/node';
import type { Clock, Timer } from '../../clock';
import type { Change } from '../../kube/reflector';
import type { Logger } from '../../logger';
import type { ContainerFacts } from '../identity/facts';
import type { KeptNamespace, KeptPod } from '../identity/pods';
import type { Receipt as KernelReceipt } from '../kernel/sensor';
import { readJournal, writeJournal } from '../respond/journal/disk';
import { beginJournal, stepJournal, type JournalState } from '../respond/journal/journal';
import type { ContainerView, JournalCommand, JournalEvent } from '../respond/journal/types';
import { ContainmentStatuses } from './containment-statuses';
import { ContainmentViews } from './containment-views';
import type { ContainmentWrites } from './containment-writes';
import type { RuntimePauses } from './runtime-pauses';
import type { Core } from './core';
import { ACTS, heldContainers, isComplete, podState, receiptOf, whyOf, type HeldContainer } from './held-containers';
import type { Sources, Read } from './sources';

export interface KeeperOptions {
  readonly writes: ContainmentWrites;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly nodeName: string;
  readonly bootId: string;
  readonly stateDirectory: string;
  readonly core: () => Core | undefined;
  readonly complete: (facts: ContainerFacts) => ContainerFacts;
  readonly priorityClassOf: (podUid: string) => string | undefined;
  readonly spec: () => NodeSpec;
  readonly sources: () => Sources;
  /** Has a container stopped by its runtime; resolves with what that says. */
  readonly stopAtRuntime: (id: string) => Promise<string>;
  readonly pauses: RuntimePauses;
  /** A container was frozen or let go. */
  readonly onChanged: () => void;
  /** Something happened to a container that belongs in an Event. */
  readonly onAction: (action: keyof typeof ACTS, container: ContainerView) => void;
}

const JOURNAL = 'journal.json';
const LOOK_MS = 1000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** Keeps what is frozen, what the node's journal says and what is declared in the API server together. */
export class ContainmentKeeper {
  private journal: JournalState;
  private readonly file: string;
  private readonly objects = new Map<string, Containment>();
  private readonly statuses: ContainmentStatuses;
  private readonly views: ContainmentViews;
  private readonly failures = new Map<string, number>();
  private readonly thawing = new Set<string>();
  private timer: Timer | undefined;
  private looking: Timer | undefined;
  private fresh = false;
  private stopped = false;
  private stepping: JournalEvent[] | undefined;

  constructor(private readonly options: KeeperOptions) {
    const { writes, clock, logger, core, spec } = options;
    this.views = new ContainmentViews({ spec, priorityClassOf: options.priorityClassOf, isHeldBy: (uid) => [...this.journal.entries.values()].some(({ containment }) => containment?.uid === uid) });
    this.statuses = new ContainmentStatuses({ writes, clock, logger, core, held: () => this.held(), runtimeStateOf: (id) => options.pauses.stateOf(id), isEnding: (uid) => this.journal.ended.has(uid), refusalOf: (object) => this.views.refusalOf(object) });
    this.file = join(options.stateDirectory, JOURNAL);
    const { journal, problem } = readJournal(this.file);
    if (problem !== undefined) logger.error('the journal of this node cannot be used; what is frozen stays frozen', { problem });
    this.journal = beginJournal(journal, options.bootId);
  }

  start(): void {
    this.timer = this.options.clock.every(LOOK_MS, () => this.look());
    this.look();
  }

  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
    this.looking?.cancel();
  }

  /** The same as `look`, once for all that happens now. */
  soon(): void {
    this.looking ??= this.options.clock.after(0, () => {
      this.looking = undefined;
      this.look();
    });
  }

  /** Something froze, went or was let go: the kernel is asked. */
  look(): void {
    if (this.stopped) return;
    const { mode, settings } = this.options.spec();
    this.step({ kind: 'settings', mode, mayTerminate: settings.allowedActions.people.includes('Terminate') });
    this.noteFreshness();
    this.options.pauses.look();
    this.step(this.nodeEvent());
    this.step({ kind: 'time' });
    this.statuses.write(this.objects.values());
  }

  receipt(receipt: KernelReceipt): void {
    if (receipt.frozenNs === 0n) return;
    this.options.pauses.afterPause(receipt.cgroup, () => {
      const id = this.options.core()?.agent.containers.get(receipt.cgroup)?.facts.id ?? '';
      const method = this.options.pauses.stateOf(id) === 'Paused' ? 'Runtime' : 'Direct';
      this.statuses.settled(receipt.cgroup, receiptOf(receipt, { epochNs: this.options.clock.epochNs(), method }));
      this.look();
    });
  }

  onContainment({ kind, object: { metadata, read } }: Change<Read<Containment>>): void {
    if (!read.ok) return void this.options.logger.error('a Containment is not understood, and holds nothing', { name: metadata.name, problem: read.problem });
    if (read.object.spec.nodeName !== this.options.nodeName) return;
    if (kind === 'Deleted') {
      this.objects.delete(metadata.uid);
      this.statuses.forget(metadata.uid);
      this.step({ kind: 'containmentGone', uid: metadata.uid });
    } else {
      this.objects.set(metadata.uid, read.object);
      this.step({ kind: 'containment', containment: this.views.of(read.object) });
      this.statuses.write([read.object]); // its own alone: tenants can make many
    }
  }

  /** No Containment of this node needs its agent before it can be deleted. */
  isReleased(): boolean {
    return ![...this.objects.values()].some(({ metadata }) => metadata.finalizers?.includes(CONTAINMENT_FINALIZER) === true);
  }

  onPod({ kind, object }: Change<KeptPod>): void {
    if (kind === 'Deleted') this.step({ kind: 'podGone', uid: object.metadata.uid });
    else this.step({ kind: 'pod', pod: podState(object) });
  }

  onNamespace({ kind, object }: Change<KeptNamespace>): void {
    this.step({ kind: kind !== 'Deleted' && object.terminating ? 'namespaceTerminating' : 'namespaceGone', namespace: object.metadata.name });
  }

  /** The API server began or ceased to answer. */
  private noteFreshness(): void {
    const sources = this.options.sources();
    const fresh = sources.isFresh();
    if (fresh === this.fresh) return;
    this.fresh = fresh;
    if (!fresh) return this.step({ kind: 'away' });
    this.step({
      kind: 'listed',
      containments: [...this.objects.values()].map((object) => this.views.of(object)),
      pods: [...sources.pods.values()].map(podState),
      terminating: [...sources.namespaces.values()].filter(({ terminating }) => terminating).map(({ metadata }) => metadata.name),
    });
  }

  /** One event at a time, whatever its commands bring about at once. */
  private step(event: JournalEvent): void {
    if (this.stopped) return;
    if (this.stepping !== undefined) return void this.stepping.push(event);
    this.stepping = [event];
    try {
      for (let next = this.stepping.shift(); next !== undefined; next = this.stepping.shift()) {
        const { state, commands } = stepJournal(this.journal, next, this.nowMs());
        this.journal = state;
        for (const command of commands) this.carryOut(command);
      }
    } finally {
      this.stepping = undefined;
    }
  }

  private carryOut(command: JournalCommand): void {
    switch (command.kind) {
      case 'save':
        return this.save(command.journal);
      case 'freeze':
      case 'kill':
        return void this.actOn(command);
      case 'thaw':
        return this.thaw(command.containerId);
      default:
        void this.send(command);
    }
  }

  private save(journal: Parameters<typeof writeJournal>[1]): void {
    try {
      writeJournal(this.file, journal);
    } catch (error) {
      this.options.logger.error('the journal of this node could not be written', { error: String(error) });
    }
  }

  /** Its runtime, if it takes it for paused, is the first to hear of it. */
  private thaw(containerId: string): void {
    if (this.thawing.has(containerId)) return;
    const held = this.held().find(({ view }) => view.id === containerId);
    const resumed = held === undefined ? undefined : this.options.pauses.resume(held.container);
    if (resumed === undefined) return void this.actOn({ kind: 'thaw', containerId });
    this.thawing.add(containerId);
    void resumed.then(() => {
      this.thawing.delete(containerId);
      this.actOn({ kind: 'thaw', containerId });
    });
  }

  /** False: it could not be done. */
  private actOn({ kind, containerId }: Extract<JournalCommand, { kind: 'freeze' | 'thaw' | 'kill' }>): boolean {
    const held = this.held().find(({ view }) => view.id === containerId);
    const sensor = this.options.core()?.sensor;
    if (held === undefined || sensor === undefined) return false;
    const { container, view } = held;
    try {
      ACTS[kind](sensor, container);
    } catch (error) {
      this.options.logger.error(`container: ${kind} failed`, { id: containerId, error: String(error) });
      return false;
    }
    this.options.logger.info(`container: ${kind}`, { id: containerId, pod: `${view.namespace}/${view.podName}`, name: view.name });
    this.options.onAction(kind, view);
    if (kind === 'freeze') this.options.pauses.look();
    else this.statuses.released(container.cgroup.id);
    this.options.onChanged();
    // What shows no effect would be ordered again at once, for ever: the next look tries again.
    const isHeld = this.held().find((now) => now.view.id === containerId)?.view.contained !== undefined;
    if (isHeld === (kind === 'freeze')) this.step(this.nodeEvent());
    return true;
  }

  private async send(command: Extract<JournalCommand, { key: string }>): Promise<void> {
    const { key } = command;
    try {
      if (command.kind === 'verify') this.step(await this.verify(command));
      else {
        await this.write(command);
        this.step({ kind: 'done', key });
      }
      this.failures.delete(key);
    } catch (error) {
      const failures = this.failures.get(key) ?? 0;
      this.failures.set(key, failures + 1);
      const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.5 + Math.random() / 2);
      this.options.logger.warn(`a Containment could not be written: ${command.kind}`, { error: String(error) });
      this.options.clock.after(waitMs, () => this.step({ kind: 'done', key }));
    }
  }

  private async verify({ key, container, ended }: Extract<JournalCommand, { kind: 'verify' }>): Promise<JournalEvent> {
    const { writes } = this.options;
    const held = await writes.isHeld(container, ended);
    const pod = await writes.lifeOf(container);
    return { kind: 'verified', key, containerId: container.id, containment: held ? 'Active' : 'Inactive', pod };
  }

  private async write(command: Exclude<Extract<JournalCommand, { key: string }>, { kind: 'verify' }>): Promise<void> {
    const { writes } = this.options;
    if (command.kind === 'declare') return writes.declare(command.container, whyOf(this.options.core(), this.held(), command.container.id));
    const object = this.objects.get(command.containment.uid);
    if (object === undefined) return;
    switch (command.kind) {
      case 'append':
        return writes.append(object, command.container.name);
      case 'addFinalizer':
        return writes.addFinalizer(object);
      case 'dropFinalizer':
        return writes.dropFinalizer(object);
      case 'end':
        return this.statuses.end(object);
      case 'remove':
        return writes.remove(command.containment.namespace, command.containment);
      case 'terminate':
        return this.terminate(command.container);
    }
  }

  /** SIGKILL while it is frozen, the thaw, and the stop at its runtime. */
  private async terminate({ id }: ContainerView): Promise<void> {
    // A container that was not killed stays frozen, and is not said to be terminated: it is tried again.
    if (!this.actOn({ kind: 'kill', containerId: id })) throw new Error(`container ${id} could not be killed`);
    const said = await this.options.stopAtRuntime(id);
    this.statuses.killed(id, said);
    this.soon();
  }

  private nodeEvent(): JournalEvent {
    return { kind: 'node', containers: this.held().map(({ view }) => view), complete: isComplete(this.options.core()) };
  }

  private held(): readonly HeldContainer[] {
    return heldContainers(this.options.core(), this.options.complete);
  }

  private nowMs(): number {
    const { clock } = this.options;
    return Number((clock.bootNs() + clock.epochNs()) / 1_000_000n);
  }
}
