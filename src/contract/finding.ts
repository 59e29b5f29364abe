import type { Action, Mode, Severity } from './policy';

/** One operation of one process that matched one or more rules: the line that the agent writes. Absent fields are left out. */
export interface Finding {
  /** `<boot id>.<CPU>.<sequence>`: unique for ever; told once, and with REPEATS_AFTER once more. */
  readonly id: string;
  /** RFC 3339 with nanoseconds. */
  readonly time: string;
  readonly node: string;
  /** `<namespace>/<name>`, or the name alone for a cluster policy. */
  readonly policy: string;
  readonly rule: string;
  readonly alsoMatched?: readonly AlsoMatched[];
  readonly severity: FindingSeverity;
  readonly mode: FindingMode;
  readonly message?: string;
  readonly tags?: readonly string[];
  readonly action: FindingAction;
  readonly result: FindingResult;
  /** Why it was refused. */
  readonly reason?: string;
  /** What failed. */
  readonly error?: string;
  readonly latency?: FindingLatency;
  /** The proof of a Freeze that landed. */
  readonly receipt?: FindingReceipt;
  readonly container?: FindingContainer;
  readonly pod?: FindingPod;
  readonly process: FindingProcess;
  readonly parent?: FindingRelative;
  /** Programs that this process and its forefathers ran in the container, oldest first. */
  readonly ancestors?: readonly { readonly executable: string }[];
  readonly object: FindingObject;
  /** What is not exact about it, e.g. `ArgumentsTruncated`; see REPEATS_AFTER too. */
  readonly notes?: readonly string[];
  /** Equal findings left out since the last one; with REPEATS_AFTER those after this one, when no more had come for seconds. */
  readonly repeats: number;
}

/** Among the notes of a finding that was told before: only its repeats are new. */
export const REPEATS_AFTER = 'RepeatsAfter';

export type FindingSeverity = Severity;
export type FindingMode = Mode;
export type FindingAction = Action;
/** WouldHave: mode Audit. */
export type FindingResult = 'Done' | 'WouldHave' | 'Refused' | 'Failed';

export interface AlsoMatched {
  readonly policy: string;
  readonly rule: string;
  readonly mode: FindingMode;
}

export interface FindingLatency {
  /** In the hook, until the action was taken. */
  readonly kernelNs: number;
  /** From the hit until the freezer was read back as frozen. */
  readonly frozenNs?: number;
}

/** The measured proof of a Freeze; times in nanoseconds. */
export interface FindingReceipt {
  /** From the hit until the offender was signalled to stop. */
  readonly stoppedNs: number;
  /** From the hit until the freezer was read back as frozen. */
  readonly frozenNs: number;
  /** System calls that the container's processes completed after the hit. */
  readonly callsAfter: number;
  /** Those that the offender completed. */
  readonly offenderCalls: number;
  /** Times that somebody continued a process which the kernel had stopped. */
  readonly revocations: number;
  /** How long revoked processes may have run, in all. */
  readonly revokedNs: number;
  /** Version of the freezer and its state as read back, e.g. `v1 FROZEN`. */
  readonly freezer: string;
}

export interface FindingContainer {
  readonly id: string;
  readonly name: string;
  readonly image?: string;
  readonly runtime: string;
}

export interface FindingPod {
  readonly namespace: string;
  readonly name: string;
  readonly uid?: string;
  /** Kind and name of the owner, e.g. `Deployment/web`; known in a cluster only. */
  readonly workload?: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface FindingProcess {
  /** In its pid namespace. Absent, as user and group are: the kernel could not tell. */
  readonly pid?: number;
  readonly hostPid: number;
  readonly executable?: string;
  /** Of a script: its interpreter. */
  readonly interpreter?: string;
  readonly origin?: string;
  readonly args?: readonly string[];
  readonly uid?: number;
  readonly hostUid?: number;
  readonly gid?: number;
  readonly startTime?: string;
  readonly tty: boolean;
}

export interface FindingRelative {
  readonly pid?: number;
  readonly executable?: string;
}

export type FindingObject =
  | { readonly kind: 'process' }
  | { readonly kind: 'privilege'; readonly use: 'CgroupEscape' }
  /** Without `by`: nobody was seen doing it. */
  | { readonly kind: 'revocation'; readonly by?: FindingRelative & { readonly hostPid: number }; readonly signal: 'SIGCONT' | 'trace'; readonly stoppedAgain: 'AtOnce' | 'AtNextCall' };
