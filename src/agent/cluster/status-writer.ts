import type { Clock, Timer } from '../../clock';

export interface StatusWriterOptions {
  readonly clock: Clock;
  /** Writes the status as it is now. */
  readonly write: () => Promise<void>;
  readonly onFailed: (error: unknown, retryMs: number) => void;
}

/** `Request`: somebody is held until it is read. `First`: a finding that is like none before. */
export type StatusNews = 'Request' | 'First' | 'Repeat' | 'Change';

const REPEATS_MS = 10_000;
/** At random up to so long, so that not all nodes write at once. */
const CHANGES_MS = 5000;
const HEARTBEAT_MS = 60_000;
/** Writes that tell of findings: so many at once, then one in `REPEATS_MS`. */
const BURST = 3;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 30_000;

/** Decides when the node's status is written: at once where somebody waits, gathered where nobody does, and once a minute in any case. */
export class StatusWriter {
  private timer: Timer | undefined;
  private dueMs = Infinity;
  private writing: Promise<void> | undefined;
  private again = Infinity;
  private tokens = BURST;
  private tokensAtMs: number;
  /** The next write tells of findings. */
  private spends = false;
  private failures = 0;
  private stopped = false;

  constructor(private readonly options: StatusWriterOptions) {
    this.tokensAtMs = this.nowMs();
  }

  start(): void {
    this.tell('Change');
  }

  /** Something in the status changed. */
  tell(news: StatusNews): void {
    this.spends ||= news === 'First' || news === 'Repeat';
    this.plan(this.nowMs() + this.waitFor(news));
  }

  /** Resolves when the write under way has ended; no other begins. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await this.writing;
  }

  private waitFor(news: StatusNews): number {
    switch (news) {
      case 'Request':
        return 0;
      case 'First':
        return this.waitForToken();
      case 'Repeat':
        return REPEATS_MS;
      case 'Change':
        return Math.random() * CHANGES_MS;
    }
  }

  private waitForToken(): number {
    this.refill();
    return this.tokens >= 1 ? 0 : Math.ceil((1 - this.tokens) * REPEATS_MS);
  }

  private refill(): void {
    const now = this.nowMs();
    this.tokens = Math.min(BURST, this.tokens + (now - this.tokensAtMs) / REPEATS_MS);
    this.tokensAtMs = now;
  }

  private plan(at: number): void {
    if (this.writing !== undefined) {
      this.again = Math.min(this.again, at);
      return;
    }
    if (this.stopped || at >= this.dueMs) return;
    this.timer?.cancel();
    this.dueMs = at;
    this.timer = this.options.clock.after(Math.max(0, at - this.nowMs()), () => this.begin());
  }

  private begin(): void {
    this.dueMs = Infinity;
    this.refill();
    if (this.spends) this.tokens = Math.max(0, this.tokens - 1);
    this.spends = false;
    this.writing = this.write().finally(() => {
      this.writing = undefined;
      const next = this.again;
      this.again = Infinity;
      this.plan(Math.min(next, this.nowMs() + HEARTBEAT_MS));
    });
  }

  private async write(): Promise<void> {
    try {
      await this.options.write();
      this.failures = 0;
    } catch (error) {
      const retryMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures++);
      this.again = Math.min(this.again, this.nowMs() + retryMs * (0.5 + Math.random() / 2));
      this.options.onFailed(error, retryMs);
    }
  }

  private nowMs(): number {
    return Number(this.options.clock.bootNs() / 1_000_000n);
  }
}
