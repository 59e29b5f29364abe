import type { Containment, ContainmentStatus, Receipt, Refusal } from '../../contract/containment';
import { formatTime, type Clock } from '../../clock';
import type { Logger } from '../../logger';
import type { CgroupId } from '../kernel/sensor';
import { containmentStatus, type HeldFacts } from '../respond/containment-status';
import { hasEnded, heldBy, type ContainmentWrites } from './containment-writes';
import type { Core } from './core';
import type { HeldContainer } from './held-containers';

export interface StatusesOptions {
  readonly writes: ContainmentWrites;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly core: () => Core | undefined;
  /** It will end for good. */
  readonly isEnding: (uid: string) => boolean;
  readonly held: () => readonly HeldContainer[];
  /** What the runtime of a container said of it last; undefined: it has nothing to do with it. */
  readonly runtimeStateOf: (id: string) => string | undefined;
  /** Why a container is not frozen although the Containment names it; undefined: it will be. */
  readonly refusalOf: (object: Containment) => Pick<Refusal, 'action' | 'reason' | 'message'> | undefined;
}

const MAX_TERMINATED = 1024;

/** Tells in the status of each Containment what holds. Nothing is written where nothing changed but the time. */
export class ContainmentStatuses {
  private readonly receipts = new Map<CgroupId, Receipt>();
  private readonly writing = new Map<string, Promise<void>>();
  private readonly terminated = new Map<string, string>();
  private readonly over = new Set<string>();
  private readonly written = new Map<string, string>();

  constructor(private readonly options: StatusesOptions) {}

  settled(cgroup: CgroupId, receipt: Receipt): void {
    this.receipts.set(cgroup, receipt);
  }

  /** A container is not held any more. */
  released(cgroup: CgroupId): void {
    this.receipts.delete(cgroup);
  }

  /** A container was killed because its Containment wants it. `said`: what its runtime says of it. */
  killed(id: string, said: string): void {
    this.terminated.set(id, said);
    const oldest = this.terminated.keys().next();
    if (this.terminated.size > MAX_TERMINATED && oldest.done !== true) this.terminated.delete(oldest.value);
  }

  forget(uid: string): void {
    this.written.delete(uid);
    this.writing.delete(uid);
    this.over.delete(uid);
  }

  write(objects: Iterable<Containment>): void {
    const held = this.options.held();
    for (const object of objects) {
      const { uid = '', deletionTimestamp } = object.metadata;
      if (deletionTimestamp !== undefined || hasEnded(object.status) || this.over.has(uid) || this.options.isEnding(uid)) continue;
      const status = this.statusOf(object, held);
      const print = printOf(status);
      if (print === printOf(object.status) || this.written.get(uid) === print) continue;
      this.written.set(uid, print);
      const writing = this.options.writes.writeStatus(object, status).catch((error: unknown) => {
        this.written.delete(uid);
        this.options.logger.warn('the status of a Containment could not be written', { error: String(error) });
      });
      this.writing.set(uid, writing);
    }
  }

  /** Ends it for good: what was under way before must not come after. */
  async end(object: Containment): Promise<void> {
    const { uid = '' } = object.metadata;
    this.over.add(uid);
    await this.writing.get(uid);
    await this.options.writes.writeStatus(object, this.statusOf(object, this.options.held(), 'Released'));
  }

  private statusOf(object: Containment, held: readonly HeldContainer[], over?: 'Released'): ContainmentStatus {
    const { clock } = this.options;
    const now = formatTime(clock.bootNs(), clock.epochNs());
    const ofPod = held.filter(({ view }) => view.podUid === object.spec.podRef.uid && view.namespace === object.metadata.namespace);
    const refusal = this.options.refusalOf(object);
    const heldBefore = heldBy(object);
    const containers = object.spec.containers.map((name) => {
      // Another container of that name, as after a restart, is not held by it.
      const id = heldBefore.find((one) => one.name === name)?.id;
      const found = ofPod.find(({ view }) => view.name === name && (id === undefined || view.id === id));
      return this.factsOf({ name, found, id: found?.view.id ?? id }, refusal === undefined ? undefined : { ...refusal, time: now });
    });
    return containmentStatus(object, { now, over, containers });
  }

  private factsOf({ name, found, id = '' }: Named, refusal: Refusal | undefined): HeldFacts {
    const running = { name, id: found?.view.id, runtimeState: this.terminated.get(id) ?? this.options.runtimeStateOf(id), terminated: this.terminated.has(id) };
    const containment = found?.state?.containment;
    if (containment === undefined) return { ...running, frozen: false, receipt: undefined, cause: undefined, refusal: only('Freeze', refusal) };
    const cause = this.options.core()?.agent.causes.of(containment.eventId);
    return { ...running, frozen: true, receipt: found === undefined ? undefined : this.receipts.get(found.container.cgroup.id), cause, refusal: only('Terminate', refusal) };
  }
}

/** What is frozen was not refused to be, and what is not frozen is not terminated either. */
function only(action: Refusal['action'], refusal: Refusal | undefined): Refusal | undefined {
  return refusal?.action === action ? refusal : undefined;
}

interface Named {
  readonly name: string;
  readonly found: HeldContainer | undefined;
  readonly id: string | undefined;
}

/** Equal for statuses that say the same at different times. */
function printOf(status: ContainmentStatus | undefined): string {
  const containers = (status?.containers ?? []).map(({ name, id, state, runtimeState, cause, receipt, refusals = [] }) => [
    ...[name, id, state, runtimeState, cause?.finding, receipt?.frozenNs, receipt?.revocations, receipt?.callsAfter],
    ...refusals.map(({ action, reason }) => `${action} ${reason}`),
  ]);
  const { reason, observedGeneration } = status?.conditions?.[0] ?? {};
  return JSON.stringify([reason, observedGeneration, containers]);
}
