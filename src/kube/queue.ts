import type { Clock, Timer } from '../clock';
import { backoffMs, nowMs, type Pace } from './pace';

export interface QueueOptions {
  readonly clock: Clock;
  /** Brings what the key names to its desired state. A number asks to be called again after that many milliseconds; a rejection is tried again, later and later. */
  readonly handle: (key: string) => Promise<number | undefined>;
  /** Keys that are handled at the same time (default 1); one key never is. */
  readonly workers?: number;
  /** Keys that are held, waiting ones included (default 10,000). */
  readonly limit?: number;
  /** Waits of a failing key (default 100 ms to 5 minutes). */
  readonly pace?: Pace;
  readonly observe?: Partial<QueueObserver>;
}

/** For metrics and logs; called in the queue's own path, must not throw. */
export interface QueueObserver {
  /** Milliseconds from ready to begun. */
  waited(milliseconds: number): void;
  handled(milliseconds: number): void;
  failed(key: string, error: unknown): void;
  /** A key was not taken, because as many as the limit are held. */
  refused(): void;
}

interface Entry {
  /** When it became ready, of the boot clock. */
  readyAt: number | undefined;
  active: boolean;
  /** It was added while it was handled. */
  again: boolean;
  due: { readonly at: number; readonly timer: Timer } | undefined;
  failures: number;
}

const DEFAULT_PACE: Pace = { first: 100, most: 300_000 };

/** Keys to reconcile: each at most once in the queue, and never handled twice at once. What is added while it is handled is handled again afterwards. */
export class KeyedQueue {
  private readonly entries = new Map<string, Entry>();
  private readonly ready = new Set<string>();
  private active = 0;
  private stopped = false;
  private whenIdle: () => void = () => undefined;

  constructor(private readonly options: QueueOptions) {}

  /** Keys that are ready and not begun. */
  get depth(): number {
    return this.ready.size;
  }

  /** Keys that are held in any state. */
  get size(): number {
    return this.entries.size;
  }

  /** Handles the key soon, also one that waits after a failure. False: refused, the queue is full or stopped. */
  add(key: string): boolean {
    const entry = this.entryOf(key);
    if (entry !== undefined) this.makeReady(key, entry);
    return entry !== undefined;
  }

  /** Handles the key once the time has passed; of several such times the earliest counts. False: refused. */
  addAfter(key: string, milliseconds: number): boolean {
    const entry = this.entryOf(key);
    if (entry !== undefined) this.wait(key, entry, milliseconds);
    return entry !== undefined;
  }

  /** Drops a key's waits and its count of failures, for what no longer exists. */
  forget(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    entry.failures = 0;
    this.cancel(entry);
    this.dropIdle(key, entry);
  }

  /** Takes and begins nothing more; resolves when what is being handled has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.ready.clear();
    for (const entry of this.entries.values()) this.cancel(entry);
    if (this.active > 0) await new Promise<void>((resolve) => (this.whenIdle = resolve));
    this.entries.clear();
  }

  private entryOf(key: string): Entry | undefined {
    const known = this.entries.get(key);
    if (this.stopped) return undefined;
    if (known !== undefined) return known;
    if (this.entries.size >= (this.options.limit ?? 10_000)) {
      this.options.observe?.refused?.();
      return undefined;
    }
    const entry: Entry = { readyAt: undefined, active: false, again: false, due: undefined, failures: 0 };
    this.entries.set(key, entry);
    return entry;
  }

  private makeReady(key: string, entry: Entry): void {
    if (entry.active) {
      entry.again = true;
      return;
    }
    if (entry.readyAt !== undefined) return;
    entry.readyAt = nowMs(this.options.clock);
    this.ready.add(key);
    // Not at once: who adds may still be about to change what the handler reads.
    queueMicrotask(() => this.begin());
  }

  private begin(): void {
    for (const key of this.ready) {
      if (this.active >= (this.options.workers ?? 1)) return;
      const entry = this.entries.get(key);
      this.ready.delete(key);
      if (entry !== undefined) void this.run(key, entry);
    }
  }

  private async run(key: string, entry: Entry): Promise<void> {
    const { clock, observe, handle } = this.options;
    const began = nowMs(clock);
    observe?.waited?.(began - (entry.readyAt ?? began));
    entry.readyAt = undefined;
    entry.active = true;
    this.active++;
    let next: number | undefined;
    try {
      next = await handle(key);
      entry.failures = 0;
    } catch (error) {
      next = backoffMs(this.options.pace ?? DEFAULT_PACE, entry.failures++);
      observe?.failed?.(key, error);
    }
    observe?.handled?.(nowMs(clock) - began);
    this.finish(key, entry, next);
  }

  private finish(key: string, entry: Entry, next: number | undefined): void {
    entry.active = false;
    this.active--;
    if (this.stopped) {
      if (this.active === 0) this.whenIdle();
      return;
    }
    if (next !== undefined) this.wait(key, entry, next);
    if (entry.again) {
      entry.again = false;
      this.makeReady(key, entry);
    }
    this.dropIdle(key, entry);
    this.begin();
  }

  private wait(key: string, entry: Entry, milliseconds: number): void {
    const at = nowMs(this.options.clock) + milliseconds;
    if (entry.due !== undefined && entry.due.at <= at) return;
    this.cancel(entry);
    const timer = this.options.clock.after(milliseconds, () => {
      entry.due = undefined;
      this.makeReady(key, entry);
    });
    entry.due = { at, timer };
  }

  private cancel(entry: Entry): void {
    entry.due?.timer.cancel();
    entry.due = undefined;
  }

  private dropIdle(key: string, entry: Entry): void {
    if (!entry.active && entry.readyAt === undefined && entry.due === undefined) this.entries.delete(key);
  }
}
