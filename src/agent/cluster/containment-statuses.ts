import type { Containment, ContainmentStatus, Receipt, Refusal } from '../../contract/containment';
import { formatTime, type Clock } from '../../clock';
import type { Logger } from '../../logger';
import type { CgroupId } from '../kernel/sensor';
import { containmentStatus, type HeldFacts } from '../respond/containment-status';
import { hasEnded, type ContainmentWrites } from './containment-writes';
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
  /** Why a container is not frozen although the Containment names it; undefined: it will be. */
  readonly refusalOf: (object: Containment) => Pick<Refusal, 'action' | 'reason' | 'message'> | undefined;
}

/** Tells in the status of each Containment what holds. Nothing is written where nothing changed but the time. */
export class ContainmentStatuses {
  private readonly receipts = new Map<CgroupId, Receipt>();
  private readonly writing = new Map<string, Promise<void>>();
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

  forget(uid: string): void {
    this.written.delete(uid);
    this.writing.delete(uid);
    this.over.delete(uid);
  }

  write(objects: Iterable<Containment>): void {
    for (const object of objects) {
      const { uid = '', deletionTimestamp } = object.metadata;
      if (deletionTimestamp !== undefined || hasEnded(object.status) || this.over.has(uid) || this.options.isEnding(uid)) continue;
      const status = this.statusOf(object);
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
    await this.options.writes.writeStatus(object, this.statusOf(object, 'Released'));
  }

  private statusOf(object: Containment, over?: 'Released'): ContainmentStatus {
    const { clock, held } = this.options;
    const now = formatTime(clock.bootNs(), clock.epochNs());
    const ofPod = held().filter(({ view }) => view.podUid === object.spec.podRef.uid);
    const refusal = this.options.refusalOf(object);
    const containers = object.spec.containers.map((name) => this.factsOf(name, ofPod.find(({ view }) => view.name === name), refusal === undefined ? undefined : { ...refusal, time: now }));
    return containmentStatus(object, { now, over, containers });
  }

  private factsOf(name: string, found: HeldContainer | undefined, refusal: Refusal | undefined): HeldFacts {
    const containment = found?.state?.containment;
    const running = { name, id: found?.view.id, runtimeState: undefined };
    if (found === undefined || containment === undefined) return { ...running, frozen: false, receipt: undefined, cause: undefined, refusal };
    const cause = this.options.core()?.agent.causes.of(containment.eventId);
    return { ...running, frozen: true, receipt: this.receipts.get(found.container.cgroup.id), cause, refusal: undefined };
  }
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
