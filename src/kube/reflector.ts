import type { Clock } from '../clock';
import { StatusError, statusOf, TooLargeError } from './failure';
import { backoffMs, nowMs, sleep, type Pace } from './pace';
import type { Transport } from './transport';
import { BadLineError, isApiObject, watchEvents, type ApiObject, type WatchEvent } from './watch-stream';

export interface Change<T> {
  readonly kind: 'Added' | 'Modified' | 'Deleted';
  /** `namespace/name`, or the name alone. */
  readonly key: string;
  /** As it is now, or was last. */
  readonly object: T;
}

/** What a reflector did or met: one counter each. */
export type Sign = 'list' | 'watch' | 'event' | 'bookmark' | 'expired' | 'bad-line' | 'silent' | 'failed' | 'change-failed' | 'change-lost';

export interface ReflectorOptions<T extends ApiObject> {
  readonly clock: Clock;
  readonly transport: Transport;
  /** The collection, as `/api/v1/pods` or `/apis/example.dev/v1/namespaces/a/things`. */
  readonly path: string;
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  /** What is kept of an object: nobody reads managedFields. It may throw nothing and must leave name, namespace, uid and version. */
  readonly keep: (object: ApiObject) => T;
  /** Called in order; what it throws is counted, and the change is told again after the watch under way. */
  readonly onChange: (change: Change<T>) => void;
  readonly onSign?: (sign: Sign, error?: unknown) => void;
  readonly times?: Partial<ReflectorTimes>;
  /** Objects that are listed in one piece (default 250); fewer where they are large, since a piece is in memory as a whole. */
  readonly page?: number;
}

/** Milliseconds. */
export interface ReflectorTimes {
  /** How long the server is asked to keep a watch open: at random between the two. */
  readonly watch: readonly [number, number];
  /** A watch that is open for so much longer than it was asked for is given up: the server is silent. */
  readonly silence: number;
  /** After so long a watch is followed by a list, and the two are compared. */
  readonly relist: number;
  /** Between one watch and the next; from the start again after a watch that lived for `sound`. */
  readonly pace: Pace;
  readonly sound: number;
}

const TIMES: ReflectorTimes = { watch: [300_000, 600_000], silence: 30_000, relist: 900_000, pace: { first: 1000, most: 30_000 }, sound: 10_000 };
const PAGE = 250;
const LIST_DEADLINE_MS = 30_000;
/** Failed changes that are kept to be told again. */
const UNTOLD = 10_000;
/** Watches that fail in a row, after which a list is tried instead. */
const WATCHES_PER_LIST = 4;

