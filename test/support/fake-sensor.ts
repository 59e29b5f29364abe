import type { RuleSet, Tables } from '../../src/compile/tables';
import { PROVEN_HOOKS, type CgroupId, type ContainerMarks, type ContainerState, type Freezer, type PodCover, type ProvenHook, type ReflexState, type Repeated, type Sensor, type SensorListeners, type SensorSettings } from '../../src/agent/kernel/sensor';

interface Known {
  bound: boolean;
  contained: boolean;
  scope: RuleSet | undefined;
  freezer: Freezer | undefined;
  marks: ContainerMarks;
}

/** A kernel half in memory: keeps what it is told, proves every hook, judges nothing. */
export class FakeSensor implements Sensor {
  readonly known = new Map<CgroupId, Known>();
  readonly executables = new Map<number, string>();
  readonly grown: Record<string, number> = {};
  readonly answered: { readonly hostPid: number; readonly granted: boolean }[] = [];
  /** Taken by the next `takeRepeats`. */
  readonly repeated: Repeated[] = [];
  readonly unprovable = new Set<ProvenHook>();
  settings: SensorSettings | undefined;
  runtimes: readonly string[] = [];
  pods: ReadonlyMap<string, PodCover> = new Map();
  /** Of whatever is frozen. */
  containment = { hitNs: 0n, eventId: 0n };
  listeners: SensorListeners | undefined;
  tables: Tables | undefined;
  closed = false;
  seeded = 0;
  failsToPublish = false;
  private generation = 0;
  private proofs = 0;
  private callProofs = 0;
  /** How many ask for every system call to be looked at. */
  watching = 0;

  listen(listeners: SensorListeners): void {
    this.listeners = listeners;
  }

  async publish(tables: Tables, scopeOf: (cgroup: CgroupId) => RuleSet | undefined): Promise<number> {
    for (const [cgroup, container] of this.known) container.scope = scopeOf(cgroup);
    await Promise.resolve(); // what is bound meanwhile has the scope that it was given
    if (this.failsToPublish) throw new Error('the slot could not be filled');
    this.tables = tables;
    this.generation += 1;
    return this.generation;
  }

  declareRuntimes(paths: readonly string[]): void {
    this.runtimes = paths;
  }

  has(cgroup: CgroupId): boolean {
    return this.known.has(cgroup);
  }

  /** A hook takes a new cgroup for a container. */
  make(cgroup: CgroupId): CgroupId {
    this.adopt(cgroup);
    return cgroup;
  }

  adopt(cgroup: CgroupId): number {
    if (!this.known.has(cgroup)) this.known.set(cgroup, { bound: false, contained: false, scope: undefined, freezer: undefined, marks: { armed: false, protected: false } });
    return [...this.known.keys()].indexOf(cgroup) + 1;
  }

  bind(cgroup: CgroupId, scope: RuleSet): void {
    Object.assign(this.of(cgroup), { bound: true, scope });
  }

  declarePods(pods: ReadonlyMap<string, PodCover>): void {
    this.pods = pods;
  }

  configure(settings: SensorSettings): void {
    this.settings = settings;
  }

  mark(cgroup: CgroupId, marks: ContainerMarks): void {
    const container = this.known.get(cgroup);
    if (container !== undefined) container.marks = marks;
  }

  waitForHooks(): Promise<void> {
    return Promise.resolve();
  }

  watchFreezer(cgroup: CgroupId, freezer: Freezer): void {
    this.of(cgroup).freezer = freezer;
  }

  seed(): void {
    this.seeded += 1;
  }

  declareSelfTest(cgroup: CgroupId): void {
    this.adopt(cgroup);
    this.known.delete(cgroup);
    this.proofs += 1;
    if (this.watching > 0) this.callProofs += 1;
  }

  watchCalls(): () => void {
    this.watching += 1;
    return () => {
      this.watching -= 1;
    };
  }

  proven(): Readonly<Record<ProvenHook, number>> {
    const proofs = (hook: ProvenHook): number => (hook === 'sysExit' ? this.callProofs : this.proofs);
    return Object.fromEntries(PROVEN_HOOKS.map((hook) => [hook, this.unprovable.has(hook) ? 0 : proofs(hook)])) as Record<ProvenHook, number>;
  }

  containers(): ContainerState[] {
    return [...this.known].map(([cgroup, { bound, contained }], index) => ({ cgroup, index: index + 1, bound, contained, ...(contained ? { containment: this.containment } : {}), processes: 1 }));
  }

  executable(id: number): { readonly path: string; readonly origin: number } | undefined {
    const path = this.executables.get(id);
    return path === undefined ? undefined : { path, origin: 1 };
  }

  freeze(cgroup: CgroupId): void {
    this.of(cgroup).contained = true;
  }

  thaw(cgroup: CgroupId): void {
    this.of(cgroup).contained = false;
  }

  answerHold(hostPid: number, granted: boolean): void {
    this.answered.push({ hostPid, granted });
  }

  counters(): Readonly<Record<string, number>> {
    return { ...this.grown };
  }

  takeRepeats(): readonly Repeated[] {
    return this.repeated.splice(0);
  }

  helperErrors(): ReturnType<Sensor['helperErrors']> {
    return [{ hook: 'exec', helper: 'signal', errno: 3, count: 2 }];
  }

  programs(): ReturnType<Sensor['programs']> {
    return [{ name: 'exec_judge', runs: 5n, runNs: 1000n, recursionMisses: BigInt(this.grown['misses'] ?? 0), verifiedInstructions: 1 }];
  }

  reflex(): ReflexState {
    return { realTime: true, unreachable: 0, droppedReceipts: 0, failedFreezerWrites: 0, failedSignals: 0, failedMapCalls: 0 };
  }

  close(): void {
    this.closed = true;
  }

  private of(cgroup: CgroupId): Known {
    const container = this.known.get(cgroup);
    if (container === undefined) throw new Error(`unknown cgroup ${cgroup}`);
    return container;
  }
}
