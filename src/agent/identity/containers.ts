import { join } from 'node:path';
import type { RuleSet } from '../../compile/tables';
import type { Clock, Timer } from '../../clock';
import type { CgroupId, ContainerMarks, Freezer, Sensor } from '../kernel/sensor';
import { factsWithoutBundle } from './bundle';
import { withLearned, type ContainerFacts, type Learned } from './facts';
import { freezerOf } from './freezer';
import type { StartupGap } from './gaps';
import type { Hierarchies } from './hierarchy';
import { containerByName, idFromPath } from './pattern';
import { indexRunc, resolveContainer, type Lookup, type Resolution, type RuntimePaths } from './resolve';
import { RuncLists } from './runc-state';
import { cgroupIdOf, findCgroup, walkCgroups, type Cgroup } from './scan';

/** One container of this node. */
export interface Container {
  readonly cgroup: Cgroup;
  readonly facts: ContainerFacts;
  /** Name and image are declared to the kernel. */
  readonly bound: boolean;
  readonly freezer: Freezer | undefined;
  /** What the runtime's API told; undefined: not asked, or not answered yet. */
  readonly learned: Learned | undefined;
}

/** What goes wrong here, by name; each is a metric. */
export type IdentityFault = 'bundleMissing' | 'bundleMalformed' | 'freezerUnavailable' | 'cgroupVanished' | 'adoptFailed';

export interface ContainersOptions {
  readonly sensor: Pick<Sensor, 'has' | 'adopt' | 'bind' | 'mark' | 'watchFreezer' | 'containers' | 'seed'>;
  readonly hierarchies: Hierarchies;
  readonly paths: RuntimePaths;
  readonly clock: Clock;
  /** Rules that select a container, in the linked set in force. */
  readonly scopeOf: (facts: ContainerFacts) => RuleSet;
  /** Undefined: none has any. */
  readonly marksOf: ((facts: ContainerFacts) => ContainerMarks) | undefined;
  /** Asks the runtime's API about a container; true: rules may need the answer, and `learned` will be called with it. */
  readonly ask: (container: Container) => boolean;
  /** A container whose answer is due is not bound before it, for two seconds at most. */
  readonly waitsForAnswers: () => boolean;
  readonly onBound: (container: Container) => void;
  /** Its cgroup has gone. */
  readonly onGone: (container: Container) => void;
  readonly onGap: (gap: StartupGap, container: Container) => void;
  readonly onFault: (fault: IdentityFault, detail: string) => void;
}

/** The bundle is there before runc makes the cgroup; only what systemd makes for it, or another runtime, needs patience. */
const RETRY_MS = [2, 5, 10, 20, 50, 100, 250, 500, 1000] as const;
/** A runtime may make the v1 cgroup after the other; and at the latest after a second, the container's first process shows it. */
const VERIFY_FREEZER_MS = [10, 100, 1000] as const;
/** As long as the kernel holds a first program. */
const ANSWER_MS = 2000;
const MAX_DEPARTED = 256;

interface Entry {
  cgroup: Cgroup;
  facts: ContainerFacts;
  bound: boolean;
  freezer: Freezer | undefined;
  maker: number | undefined;
  attempts: number;
  learned: Learned | undefined;
  /** Resolved, but its answer is due. */
  awaiting: boolean;
  retry: Timer | undefined;
  verify: Timer | undefined;
}

/** Knows the containers of this node and binds each to the rules that select it. JS thread; small synchronous reads only. */
export class Containers {
  private readonly entries = new Map<CgroupId, Entry>();
  private readonly departed = new Map<CgroupId, ContainerFacts>();
  private readonly runc: RuncLists;

  constructor(private readonly options: ContainersOptions) {
    this.runc = new RuncLists(options.paths.runcRoots);
  }

  /** Finds the containers that exist, before the first rules are published: adopts and resolves them, binds none. */
  scan(): void {
    const listed = indexRunc(this.options.paths);
    walkCgroups(this.options.hierarchies.unified, (cgroup) => {
      const known = containerByName(cgroup.path) !== undefined || listed.has(cgroup.directory);
      if (known && this.adopt(cgroup)) this.enter(cgroup, this.look(cgroup, { listed }));
      return !known;
    });
    for (const state of this.options.sensor.containers()) {
      if (this.entries.has(state.cgroup)) continue;
      const cgroup = findCgroup(this.options.hierarchies.unified, state.cgroup);
      if (cgroup !== undefined) this.enter(cgroup, this.look(cgroup, { listed }));
    }
  }

