import type { NativeKernel } from './binding';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';

/** Findings that name an executable may still be in the ring when its container goes. */
const SWEEP_MS = 10_000;

/** The interned executables: reads them, and gives back those of containers that are gone. */
export class Executables {
  /** Ids whose container was gone at the last sweep. */
  private orphans = new Set<number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly native: Pick<NativeKernel, 'remove' | 'update'>,
    private readonly memory: KernelMemory,
  ) {}

  get(id: number): { readonly path: string; readonly origin: number } | undefined {
    const { executables, executableCount } = this.memory;
    const { offset } = layout.executable;
    if (id <= 0 || id >= executableCount || executables.load32(id, offset.used) === 0) return undefined;
    const length = Math.min(executables.load32(id, offset.pathLength), layout.limits.internedPath);
    const path = executables.slice(id, offset.path, length).toString('utf8');
    const origin = executables.slice(id, offset.key + layout.executableKey.offset.origin, 2).readUInt16LE();
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

  /** Frees ids whose container is gone now and was at the last sweep; how many. No hook makes entries for such a container. */
  sweep(): number {
    const gone = this.orphaned();
    const due = [...gone].filter((id) => this.orphans.has(id));
    for (const id of due) this.free(id);
    this.orphans = new Set([...gone].filter((id) => !due.includes(id)));
    return due.length;
  }

  private orphaned(): Set<number> {
    const { executables, executableCount, containers, containerCount } = this.memory;
    const live = new Set<bigint>();
    for (let index = 1; index < containerCount; index++) live.add(containers.load64(index, layout.container.offset.cgroup));
    const gone = new Set<number>();
    for (let id = 1; id < executableCount; id++) {
      if (executables.load32(id, layout.executable.offset.used) === 0) continue;
      if (!live.has(executables.load64(id, layout.executable.offset.key + layout.executableKey.offset.cgroup))) gone.add(id);
    }
    return gone;
  }

  private free(id: number): void {
    const { executables } = this.memory;
    const { offset } = layout.executable;
    this.native.remove('executable_ids', Buffer.from(executables.slice(id, offset.key, layout.executableKey.bytes)));
    executables.store32(id, offset.matchVersion, 0);
    executables.store32(id, offset.matchVersion + 4, 0);
    executables.store32(id, offset.used, 0);
    const value = Buffer.alloc(4);
    value.writeUInt32LE(id);
    this.native.update('executable_free', Buffer.alloc(0), value);
  }
}
