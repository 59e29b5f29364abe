import { randomBytes } from 'node:crypto';
import type { Clock, Timer } from '../clock';
import { statusOf } from './failure';
import { backoffMs, microTime, nowMs } from './pace';

/** The object that an Event is about. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined: the object belongs to no namespace; its Events are in "default". */
  readonly namespace?: string;
  readonly uid?: string;
  /** A part of the object, such as `spec.containers{web}`. */
  readonly fieldPath?: string;
}

/** Something to tell. All but the note, and it is the same Event again, in a series that counts. */
export interface Happening {
  readonly regarding: ObjectRef;
  readonly related?: ObjectRef;
  readonly type: 'Normal' | 'Warning';
  /** Why, in CamelCase; at most 128 characters, like `action`. */
  readonly reason: string;
  /** What was done, in CamelCase. */
  readonly action: string;
  /** For people; cut at 1,024 bytes. */
  readonly note: string;
}

/** An Event as it is written: of events.k8s.io/v1. */
export interface EventRecord extends Happening {
  readonly name: string;
  readonly namespace: string;
  readonly time: string;
  /** How often it happened, and when last. */
  readonly count: number;
  readonly lastTime: string;
}

/** Where Events are written. Calls must end within their deadline; an answer of the server rejects with its status as `code`. */
export interface EventSink {
  create(event: EventRecord): Promise<void>;
  /** Writes count and lastTime of one that was created. */
  repeat(event: EventRecord): Promise<void>;
}

export interface RecorderOptions {
  readonly clock: Clock;
  readonly sink: EventSink;
  /** A write failed; it may be tried again. */
  readonly onFailed?: (error: unknown) => void;
  /** Something will not be told: refused by the server, tried too often, or too many wait. */
  readonly onDropped?: () => void;
}

interface Series {
  event: EventRecord;
  /** The count that the server has, or is being told; 0: not created. */
  written: number;
  notBefore: number;
  lastAt: number;
  tries: number;
}

const BURST = 25;
const REFILL_MS = 300_000;
/** What happens again after so long is a new Event. */
const SERIES_ENDS_MS = 360_000;
/** Repeats are gathered for so long. */
const GATHER_MS = 30_000;
const TRIES = 10;
const RETRY = { first: 1000, most: 60_000 };
/** Series and objects that are remembered; the ones heard of longest ago go first. */
const REMEMBERED = 1024;
const NOTE_BYTES = 1024;

/**
 * Writes Events, one at a time and in the background. For each object (a recorder is one source) 25 writes at once and then one in
 * five minutes; what may not be written yet is gathered in its series, so the counts that are written are right.
 */
