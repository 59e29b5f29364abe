import { statSync } from 'node:fs';
import type { RuleSet, Tables } from '../../compile/tables';
import * as binding from './binding';
import type { NativeKernel } from './binding';
import { decodeReceipts } from './decode';
import { Executables } from './executables';
import { drawSalt, hostMountNamespace, kernelDevice } from './host';
import { KernelError } from './kernel-error';
import * as layout from './layout.gen';
import { mapMemory, type KernelMemory } from './memory';
import { Pods } from './pods';
import { publish, type Rules } from './publish';
import { takeRepeats } from './repeats';
import { bindContainer, markContainer, type Bound } from './scopes';
import {
  PROVEN_HOOKS,
  type CgroupId, type ContainerMarks, type ContainerState, type Freezer, type PodCover, type ProvenHook, type ReflexState, type Repeated, type Sensor, type SensorListeners, type SensorOptions, type SensorSettings,
} from './sensor';

/** What tests choose. */
export interface BuildOptions {
  /** Path of another build of the addon. */
  readonly addon?: string;
  readonly maxProcesses?: number;
}

/** As long as a hold: what its runtime does not pause in time is frozen all the same. */
const RUNTIME_MS = 2000;

/** Loads the kernel half or takes it over from the last agent, and starts the reflex thread. Throws KernelError. */
export function openSensor(options: SensorOptions, { addon, maxProcesses = layout.limits.maxProcesses }: BuildOptions = {}): Sensor {
  const { pinRoot, runDirectory, agentCgroup = 0n, freezesPerMinute } = options;
  const native = binding.openKernel(
    {
      pinRoot,
      runDirectory,
      agentCgroup,
      maxProcesses,
      hostMountNs: hostMountNamespace(),
      salt: drawSalt(),
      capacity: freezesPerMinute,
      perMinute: freezesPerMinute,
    },
    addon,
  );
  return new NativeSensor(native, options);
}

/** Thaws, lets go what is held, detaches and removes everything. Throws KernelError; code `held` while an agent runs. */
export function uninstall({ pinRoot, runDirectory }: Pick<SensorOptions, 'pinRoot' | 'runDirectory'>, { addon }: Pick<BuildOptions, 'addon'> = {}): void {
  binding.uninstall(pinRoot, runDirectory, addon);
}

class NativeSensor implements Sensor {
  private readonly memory: KernelMemory;
  private readonly executables: Executables;
  private readonly pods: Pods;
  private podsFull = 0;
  private waits: boolean;
  private publishing: Promise<unknown> = Promise.resolve();
  private waited: Promise<void> | undefined;
  private closed = false;
  /** What is declared, in one text; undefined: not declared yet. */
  private runtimes: string | undefined;

  constructor(
    private readonly native: NativeKernel,
    { startup, permits, runtimes }: SensorOptions,
  ) {
    this.memory = mapMemory(native);
    this.executables = new Executables(native, this.memory);
    this.pods = new Pods(native, this.memory);
    this.waits = startup === 'Wait';
    this.declareStartup();
    this.memory.control.store32(0, layout.control.offset.permits, permits === 'Required' ? layout.permitMode.required : layout.permitMode.bucket);
    this.declareRuntimes(runtimes);
  }

  listen({ onBatch, onReceipt }: SensorListeners): void {
    this.native.listen(
      (ring, batch) => onBatch(ring === 'findings' ? 'findings' : 'lifecycle', batch),
      (batch) => decodeReceipts(batch).forEach(onReceipt),
    );
    this.executables.keepSwept();
  }

  publish(tables: Tables, scopeOf: (cgroup: CgroupId) => RuleSet | undefined, podScopes: () => ReadonlyMap<string, RuleSet> = () => new Map()): Promise<number> {
    const completePods = (slot: number, version: number): void => this.pods.complete({ slot, version, scopes: podScopes(), unbound: tables.plan.scopeUnbound });
    const next = this.publishing.then(() => this.publishNow({ tables, scopeOf, completePods }));
    this.publishing = next.catch(() => undefined); // a failed one does not keep the next from being tried
    return next;
  }

