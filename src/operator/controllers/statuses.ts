import { policyName } from '../../contract/policy';
import type { KeyedQueue } from '../../kube/queue';
import { nowMs } from '../../kube/pace';
import type { Controller, Parts } from '../parts';
import type { Compiler } from '../plans/compiler';
import { isNamed } from '../plans/freezing';
import { Latest } from '../state/latest';
import { keepPolicy, type KeptPolicy } from '../state/objects';
import { policyStatus, sameButCounts, sameStatus, type PolicyStatus } from '../status/policy-status';
import type { PolicyTotals } from '../status/totals';
import { timeText, wallMs } from '../time';
import { placeOf } from '../write/writer';
import { loop } from './loop';
import type { Publisher } from './publisher';

export interface StatusOptions {
  readonly parts: Parts;
  readonly compiler: Compiler;
  readonly publisher: Publisher;
  readonly totalsOf: (policy: string) => PolicyTotals | undefined;
}

/** While so many plans wait to be published, statuses wait: nodes come first. Not longer than this, and looked at so often. */
const BUSY = 8;
const BUSY_MOST_MS = 60_000;
const BUSY_LOOK_MS = 300;
/** Counts alone are written as often as this. */
const COUNTS_EVERY_MS = 20_000;

/** Writes what became of each policy into its status; nobody else writes there. */
export class Statuses implements Controller {
  readonly queue: KeyedQueue;
  private readonly policies: Latest<KeptPolicy>;
  private busySince: number | undefined;
  private readonly countsAt = new Map<string, number>();
  private readonly ends: (() => void)[] = [];

  constructor(private readonly options: StatusOptions) {
    const { parts } = options;
    this.policies = new Latest({ get: (name) => parts.caches.policy(name) });
    this.queue = loop(parts, { name: 'status', handle: (name) => this.handle(name), workers: 4 });
  }

  start(): void {
    const { caches, installation } = this.options.parts;
    const all = (): void => {
      for (const policy of caches.policies()) this.queue.add(policyName(policy.ref));
    };
    for (const kind of ['securitypolicies', 'clustersecuritypolicies'] as const) {
      this.ends.push(
        caches.on(kind, ({ kind: what, key, object }) => {
          if (what === 'Deleted') this.forget(key, object); // of the others the publisher tells when it has looked at them
        }),
      );
    }
    this.ends.push(installation.on(all));
    all();
  }

  async stop(): Promise<void> {
    for (const end of this.ends) end();
    await this.queue.stop();
  }

  private forget(name: string, { metadata }: KeptPolicy): void {
    this.options.compiler.forget(metadata.uid);
    this.policies.forget(name, metadata.uid);
    this.countsAt.delete(name);
    this.queue.forget(name);
  }

  private async handle(name: string): Promise<number | undefined> {
    const policy = this.policies.get(name);
    if (policy === undefined || policy.metadata.leaving) return undefined;
    if (this.givesWay()) return BUSY_LOOK_MS;
    const before = policy.status as PolicyStatus | undefined;
    const status = policyStatus({ ...this.factsOf(name, policy), before });
    if (sameStatus(before, status)) return undefined;
    const waits = this.waitsFor(name);
    if (waits > 0 && sameButCounts(before, status)) return waits;
    await this.write(name, policy, status);
    this.tell(policy, before, status);
    return undefined;
  }

  private givesWay(): boolean {
    const now = nowMs(this.options.parts.clock);
    const isBusy = this.options.publisher.backlog > BUSY;
    this.busySince = isBusy ? (this.busySince ?? now) : undefined;
    return this.busySince !== undefined && now - this.busySince < BUSY_MOST_MS;
  }

  private factsOf(name: string, policy: KeptPolicy): Omit<Parameters<typeof policyStatus>[0], 'before'> {
    const { parts, compiler, publisher, totalsOf } = this.options;
    const published = publisher.published(policy);
    const { namespace } = policy.ref;
    return {
      generation: policy.metadata.generation,
      compiled: compiler.of(policy),
      revision: published?.revision,
      current: publisher.isCurrent(policy) === true,
      mode: parts.installation.settings.mode,
      held: namespace !== undefined && isNamed(parts.installation.nodeSettings.protected.namespaces, namespace),
      totals: totalsOf(name),
      now: timeText(wallMs(parts.clock)),
    };
  }

  private waitsFor(name: string): number {
    const last = this.countsAt.get(name);
    return last === undefined ? 0 : last + COUNTS_EVERY_MS - nowMs(this.options.parts.clock);
  }

  private async write(name: string, { metadata, ref }: KeptPolicy, status: PolicyStatus): Promise<void> {
    const { writer, clock } = this.options.parts;
    const plural = ref.kind === 'SecurityPolicy' ? 'securitypolicies' : 'clustersecuritypolicies';
    // With the UID, so that no other policy of this name gets it.
    const object = { apiVersion: 'stasis.dev/v1alpha1', kind: ref.kind, metadata: { name: ref.name, uid: metadata.uid }, status };
    const stored = await writer.apply(`${placeOf(plural, ref)}/status`, object);
    this.policies.wrote(name, keepPolicy(ref.kind)(stored));
    this.countsAt.set(name, nowMs(clock));
  }

  private tell({ metadata, ref }: KeptPolicy, before: PolicyStatus | undefined, status: PolicyStatus): void {
    const stalled = conditionOf(status, 'Stalled');
    if (stalled?.status !== 'True' || conditionOf(before, 'Stalled')?.message === stalled.message) return;
    const { events, metrics } = this.options.parts;
    const regarding = { apiVersion: 'stasis.dev/v1alpha1', ...ref, uid: metadata.uid };
    events.record({ regarding, type: 'Warning', reason: 'Stalled', action: 'Compile', note: stalled.message });
    metrics.refused('policy', 'Mistake');
  }
}

function conditionOf(status: PolicyStatus | undefined, type: string): { readonly status: string; readonly message: string } | undefined {
  return status?.conditions?.find((condition) => condition.type === type);
}
