import type { Clock, Timer } from '../clock';
import { microTime, nowMs, sleep } from './pace';

/** What a Lease says. Its times are for people: nobody's decision reads another machine's clock. */
export interface LeaseRecord {
  /** Empty: released. */
  readonly holder: string;
  readonly leaseSeconds: number;
  readonly acquired: string;
  readonly renewed: string;
  readonly transitions: number;
}

export interface StoredLease {
  readonly version: string;
  readonly record: LeaseRecord;
}

/** One Lease in the API server. Each call must end, well or not, within half of the renew deadline. */
export interface LeaseStore {
  /** Undefined: there is none. */
  read(): Promise<StoredLease | undefined>;
  /** Replaces exactly `previous`, or creates it; rejects when another was faster. */
  write(record: LeaseRecord, previous: StoredLease | undefined): Promise<StoredLease>;
}

export interface ElectorOptions {
  readonly clock: Clock;
  readonly store: LeaseStore;
  /** Unique for each start of a process: who finds its own name in the lease takes it for its own. */
  readonly identity: string;
  readonly onElected: () => void;
  /** Called before anybody else can be elected, unless the process itself stands still: ask `isLeader` before each write. */
  readonly onLost: () => void;
  readonly onError?: (error: unknown) => void;
  readonly times?: ElectorTimes;
}

/** Milliseconds. */
export interface ElectorTimes {
  /** Others wait so long after they last saw the lease change. */
  readonly lease: number;
  /** The leader gives up so long after it *sent* its last successful renewal. */
  readonly renew: number;
  readonly retry: number;
}

const JITTER = 1.2;
/** Those of client-go. */
export const ELECTOR_TIMES: ElectorTimes = { lease: 15_000, renew: 10_000, retry: 2_000 };

/**
 * Elects one leader over a Lease, by client-go's rules. Judges by this machine's boot clock alone, so clocks that differ
 * do no harm; clocks that run at rates more than lease / renew apart would. After a loss it is a candidate again.
 */
export class LeaseElector {
  private readonly times: ElectorTimes;
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;
  /** As last read or written, and since when it says what it says. */
  private seen = { text: '', at: 0 };
  /** What this elector wrote last, as long as nothing contradicts it. */
  private own: StoredLease | undefined;
  /** Exists while it leads. */
  private fence: { readonly at: number; readonly timer: Timer } | undefined;

  constructor(private readonly options: ElectorOptions) {
    this.times = options.times ?? ELECTOR_TIMES;
    const { lease, renew, retry } = this.times;
    if (!(lease > renew && renew > JITTER * retry && retry > 0)) throw new RangeError('election times must be lease > renew > 1.2 * retry > 0');
  }

  /** True only while no other can lead, also right after this process stood still. */
  isLeader(): boolean {
    return this.fence !== undefined && nowMs(this.options.clock) < this.fence.at;
  }

  start(): void {
    this.running ??= this.loop();
  }

  /** Loses at once, then hands the lease over. Stop what leads before: the next leader may begin when this resolves. */
  async stop(): Promise<void> {
    this.ending.abort();
    const led = this.fence !== undefined;
    this.lose();
    await this.running;
    try {
      await this.release(this.own ?? (led ? await this.options.store.read() : undefined));
    } catch (error) {
      this.options.onError?.(error); // the others wait for its end
    }
  }

  private async loop(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.attempt();
      const pause = this.fence === undefined ? this.times.retry * (1 + JITTER * Math.random()) : this.times.retry;
      await sleep(this.options.clock, pause, signal);
    }
  }

  private async attempt(): Promise<void> {
    const began = nowMs(this.options.clock);
    const previous = this.own;
    this.own = undefined;
    try {
      this.own = await this.takeOrRenew(previous ?? (await this.options.store.read()));
    } catch (error) {
      this.options.onError?.(error);
      return;
    }
    if (this.own === undefined) this.lose();
    else this.hold(began + this.times.renew);
  }

  private async takeOrRenew(current: StoredLease | undefined): Promise<StoredLease | undefined> {
    const { clock, store, identity } = this.options;
    const time = microTime(clock);
    const fresh = { holder: identity, leaseSeconds: this.times.lease / 1000, acquired: time, renewed: time };
    if (current === undefined) return this.written(await store.write({ ...fresh, transitions: 0 }, undefined));
    const { record } = current;
    this.note(record);
    if (record.holder === identity) return this.written(await store.write({ ...record, ...fresh, acquired: record.acquired }, current));
    if (record.holder !== '' && nowMs(clock) < this.seen.at + record.leaseSeconds * 1000) return undefined;
    return this.written(await store.write({ ...fresh, transitions: record.transitions + 1 }, current));
  }

  private written(lease: StoredLease): StoredLease {
    this.note(lease.record);
    return lease;
  }

  private note(record: LeaseRecord): void {
    const text = JSON.stringify(record);
    if (text !== this.seen.text) this.seen = { text, at: nowMs(this.options.clock) };
  }

  private hold(until: number): void {
    const { clock, onElected } = this.options;
    const left = until - nowMs(clock);
    if (left <= 0 || this.ending.signal.aborted) return;
    const elected = this.fence === undefined;
    this.fence?.timer.cancel();
    this.fence = { at: until, timer: clock.after(left, () => this.lose()) };
    if (elected) onElected();
  }

  private lose(): void {
    if (this.fence === undefined) return;
    this.fence.timer.cancel();
    this.fence = undefined;
    this.options.onLost();
  }

  private async release(current: StoredLease | undefined): Promise<void> {
    if (current?.record.holder !== this.options.identity) return;
    const time = microTime(this.options.clock);
    await this.options.store.write({ ...current.record, holder: '', leaseSeconds: 1, acquired: time, renewed: time }, current);
  }
}
