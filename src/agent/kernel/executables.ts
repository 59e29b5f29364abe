import type { NativeKernel } from './binding';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';

/** Findings that name an executable may still be in the ring when its container goes. */
const SWEEP_MS = 10_000;

/** A container that owns so many ids gets those back that no process remembers. */
const CROWDED = ((layout.limits.maxExecutables / layout.limits.share) * 3) / 4;

/** The interned executables: reads them, and gives back those that nobody needs any more. */
export class Executables {
  /** Ids whose container was gone at the last sweep. */
  private orphans = new Set<number>();
  /** Ids that hooks can no longer find, until no process remembers them. */
  private readonly leaving = new Set<number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly native: Pick<NativeKernel, 'remove' | 'update' | 'entries'>,
    private readonly memory: KernelMemory,
  ) {}

  get(id: number): { readonly path: string; readonly origin: number } | undefined {
    const { executables, executableCount } = this.memory;
    const { offset } = layout.executable;
    const place = id % executableCount;
    if (id <= 0 || executables.load32(place, offset.id) !== id) return undefined;
    const length = Math.min(executables.load32(place, offset.pathLength), layout.limits.internedPath);
    const path = executables.slice(place, offset.path, length).toString('utf8');
    const origin = executables.slice(place, offset.key + layout.executableKey.offset.origin, 2).readUInt16LE();
    return { path, origin };
  }

  /** Sweeps now and then until closed. */
  keepSwept(): void {
    this.timer = setInterval(() => this.sweep(), SWEEP_MS);
    this.timer.unref();
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Gives back ids of containers that are gone, and those without use of containers that have few left; how many. */
  sweep(): number {
    const containers = this.containers();
    const ids = this.ids();
    return this.sweepOrphans(ids.filter((id) => !containers.has(this.cgroupOf(id)))) + this.sweepUnused(ids, containers);
  }

  /** Frees what was orphaned at the last sweep, too. No hook makes entries for a container that is gone. */
  private sweepOrphans(orphaned: readonly number[]): number {
    const due = orphaned.filter((id) => this.orphans.has(id));
    for (const id of due) {
      this.hide(id);
      this.free(id);
    }
    this.orphans = new Set(orphaned.filter((id) => !due.includes(id)));
    return due.length;
  }

  /**
   * Of a crowded container: what no process remembers leaves `executable_ids` at one sweep, and is free at a later one, when
   * every hook that had found it is over and still no process remembers it. Should a process be missed all the same, its memory is of
   * an id that nobody has any more, which counts as an unknown program.
   */
  private sweepUnused(ids: readonly number[], containers: ReadonlyMap<bigint, number>): number {
    const crowded = ids.filter((id) => this.isCrowded(containers.get(this.cgroupOf(id))));
    if (crowded.length === 0 && this.leaving.size === 0) return 0;
    const remembered = this.remembered();
    const due = ids.filter((id) => this.leaving.has(id) && !remembered.has(id) && containers.has(this.cgroupOf(id)));
    for (const id of due) {
      const container = containers.get(this.cgroupOf(id));
      if (container !== undefined) this.memory.containers.add32(container, layout.container.offset.executables, -1);
      this.free(id);
    }
    for (const id of crowded) if (!remembered.has(id) && !due.includes(id)) this.hide(id);
    this.forgetOthers(new Set(ids));
    return due.length;
  }

  /** Of those that leave, those that were given back another way. */
  private forgetOthers(ids: ReadonlySet<number>): void {
    for (const id of this.leaving) if (!ids.has(id)) this.leaving.delete(id);
  }

  private isCrowded(container: number | undefined): boolean {
    return container !== undefined && this.memory.containers.load32(container, layout.container.offset.executables) >= CROWDED;
  }

  /** Ids that processes have for their own program or one before it. */
  private remembered(): Set<number> {
    const { bytes, offset } = layout.process;
    const { values } = this.native.entries('processes');
    const remembered = new Set<number>();
    for (let at = 0; at + bytes <= values.length; at += bytes) {
      remembered.add(values.readUInt32LE(at + offset.executable));
      const ancestors = Math.min(values.readUInt32LE(at + offset.ancestorCount), layout.limits.maxAncestors);
      for (let ancestor = 0; ancestor < ancestors; ancestor++) remembered.add(values.readUInt32LE(at + offset.ancestors + 4 * ancestor));
    }
    return remembered;
  }

  private ids(): number[] {
    const { executables, executableCount } = this.memory;
    const ids: number[] = [];
    for (let place = 1; place < executableCount; place++) {
      const id = executables.load32(place, layout.executable.offset.id);
      if (id !== 0) ids.push(id);
    }
    return ids;
  }

  /** Cgroup → index */
  private containers(): Map<bigint, number> {
    const { containers, containerCount } = this.memory;
    const live = new Map<bigint, number>();
    for (let index = 1; index < containerCount; index++) live.set(containers.load64(index, layout.container.offset.cgroup), index);
    return live;
  }

  private cgroupOf(id: number): bigint {
    const { executables, executableCount } = this.memory;
    return executables.load64(id % executableCount, layout.executable.offset.key + layout.executableKey.offset.cgroup);
  }

  /** From now on its program is a new one to the hooks. */
  private hide(id: number): void {
    const { executables, executableCount } = this.memory;
    this.native.remove('executable_ids', Buffer.from(executables.slice(id % executableCount, layout.executable.offset.key, layout.executableKey.bytes)));
    this.leaving.add(id);
  }

  private free(id: number): void {
    const { executables, executableCount } = this.memory;
    const { offset } = layout.executable;
    const place = id % executableCount;
    executables.store32(place, offset.matchVersion, 0);
    executables.store32(place, offset.matchVersion + 4, 0);
    executables.store32(place, offset.id, 0);
    const next = Buffer.alloc(4);
    next.writeUInt32LE((id + executableCount) >>> 0);
    this.native.update('executable_free', Buffer.alloc(0), next);
    this.leaving.delete(id);
  }
}
