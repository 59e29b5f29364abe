/** Typed form of the rings' records (native/abi/events.h); `decode.ts` makes them from bytes. Times are of the boot clock. */
import type { RuleSet } from '../../compile/tables';
import type { CgroupId } from './sensor';

/** By the kernel's value (`enum event_action`). */
export const EVENT_ACTIONS = ['Alert', 'Kill', 'Freeze'] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

/** By the kernel's value (`enum event_result`). */
export const EVENT_RESULTS = ['Done', 'Refused', 'Held', 'Failed'] as const;
export type EventResult = (typeof EVENT_RESULTS)[number];

/** By the kernel's value (`enum event_reason`). */
export const EVENT_REASONS = ['None', 'Budget', 'Contained', 'NoAgent', 'Orphaned', 'TableFull', 'Protected'] as const;
export type EventReason = (typeof EVENT_REASONS)[number];

export interface EventHeader {
  readonly id: bigint;
  readonly timeNs: bigint;
  readonly generation: number;
  readonly action: EventAction;
  readonly result: EventResult;
  readonly reason: EventReason;
  /** Negative errno of a failed helper, 0: none. */
  readonly error: number;
  /** Equal findings left out since the last one. */
  readonly repeats: number;
  readonly matched: RuleSet;
}

/** A process as the hook saw it. */
export interface EventProcess {
  readonly startNs: bigint;
  readonly pid: number;
  readonly hostPid: number;
  readonly tid: number;
  /** Id of an interned executable, 0: unknown. */
  readonly executable: number;
  readonly uid: number;
  readonly hostUid: number;
  readonly gid: number;
  readonly hostGid: number;
  readonly capabilities: bigint;
  /** Of its container. */
  readonly cgroup: CgroupId;
  readonly taskCgroup: CgroupId;
  readonly mountNs: number;
  readonly pidNs: number;
  readonly userNs: number;
  readonly netNs: number;
  readonly flags: number;
  /** Bytes up to the first NUL; not always valid UTF-8. */
  readonly comm: Buffer;
}

export interface EventParent {
  readonly pid: number;
  readonly hostPid: number;
  readonly executable: number;
}

/** Names of `enum event_flag`. */
export interface ProcessEventFlags {
  readonly script: boolean;
  readonly argsTruncated: boolean;
  readonly pathUnknown: boolean;
  readonly unknownSubject: boolean;
  readonly tty: boolean;
  readonly unbound: boolean;
  readonly late: boolean;
  readonly scriptUnknown: boolean;
}

/** A program was started that matched rules. Buffers are copies and may be kept. */
export interface ProcessEvent {
  readonly kind: 'process';
  readonly header: EventHeader;
  readonly subject: EventProcess;
  readonly parent: EventParent;
  /** Executable ids, oldest first. */
  readonly ancestors: readonly number[];
  /** Of the file judged, by the kernel's value (`ORIGINS`). */
  readonly origin: number;
  readonly flags: ProcessEventFlags;
  readonly device: number;
  readonly inode: bigint;
  readonly hookNs: bigint;
  readonly path: Buffer;
  readonly args: readonly Buffer[];
}

/** Somebody continued a process that the hook had stopped. */
export interface RevocationEvent {
  readonly kind: 'revocation';
  readonly header: EventHeader;
  readonly subject: EventProcess;
  readonly by: EventParent;
  /** SIGCONT's number, or 0: traced. */
  readonly signal: number;
  /** True: stopped again at once, false: at its next system call. */
  readonly restopped: boolean;
}

export interface LifecycleEvent {
  readonly kind: 'container-made' | 'container-gone' | 'container-waits' | 'container-gap';
  readonly timeNs: bigint;
  readonly cgroup: CgroupId;
  /** Host pid of who made the cgroup. */
  readonly maker: number;
  /** Below the hierarchy's root, with a leading slash; '' when the kernel could not tell. */
  readonly path: string;
}

export type KernelEvent = ProcessEvent | RevocationEvent | LifecycleEvent;