  declareRuntimes(paths: readonly string[]): void {
    const keys = paths.flatMap(runtimeKeys);
    const print = keys.map((key) => key.toString('hex')).join();
    if (print === this.runtimes) return;
    const known = this.native.entries('runtimes').keys;
    const one = Buffer.alloc(4);
    one.writeUInt32LE(1);
    if (keys.length > 0) this.native.update('runtimes', Buffer.concat(keys), Buffer.concat(keys.map(() => one)));
    const { bytes } = layout.runtimeKey;
    for (let at = 0; at < known.length; at += bytes) {
      const key = known.subarray(at, at + bytes);
      if (!keys.some((wanted) => wanted.equals(key))) this.native.remove('runtimes', Buffer.from(key));
    }
    this.runtimes = print;
  }

  has(cgroup: CgroupId): boolean {
    const index = this.native.indexOf(cgroup);
    return index !== 0 && this.memory.containers.load64(index, layout.container.offset.cgroup) === cgroup;
  }

  adopt(cgroup: CgroupId): number {
    return this.native.adopt(cgroup);
  }

  bind(cgroup: CgroupId, scope: RuleSet): void {
    const bound = this.bindNow(cgroup, scope);
    if (!this.waits) return;
    if (bound === 'changed' && this.memory.containers.load32(this.native.indexOf(cgroup), layout.container.offset.processes) > 0) this.native.iterate('judge_tasks', cgroup);
    this.native.releaseWaiting(cgroup);
  }

  declarePods(pods: ReadonlyMap<string, PodCover>): void {
    this.podsFull += this.pods.declare(pods);
  }

  configure({ startup, freezesPerMinute, orphanAfterMs, freezer }: SensorSettings): void {
    const stopsWaiting = this.waits && startup === 'Open';
    this.waits = startup === 'Wait';
    this.declareStartup();
    this.native.setBudget(freezesPerMinute, freezesPerMinute);
    this.native.leaveToRuntime(freezer === 'Runtime' ? RUNTIME_MS : 0);
    this.memory.control.store64(0, layout.control.offset.orphanAfterNs, BigInt(orphanAfterMs) * 1_000_000n);
    if (stopsWaiting) for (const { cgroup } of this.containers()) this.native.releaseWaiting(cgroup);
  }

  mark(cgroup: CgroupId, marks: ContainerMarks): void {
    markContainer({ memory: this.memory, indexOf: (id) => this.native.indexOf(id) }, cgroup, marks);
  }

  waitForHooks(): Promise<void> {
    return this.native.waitForHooks();
  }

  watchFreezer(cgroup: CgroupId, { version, directory }: Freezer): void {
    this.native.watchFreezer(cgroup, version, directory);
  }

  seed(): void {
    this.native.iterate('seed_tasks', 0n);
  }

  declareSelfTest(cgroup: CgroupId): void {
    const index = this.native.adopt(cgroup);
    this.memory.containers.or32(index, layout.container.offset.flags, layout.containerFlag.selftest);
    this.bindNow(cgroup, new BigUint64Array(layout.limits.ruleWords));
  }

  watchCalls(): () => void {
    const { control } = this.memory;
    const { contained } = layout.control.offset;
    let over = false;
    // The hint may be too high, never too low: nothing but the look itself follows from it.
    control.add32(0, contained, 1);
    return () => {
      if (!over) control.add32(0, contained, -1);
      over = true;
    };
  }

  proven(): Readonly<Record<ProvenHook, number>> {
    const sums = this.native.sums('counters');
    const count = (hook: ProvenHook): number => Number(sums.readBigUInt64LE(8 * (layout.counter.proven + layout.hook[hook])));
    return Object.fromEntries(PROVEN_HOOKS.map((hook) => [hook, count(hook)])) as Record<ProvenHook, number>;
  }

  containers(): ContainerState[] {
    const { containers, containerCount } = this.memory;
    const { offset } = layout.container;
    const states: ContainerState[] = [];
    for (let index = 1; index < containerCount; index++) {
      // Most are free, and big integers are dear.
      if ((containers.load32(index, offset.cgroup) | containers.load32(index, offset.cgroup + 4)) === 0) continue;
      const cgroup = containers.load64(index, offset.cgroup);
      if (cgroup === 0n) continue;
      const containment = this.containmentOf(index);
      states.push({
        cgroup,
        index,
        bound: (containers.load32(index, offset.flags) & layout.containerFlag.bound) !== 0,
        contained: containment !== undefined,
        ...(containment === undefined ? {} : { containment }),
        processes: containers.load32(index, offset.processes),
      });
    }
    return states;
  }

