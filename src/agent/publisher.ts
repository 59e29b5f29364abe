import type { Clock, Timer } from '../clock';
import type { ContainerFacts } from './identity/facts';
import type { CgroupId, Sensor } from './kernel/sensor';
import type { LinkedRules } from './rules';

/** Rules that are to be in force, and the texts that they are made of. */
export interface Wanted {
  readonly rules: LinkedRules;
  /** Of the policies' texts. */
  readonly hash: string;
}

export interface PublisherOptions {
  readonly sensor: Pick<Sensor, 'publish'>;
  readonly clock: Clock;
  /** The pods of the node, by the UID that their cgroups bear. */
  readonly pods: () => ReadonlyMap<string, ContainerFacts>;
  readonly factsOf: (cgroup: CgroupId) => ContainerFacts | undefined;
  /** New rules are in force. */
  readonly onPublished: (wanted: Wanted, generation: number) => void;
  /** Those before stay in force; tried again after `retryMs` unless others come first. */
  readonly onFailed: (error: unknown, retryMs: number) => void;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/** Puts linked rules in force, one set at a time; of several that come meanwhile the last wins. What fails is tried again. */
export class Publisher {
  private next: Wanted | undefined;
  private running: Promise<void> | undefined;
  private retry: Timer | undefined;
  private retryMs = FIRST_RETRY_MS;
  private failed: string | undefined;
  private closed = false;

  constructor(private readonly options: PublisherOptions) {}

  /** Why the rules that were wanted last are not in force; undefined: they are, or are on their way. */
  get failure(): string | undefined {
    return this.failed;
  }

  /** Resolves when these rules, or later ones, are in force or have failed once. */
  publish(wanted: Wanted): Promise<void> {
    this.retryMs = FIRST_RETRY_MS;
    return this.put(wanted);
  }

  /** Tries nothing again any more. */
  close(): void {
    this.closed = true;
    this.retry?.cancel();
  }

  private put(wanted: Wanted): Promise<void> {
    this.retry?.cancel();
    this.next = wanted;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async drain(): Promise<void> {
    while (this.next !== undefined) {
      const wanted = this.next;
      this.next = undefined;
      await this.one(wanted);
    }
  }

  private async one(wanted: Wanted): Promise<void> {
    const { sensor, factsOf, pods, onPublished } = this.options;
    try {
      const generation = await sensor.publish(wanted.rules.tables, (cgroup) => {
        const facts = factsOf(cgroup);
        return facts === undefined ? undefined : wanted.rules.scopeOf(facts);
      }, () => new Map([...pods()].map(([uid, facts]) => [uid, wanted.rules.scopeOf(facts)])));
      this.failed = undefined;
      onPublished(wanted, generation);
    } catch (error) {
      this.fail(wanted, error);
    }
  }

  /** The kernel keeps the generation that it has. */
  private fail(wanted: Wanted, error: unknown): void {
    this.failed = error instanceof Error ? error.message : String(error);
    this.options.onFailed(error, this.retryMs);
    if (this.closed || this.next !== undefined) return;
    this.retry = this.options.clock.after(this.retryMs, () => void this.put(wanted));
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }
}
