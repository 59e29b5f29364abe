import type { NodeSettings } from '../contract/node';
import type { Clock, Timer } from '../clock';
import type { ObjectRef } from '../kube/recorder';
import type { Caches } from './state/caches';
import { BREAK_GLASS, type KeptNamespace } from './state/objects';
import { defaultSettings, readSettings, type Settings } from './settings';
import { wallMs } from './time';

export interface InstallationOptions {
  readonly clock: Clock;
  readonly caches: Caches;
  readonly namespace: string;
  /** Name of the ConfigMap. */
  readonly name: string;
  /** Something in it, or in an annotation, is wrong or was left out. Told when it changes. */
  readonly onProblem: (regarding: ObjectRef, reason: string, problem: string) => void;
}

/** Entries that a SecurityNode has room for. */
const MOST_PROTECTED = 64;

/** The installation's settings and brakes as they are now. */
export class Installation {
  private state: Settings;
  private good: Readonly<Record<string, string>> = {};
  private told = '';
  private open: ReadonlySet<string> = new Set();
  private readonly glasses = new Map<string, string>();
  private timer: Timer | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: InstallationOptions) {
    this.state = defaultSettings(options.namespace);
    options.caches.on('installation', ({ kind, object }) => this.read(kind === 'Deleted' ? {} : object.data));
    options.caches.on('namespaces', ({ kind, object }) => this.glass(object, kind === 'Deleted'));
  }

  get settings(): Settings {
    return this.state;
  }

  /** For agents: where a break-glass is open, nothing but Alert is done either. */
  get nodeSettings(): NodeSettings {
    const { node } = this.state;
    const namespaces = [...new Set([...node.protected.namespaces, ...this.open])].slice(0, MOST_PROTECTED);
    return { ...node, protected: { ...node.protected, namespaces } };
  }

  /** Calls when anything changed; returns what ends that. */
  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  stop(): void {
    this.timer?.cancel();
  }

  private read(data: Readonly<Record<string, string>>): void {
    const { namespace, name, onProblem } = this.options;
    const { settings, problems, good } = readSettings(namespace, data, this.good);
    this.state = settings;
    this.good = good;
    const text = problems.join('; ');
    if (text !== this.told && text !== '') onProblem({ apiVersion: 'v1', kind: 'ConfigMap', namespace, name }, 'BadSetting', text);
    this.told = text;
    this.changed();
  }

  private glass({ metadata: { name, uid }, breakGlass }: KeptNamespace, isGone: boolean): void {
    const before = this.glasses.get(name);
    if (breakGlass === undefined || isGone) this.glasses.delete(name);
    else this.glasses.set(name, breakGlass);
    if (before === this.glasses.get(name)) return;
    if (breakGlass !== undefined && Number.isNaN(endOf(breakGlass))) {
      this.options.onProblem({ apiVersion: 'v1', kind: 'Namespace', name, uid }, 'BadBreakGlass', `annotation "${BREAK_GLASS}" is "${breakGlass.slice(0, 60)}" and holds nothing back; give the time when it ends, as 2026-12-31T23:59:59Z`);
    }
    this.weigh();
  }

  /** Which namespaces are open now, and when that changes next. */
  private weigh(): void {
    const now = wallMs(this.options.clock);
    const ends = [...this.glasses].map(([name, text]) => [name, endOf(text)] as const).filter(([, end]) => end > now);
    const open = new Set(ends.map(([name]) => name).sort());
    const changed = [...open].join() !== [...this.open].join();
    this.open = open;
    this.timer?.cancel();
    const next = Math.min(...ends.map(([, end]) => end - now), LONGEST_TIMER_MS);
    this.timer = ends.length === 0 ? undefined : this.options.clock.after(next, () => this.weigh());
    if (changed) this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Timers of Node overflow beyond 24.8 days. */
const LONGEST_TIMER_MS = 3_600_000;

/** NaN: the text says no time. Without a time zone it would mean something else on every machine. */
function endOf(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u.test(text) ? Date.parse(text) : Number.NaN;
}
