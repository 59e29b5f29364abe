/** The only door to the addon. Everything here is bytes and ids; what they mean is known to the other files of this folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KernelError, toKernelError } from './kernel-error';
import * as layout from './layout.gen';

export interface NativeOptions {
  readonly pinRoot: string;
  readonly runDirectory: string;
  /** Of a new state; adopted state keeps its size. */
  readonly maxProcesses: number;
  /** Exempt before the first program attaches; 0: none. */
  readonly agentCgroup: bigint;
  readonly hostMountNs: bigint;
  readonly salt: bigint;
  /** Freezes that may begin at once. */
  readonly capacity: number;
  /** 0: no limit. */
  readonly perMinute: number;
}

export interface LoadedState {
  readonly adopted: boolean;
  readonly adoptedAbi: number;
  readonly epoch: number;
  readonly maxProcesses: number;
}

export interface ReflexStatus {
  /** The reflex thread runs with SCHED_FIFO. */
  readonly realTime: boolean;
  /** Contained, but their freezers cannot be written. */
  readonly unreachable: number;
  readonly droppedReceipts: number;
  readonly failedFreezerWrites: number;
  readonly failedSignals: number;
  readonly failedMapCalls: number;
  readonly lastErrno: number;
}

export interface ProgramFigures {
  readonly name: string;
  readonly runs: bigint;
  readonly runNs: bigint;
  readonly recursionMisses: bigint;
  readonly verifiedInstructions: number;
}

/** Every method throws KernelError and is called on the JS thread. */
export interface NativeKernel {
  loaded(): LoadedState;
  /** Ring's name and one wake-up's records; receipts back to back (`receipt` of the layout). */
  listen(onBatch: (ring: string, batch: Buffer) => void, onReceipts: (batch: Buffer) => void): void;
  adopt(cgroup: bigint): number;
  /** 0: no container. */
  indexOf(cgroup: bigint): number;
  /** A contained container is frozen through the new one before the one before it lets go. */
  watchFreezer(cgroup: bigint, version: number, directory: string): void;
  freeze(cgroup: bigint): void;
  thaw(cgroup: bigint): void;
  answerHold(tgid: number, granted: boolean): void;
  releaseWaiting(cgroup: bigint): void;
  setBudget(capacity: number, perMinute: number): void;
  /** For so long the freezer of a container that is contained is not written; 0: at once. */
  leaveToRuntime(milliseconds: number): void;
  reflexStatus(): ReflexStatus;
  close(): void;
  mapSizes(map: string): { readonly key: number; readonly value: number; readonly entries: number };
  /** The memory that the map's records are in; stays valid after close. */
  memory(map: string): ArrayBuffer;
  lookup(map: string, key: Buffer): Buffer | undefined;
  /** Keys and values back to back. */
  update(map: string, keys: Buffer, values: Buffer): void;
  /** How many of the keys were there. */
  remove(map: string, keys: Buffer): number;
  entries(map: string): { readonly count: number; readonly keys: Buffer; readonly values: Buffer };
  /** A per-CPU array of 64-bit counts, summed. */
  sums(map: string): Buffer;
  programs(): readonly ProgramFigures[];
  /** Run counts and times of all programs of this machine, until switched off or closed. */
  countRuns(on: boolean): void;
  /** Runs an iterator over all tasks and sends the signals that it orders; how many were sent. */
  iterate(program: string, cgroup: bigint): number;
  /** Resolves when every hook that runs now has returned. */
  waitForHooks(): Promise<void>;
}

interface Addon {
  readonly abi: number;
  readonly Kernel: new (options: NativeOptions) => NativeKernel;
  readonly uninstall: (pinRoot: string, runDirectory: string) => void;
}

const BUILT = join('build', 'Release', 'stasis.node');

/** Loads the programs, takes over from the last agent, starts the reflex thread. `addon`: another build of it. */
export function openKernel(options: NativeOptions, addon?: string): NativeKernel {
  const { Kernel } = loadAddon(addon);
  return translating(guarded(() => new Kernel(options)));
}

/** Thaws, detaches and removes everything that is pinned. Throws KernelError: `held` while an agent runs. */
export function uninstall(pinRoot: string, runDirectory: string, addon?: string): void {
  guarded(() => loadAddon(addon).uninstall(pinRoot, runDirectory));
}

function loadAddon(other?: string): Addon {
  const path = other ?? addonPath();
  let addon: Addon;
  try {
    addon = require(path) as Addon;
  } catch (error) {
    throw new KernelError({ code: 'addon', operation: `load "${path}"`, reason: String(error) });
  }
  if (other === undefined && addon.abi !== layout.ABI) throw new KernelError({ code: 'addon', operation: `use "${path}"`, reason: `it is of ABI ${addon.abi}` });
  return addon;
}

/** Upwards from here, as this file may be a source, compiled, or part of a bundle. */
function addonPath(): string {
  for (let directory = __dirname; ; directory = dirname(directory)) {
    const path = join(directory, BUILT);
    if (existsSync(path)) return path;
    if (directory === dirname(directory)) throw new KernelError({ code: 'addon', operation: `find "${BUILT}" above "${__dirname}"` });
  }
}

function guarded<Value>(call: () => Value): Value {
  try {
    return call();
  } catch (error) {
    throw toKernelError(error);
  }
}

/** The same object, whose methods throw and reject with KernelError. */
function translating(kernel: NativeKernel): NativeKernel {
  return new Proxy(kernel, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...parameters: unknown[]): unknown => {
        const result: unknown = guarded(() => Reflect.apply(member, target, parameters) as unknown);
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          throw toKernelError(error);
        });
      };
    },
  });
}