  executable(id: number): { readonly path: string; readonly origin: number } | undefined {
    return this.executables.get(id);
  }

  freeze(cgroup: CgroupId): void {
    this.native.freeze(cgroup);
  }

  thaw(cgroup: CgroupId): void {
    this.native.thaw(cgroup);
  }

  answerHold(hostPid: number, granted: boolean): void {
    this.native.answerHold(hostPid, granted);
  }

  counters(): Readonly<Record<string, number>> {
    const sums = this.native.sums('counters');
    const named = Object.entries(layout.counter).filter(([name]) => name !== 'proven' && name !== 'provenEnd');
    return { ...Object.fromEntries(named.map(([name, at]) => [name, Number(sums.readBigUInt64LE(8 * at))])), podsFull: this.podsFull };
  }

  takeRepeats(nowNs: bigint): readonly Repeated[] {
    return takeRepeats(this.native, nowNs);
  }

  helperErrors(): { readonly hook: string; readonly helper: string; readonly errno: number; readonly count: number }[] {
    const { bytes, offset } = layout.helperError;
    const { count, keys, values } = this.native.entries('helper_errors');
    return Array.from({ length: count }, (_, index) => ({
      hook: nameOf(layout.hook, keys.readUInt16LE(index * bytes + offset.hook)),
      helper: nameOf(layout.helper, keys.readUInt16LE(index * bytes + offset.helper)),
      errno: -keys.readInt32LE(index * bytes + offset.error),
      count: Number(values.readBigUInt64LE(index * 8)),
    }));
  }

  programs(): { readonly name: string; readonly runs: bigint; readonly runNs: bigint; readonly recursionMisses: bigint; readonly verifiedInstructions: number }[] {
    return [...this.native.programs()];
  }

  reflex(): ReflexState {
    const { realTime, unreachable, droppedReceipts, failedFreezerWrites, failedSignals, failedMapCalls } = this.native.reflexStatus();
    return { realTime, unreachable, droppedReceipts, failedFreezerWrites, failedSignals, failedMapCalls };
  }

  close(): void {
    this.closed = true;
    this.executables.close();
    this.native.close();
  }

  private declareStartup(): void {
    this.memory.control.store32(0, layout.control.offset.startup, this.waits ? layout.startupMode.wait : layout.startupMode.open);
  }

  private async publishNow(rules: Rules): Promise<number> {
    const { memory, native, waited } = this;
    const waitForHooks = async (): Promise<void> => {
      if (this.closed) throw new KernelError({ code: 'closed', operation: 'publish' });
      await native.waitForHooks();
    };
    this.waited = undefined;
    const generation = await publish({ memory, waitForHooks, waited }, rules);
    // The slot that this flip put out of force is free by the time of the next publish, which then need not wait for that.
    this.waited = waitForHooks();
    this.waited.catch(() => undefined); // told to the next publish
    return generation;
  }

  private containmentOf(index: number): ContainerState['containment'] {
    const { contained } = this.memory;
    const { state, hitNs, eventId } = layout.containment.offset;
    if (contained.load32(index, state) === layout.containmentState.none) return undefined;
    return { hitNs: contained.load64(index, hitNs), eventId: contained.load64(index, eventId) };
  }

  private bindNow(cgroup: CgroupId, scope: RuleSet): Bound {
    const indexOf = (id: CgroupId): number => this.native.indexOf(id);
    const bound = bindContainer({ memory: this.memory, indexOf }, { cgroup, scope });
    if (bound === 'gone') throw new KernelError({ code: 'unknown-cgroup', operation: `bind cgroup ${cgroup}` });
    return bound;
  }
}

/** None when the file is not there, as for a moment of its upgrade. */
function runtimeKeys(path: string): Buffer[] {
  const { bytes, offset } = layout.runtimeKey;
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (status === undefined) return [];
  const key = Buffer.alloc(bytes);
  key.writeBigUInt64LE(status.ino, offset.inode);
  key.writeUInt32LE(kernelDevice(status.dev), offset.device);
  return [key];
}

function nameOf(names: Readonly<Record<string, number>>, value: number): string {
  return Object.entries(names).find(([, known]) => known === value)?.[0] ?? String(value);
}