/** Keeps a copy of a collection in the API server, and tells what changes in it. */
export class Reflector<T extends ApiObject> {
  private readonly times: ReflectorTimes;
  private readonly ending = new AbortController();
  private readonly objects = new Map<string, T>();
  /** Changes that `onChange` did not take. */
  private readonly untold = new Map<string, Change<T>>();
  private running: Promise<void> | undefined;
  /** From where a watch goes on; undefined: a list is needed. */
  private version: string | undefined;
  private page: number;
  private failures = 0;
  private listedAt: number | undefined;
  private heardAt: number;
  private lostAt: number | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly options: ReflectorOptions<T>) {
    this.times = { ...TIMES, ...options.times };
    this.page = options.page ?? PAGE;
    this.heardAt = this.lostAt = nowMs(options.clock);
  }

  get(key: string): T | undefined {
    return this.objects.get(key);
  }

  values(): IterableIterator<T> {
    return this.objects.values();
  }

  get size(): number {
    return this.objects.size;
  }

  /** Whether all that existed has been told once. */
  get synced(): boolean {
    return this.listedAt !== undefined;
  }

  whenSynced(): Promise<void> {
    if (this.synced) return Promise.resolve();
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  /** Milliseconds since the server said anything. */
  get age(): number {
    return nowMs(this.options.clock) - this.heardAt;
  }

  /** For readiness: has synced, and not been without a watch for `limit` milliseconds. */
  isFresh(limit = 30_000): boolean {
    return this.synced && (this.lostAt === undefined || nowMs(this.options.clock) - this.lostAt < limit);
  }

  start(): void {
    this.running ??= this.run(this.ending.signal);
  }

  /** Resolves when nothing more will be told. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    while (!signal.aborted) {
      const began = nowMs(clock);
      let wait = 0;
      try {
        for (const change of [...this.untold.values()]) this.tell(change);
        if (this.version === undefined || began - (this.listedAt ?? 0) >= this.times.relist) await this.list(signal);
        await this.watch(signal);
      } catch (error) {
        if (!this.ending.signal.aborted) wait = this.afterFailure(error);
      }
      await sleep(clock, Math.max(wait, backoffMs(this.times.pace, this.failures++)), signal);
    }
  }

  /** Notes what the failure says about the next turn; returns what the server asked to wait. */
  private afterFailure(error: unknown): number {
    const expired = statusOf(error) === 410;
    if (expired || error instanceof BadLineError || this.failures % WATCHES_PER_LIST === WATCHES_PER_LIST - 1) this.version = undefined;
    if (error instanceof TooLargeError) this.page = Math.max(1, this.page >> 2);
    this.sign(expired ? 'expired' : error instanceof BadLineError ? 'bad-line' : 'failed', error);
    return error instanceof StatusError ? (error.retryAfterMs ?? 0) : 0;
  }

  private async list(signal: AbortSignal): Promise<void> {
    const found = new Map<string, T>();
    let metadata: { readonly resourceVersion?: string; readonly continue?: string } = {};
    do {
      const url = this.url({ limit: String(this.page), continue: metadata.continue });
      const answer = (await this.options.transport.json({ method: 'GET', url, deadline: LIST_DEADLINE_MS, signal })) as { metadata?: typeof metadata; items?: readonly unknown[] | null };
      metadata = answer.metadata ?? {};
      for (const item of answer.items ?? []) this.find(item, found);
    } while (metadata.continue);
    this.heard('list');
    for (const [key, object] of this.objects) if (!found.has(key)) this.remove(key, object);
    for (const [key, object] of found) this.put(key, object);
    this.version = metadata.resourceVersion;
    this.listedAt = nowMs(this.options.clock);
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private find(item: unknown, found: Map<string, T>): void {
    if (!isApiObject(item)) throw new BadLineError('a list holds something without name, uid and version');
    const key = keyOf(item);
    const known = this.objects.get(key);
    found.set(key, known !== undefined && isSame(known, item) ? known : this.options.keep(item));
  }

  private async watch(signal: AbortSignal): Promise<void> {
    const { clock, transport } = this.options;
    const [least, most] = this.times.watch;
    const length = least + Math.random() * (most - least);
    const url = this.url({ watch: '1', allowWatchBookmarks: 'true', resourceVersion: this.version, timeoutSeconds: String(Math.ceil(length / 1000)) });
    const response = await transport.open({ method: 'GET', url, headers: { accept: 'application/json' }, signal });
    this.heard('watch');
    const opened = nowMs(clock);
    this.lostAt = undefined;
    const watchdog = clock.after(length + this.times.silence, () => {
      this.sign('silent');
      response.destroy();
    });
    try {
      for await (const event of watchEvents(response)) this.take(event);
    } finally {
      watchdog.cancel();
      this.lostAt = nowMs(clock);
      if (this.lostAt - opened >= this.times.sound) this.failures = 0;
    }
  }

  private take({ type, object }: WatchEvent): void {
    this.heard(type === 'BOOKMARK' ? 'bookmark' : 'event');
    const { resourceVersion } = object.metadata;
    if (type === 'DELETED') this.remove(keyOf(object), this.options.keep(object));
    else if (type !== 'BOOKMARK') this.put(keyOf(object), this.options.keep(object));
    this.version = resourceVersion;
  }

  private put(key: string, object: T): void {
    const known = this.objects.get(key);
    if (known !== undefined && isSame(known, object)) return;
    if (known !== undefined && known.metadata.uid !== object.metadata.uid) this.remove(key, known);
    this.objects.set(key, object);
    this.tell({ kind: known?.metadata.uid === object.metadata.uid ? 'Modified' : 'Added', key, object });
  }

  private remove(key: string, object: T): void {
    if (this.objects.delete(key)) this.tell({ kind: 'Deleted', key, object });
  }

  private tell(change: Change<T>): void {
    try {
      this.options.onChange(change);
      this.untold.delete(change.key);
    } catch (error) {
      this.sign('change-failed', error);
      const [oldest] = this.untold.keys();
      if (this.untold.size >= UNTOLD && oldest !== undefined && this.untold.delete(oldest)) this.sign('change-lost');
      this.untold.set(change.key, change);
    }
  }

  private heard(sign: Sign): void {
    this.heardAt = nowMs(this.options.clock);
    this.sign(sign);
  }

  private sign(sign: Sign, error?: unknown): void {
    this.options.onSign?.(sign, error);
  }

  private url(parameters: Readonly<Record<string, string | undefined>>): string {
    const { path, fieldSelector, labelSelector } = this.options;
    const given = Object.entries({ fieldSelector, labelSelector, ...parameters }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `${path}?${new URLSearchParams(given).toString()}`;
  }
}

export function keyOf({ metadata: { namespace, name } }: ApiObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function isSame(a: ApiObject, b: ApiObject): boolean {
  return a.metadata.uid === b.metadata.uid && a.metadata.resourceVersion === b.metadata.resourceVersion;
}