  /** Declares what the scan found; after the first rules are in force. */
  bindAll(): void {
    for (const entry of this.entries.values()) this.attempt(entry);
  }

  /** Declares every bound container again: a new set of rules is in force. */
  rebind(): void {
    for (const entry of this.entries.values()) if (entry.bound) this.declare(entry);
  }

  /**
   * The kernel saw a runtime make a container's cgroup. Its first program may start within milliseconds. One that it does not have any more
   * has gone, or was only the parent of a container's: adopted again, it would take in the next container below it.
   */
  made(id: CgroupId, path: string, maker: number): void {
    if (!this.options.sensor.has(id)) return;
    const directory = join(this.options.hierarchies.unified, path);
    const there = cgroupIdOf(directory) === id;
    const cgroup = there ? { id, directory, path } : findCgroup(this.options.hierarchies.unified, id);
    if (cgroup === undefined) return this.options.onFault('cgroupVanished', path);
    const entry = this.enter(cgroup, factsWithoutBundle({ id: idFromPath(path), runtime: undefined, containerdNamespace: undefined }), maker);
    this.attempt(entry);
  }

  gone(id: CgroupId): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.forget(entry);
    this.entries.delete(id);
    this.departed.set(id, entry.facts);
    const oldest = this.departed.keys().next();
    if (this.departed.size > MAX_DEPARTED && oldest.done !== true) this.departed.delete(oldest.value);
    this.options.onGone(entry);
  }

  /** What is or was known of a container; it may have gone before its last finding is read. Ids are not used twice. */
  factsOf(id: CgroupId): ContainerFacts | undefined {
    return this.entries.get(id)?.facts ?? this.departed.get(id);
  }

  /** The kernel holds a container's first program until it is bound: try at once. The news of the container itself may have been lost. */
  waits(id: CgroupId): void {
    const entry = this.entries.get(id) ?? this.find(id);
    if (entry === undefined) return;
    // It may have been bound between the judgement and the hold: declared again, it is let go.
    if (entry.bound) this.declare(entry);
    else this.attempt(entry);
  }

  /**
   * Makes good for news that were lost: takes in containers that are unbound in the kernel and unknown here, forgets those
   * that went; and takes in those that only their runtime lists, as when systemd made the cgroup under a name of no pattern.
   */
  reconcile(): void {
    const states = this.options.sensor.containers();
    for (const state of states) if (!state.bound && !this.entries.has(state.cgroup)) this.waits(state.cgroup);
    const there = new Set(states.map(({ cgroup }) => cgroup));
    for (const id of [...this.entries.keys()]) if (!there.has(id)) this.gone(id);
    const directories = new Set([...this.entries.values()].map(({ cgroup }) => cgroup.directory));
    for (const { directory } of this.runc.look()) if (!directories.has(directory)) this.takeIn(directory, there);
  }

  /** More became known (an image name, labels): the container is bound anew with it. */
  learned(id: CgroupId, learned: Learned): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    entry.learned = learned;
    entry.facts = withLearned(entry.facts, learned);
    if (entry.bound) this.declare(entry);
    else if (entry.awaiting) this.bind(entry);
  }

  get(id: CgroupId): Container | undefined {
    return this.entries.get(id);
  }

  all(): readonly Container[] {
    return [...this.entries.values()];
  }

  /** Ends every timer; the kernel keeps what was declared. */
  close(): void {
    for (const entry of this.entries.values()) this.forget(entry);
    this.entries.clear();
  }

  private forget(entry: Entry): void {
    entry.retry?.cancel();
    entry.verify?.cancel();
  }

  private enter(cgroup: Cgroup, facts: ContainerFacts, maker?: number): Entry {
    const known = this.entries.get(cgroup.id);
    if (known !== undefined) return known;
    const entry: Entry = { cgroup, facts, bound: false, freezer: undefined, maker, attempts: 0, learned: undefined, awaiting: false, retry: undefined, verify: undefined };
    this.entries.set(cgroup.id, entry);
    this.placeFreezer(entry);
    this.verifyFreezer(entry, 0);
    return entry;
  }

  /** False: it went, or has no room. */
  private adopt({ id, path }: Cgroup): boolean {
    try {
      this.options.sensor.adopt(id);
      return true;
    } catch (error) {
      this.options.onFault('adoptFailed', `${path}: ${String(error)}`);
      return false;
    }
  }

  private takeIn(directory: string, there: ReadonlySet<CgroupId>): void {
    const { unified } = this.options.hierarchies;
    const id = directory.startsWith(`${unified}/`) ? cgroupIdOf(directory) : undefined;
    if (id === undefined || there.has(id) || this.entries.has(id)) return;
    const cgroup = { id, directory, path: directory.slice(unified.length) };
    if (!this.adopt(cgroup)) return;
    const entry = this.enter(cgroup, this.look(cgroup, {}));
    this.options.onGap('Listed', entry);
    this.options.sensor.seed();
    this.attempt(entry);
  }

  /** A container of which only the id is known. */
  private find(id: CgroupId): Entry | undefined {
    const cgroup = findCgroup(this.options.hierarchies.unified, id);
    return cgroup === undefined ? undefined : this.enter(cgroup, this.look(cgroup, {}));
  }

  private look(cgroup: Cgroup, how: Pick<Lookup, 'listed'>): ContainerFacts {
    return resolveContainer(this.options.paths, { path: cgroup.path, directory: cgroup.directory, maker: undefined, ...how }).facts;
  }

  private attempt(entry: Entry): void {
    if (entry.bound || entry.awaiting) return;
    entry.retry?.cancel();
    const { cgroup, maker } = entry;
    const resolution = resolveContainer(this.options.paths, { path: cgroup.path, directory: cgroup.directory, maker });
    if (resolution.malformed) this.options.onFault('bundleMalformed', cgroup.path);
    const wait = RETRY_MS[entry.attempts];
    entry.attempts += 1;
    if (!resolution.complete && wait !== undefined) {
      entry.retry = this.options.clock.after(wait, () => this.attempt(entry));
      return;
    }
    if (!resolution.complete) this.options.onFault('bundleMissing', cgroup.path);
    this.resolved(entry, resolution);
  }

  private resolved(entry: Entry, resolution: Resolution): void {
    entry.facts = withLearned(resolution.facts, entry.learned ?? {});
    const due = entry.learned === undefined && this.options.ask(entry);
    if (!due || !this.options.waitsForAnswers()) return this.bind(entry, due);
    entry.awaiting = true;
    entry.retry = this.options.clock.after(ANSWER_MS, () => this.bind(entry, true));
  }

  /** `gap`: rules that need an answer begin when it comes. */
  private bind(entry: Entry, gap = false): void {
    entry.retry?.cancel();
    entry.awaiting = false;
    entry.bound = true;
    this.declare(entry);
    if (gap) this.options.onGap('Unanswered', entry);
    this.placeFreezer(entry);
    this.options.onBound(entry);
  }

  private declare(entry: Entry): void {
    try {
      if (this.options.marksOf !== undefined) this.options.sensor.mark(entry.cgroup.id, this.options.marksOf(entry.facts));
      this.options.sensor.bind(entry.cgroup.id, this.options.scopeOf(entry.facts));
    } catch (error) {
      // It went while we read: its removal arrives as an event of its own.
      this.options.onFault('cgroupVanished', `${entry.cgroup.path}: ${String(error)}`);
    }
  }

  private verifyFreezer(entry: Entry, attempt: number): void {
    const wait = VERIFY_FREEZER_MS[attempt];
    if (wait === undefined) return;
    entry.verify = this.options.clock.after(wait, () => {
      this.placeFreezer(entry);
      this.verifyFreezer(entry, attempt + 1);
    });
  }

  private placeFreezer(entry: Entry): void {
    const freezer = freezerOf(this.options.hierarchies, entry.cgroup, this.options.paths.proc);
    if (entry.freezer?.directory === freezer.directory) return;
    try {
      this.options.sensor.watchFreezer(entry.cgroup.id, freezer);
      entry.freezer = freezer;
    } catch (error) {
      if (cgroupIdOf(entry.cgroup.directory) !== entry.cgroup.id) return; // it has gone: its removal arrives as an event of its own
      this.options.onFault('freezerUnavailable', `${freezer.directory}: ${String(error)}`);
    }
  }
}