export class EventRecorder {
  private readonly series = new Map<string, Series>();
  private readonly budgets = new Map<string, { tokens: number; at: number }>();
  private timer: Timer | undefined;
  private writing: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: RecorderOptions) {}

  /** Returns at once and never throws. */
  record(happening: Happening): void {
    if (this.stopped) return;
    const now = nowMs(this.options.clock);
    const { type, reason, action, regarding, related } = happening;
    const key = JSON.stringify([type, reason, action, objectKey(regarding), regarding.fieldPath, related && objectKey(related)]);
    const known = this.series.get(key);
    this.series.delete(key);
    if (known !== undefined && (known.lastAt + SERIES_ENDS_MS > now || known.event.count > known.written)) {
      known.event = { ...known.event, count: known.event.count + 1, lastTime: microTime(this.options.clock) };
      known.lastAt = now;
      this.series.set(key, known);
    } else {
      this.make(key, happening, now);
    }
    this.wake();
  }

  /** Writes nothing more; what waits is given up. Resolves when the write under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await this.writing;
  }

  private make(key: string, happening: Happening, now: number): void {
    const time = microTime(this.options.clock);
    const event = {
      ...happening,
      reason: happening.reason.slice(0, 128),
      action: happening.action.slice(0, 128),
      note: cutNote(happening.note),
      name: eventName(happening.regarding.name),
      namespace: happening.regarding.namespace ?? 'default',
      time,
      count: 1,
      lastTime: time,
    };
    const oldest = remember(this.series, key, { event, written: 0, notBefore: now, lastAt: now, tries: 0 });
    if (oldest !== undefined && oldest.event.count > oldest.written) this.options.onDropped?.();
  }

  /** Begins the next write that is due, or waits for it. */
  private wake(): void {
    if (this.writing !== undefined || this.stopped) return;
    this.timer?.cancel();
    this.timer = undefined;
    const next = this.next();
    if (next === undefined) return;
    const left = next.at - nowMs(this.options.clock);
    if (left > 0) {
      this.timer = this.options.clock.after(left, () => this.wake());
      return;
    }
    this.writing = this.write(next.key, next.series).then(() => {
      this.writing = undefined;
      this.wake();
    });
  }

  /** The first that is due, or the one that will be next. */
  private next(): { key: string; series: Series; at: number } | undefined {
    const now = nowMs(this.options.clock);
    let next: { key: string; series: Series; at: number } | undefined;
    for (const [key, series] of this.series) {
      if (series.event.count === series.written) continue;
      const at = Math.max(series.notBefore, this.budgetAt(series.event.regarding));
      if (next === undefined || at < next.at) next = { key, series, at };
      if (at <= now) break;
    }
    return next;
  }

  private async write(key: string, series: Series): Promise<void> {
    const { event, written } = series;
    series.written = event.count;
    try {
      await (written === 0 ? this.options.sink.create(event) : this.options.sink.repeat(event));
      Object.assign(series, { tries: 0, notBefore: nowMs(this.options.clock) + GATHER_MS });
      this.budget(event.regarding).tokens--;
    } catch (error) {
      series.written = written;
      this.options.onFailed?.(error);
      this.afterFailure(key, series, statusOf(error));
    }
  }

  private afterFailure(key: string, series: Series, status: number | undefined): void {
    if (series.written > 0 && status === 404) {
      series.written = 0; // the server has dropped it for its age
      series.event = { ...series.event, name: eventName(series.event.regarding.name) };
    } else if (++series.tries >= TRIES || isFinal(status) || this.series.get(key) !== series) {
      if (this.series.get(key) === series) this.series.delete(key);
      this.options.onDropped?.();
    }
    series.notBefore = nowMs(this.options.clock) + backoffMs(RETRY, series.tries - 1);
  }

  /** When the object may have its next write. */
  private budgetAt(regarding: ObjectRef): number {
    const { tokens, at } = this.budget(regarding);
    return tokens >= 1 ? at : at + (1 - tokens) * REFILL_MS;
  }

  private budget(regarding: ObjectRef): { tokens: number; at: number } {
    const key = objectKey(regarding);
    const now = nowMs(this.options.clock);
    const known = this.budgets.get(key);
    this.budgets.delete(key);
    const tokens = known === undefined ? BURST : Math.min(BURST, known.tokens + (now - known.at) / REFILL_MS);
    const budget = { tokens, at: now };
    remember(this.budgets, key, budget);
    return budget;
  }
}

/** Sets the value as the newest; returns the oldest, if it had to go. */
function remember<T>(map: Map<string, T>, key: string, value: T): T | undefined {
  const [oldest] = map;
  map.set(key, value);
  if (oldest === undefined || map.size <= REMEMBERED) return undefined;
  map.delete(oldest[0]);
  return oldest[1];
}

function objectKey({ apiVersion, kind, namespace, name, uid }: ObjectRef): string {
  return uid ?? JSON.stringify([apiVersion, kind, namespace, name]);
}

/** An answer that the same request would get again. */
function isFinal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}

function eventName(name: string): string {
  return `${name.slice(0, 200).toLowerCase().replace(/[^a-z0-9.-]/g, '-')}.${randomBytes(8).toString('hex')}`;
}

function cutNote(note: string): string {
  const bytes = Buffer.from(note);
  if (bytes.length <= NOTE_BYTES) return note;
  return `${bytes.subarray(0, NOTE_BYTES - 4).toString().replace(/\ufffd$/, '')}…`;
}
