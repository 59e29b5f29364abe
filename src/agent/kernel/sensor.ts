/**
 * The agent's seam to the kernel: everything above it is testable with a fake that passes the same contract test.
 * All methods are called on the JS thread; the reflex thread works beside it and needs none of them to freeze.
 */
import type { RuleSet, Tables } from '../../compile/tables';

/** Id of a cgroup in the default hierarchy (inode number of its directory). */
export type CgroupId = bigint;

/** Where the freezer of a container is. */
export interface Freezer {
  readonly version: 1 | 2;
  /** The cgroup's directory: on hybrid hosts in the v1 freezer hierarchy, else in the default one. */
  readonly directory: string;
}

/** What the kernel half knows of one container. */
export interface ContainerState {
  readonly cgroup: CgroupId;
  readonly index: number;
  readonly bound: boolean;
  readonly contained: boolean;
  /** Of one that is contained: when it was hit (boot clock), and the finding for it (0: a person wanted it). */
  readonly containment?: { readonly hitNs: bigint; readonly eventId: bigint };
  readonly processes: number;
}

/** The measured proof of one containment; times in nanoseconds of the boot clock. */
export interface Receipt {
  readonly cgroup: CgroupId;
  readonly eventId: bigint;
  readonly hostPid: number;
  readonly hitNs: bigint;
  readonly stoppedNs: bigint;
  /** 0 while not settled. */
  readonly frozenNs: bigint;
  /** What the freezer said when read back, `FROZEN` or `frozen 1`; empty while not settled. */
  readonly state: string;
  readonly method: 'v1' | 'v2';
  readonly callsAfter: number;
  readonly offenderCalls: number;
  readonly revocations: number;
  readonly revokedNs: bigint;
}

/** The thread that freezes. Counts since this process started. */
export interface ReflexState {
  /** It has real-time priority; else a busy machine delays freezes. */
  readonly realTime: boolean;
  /** Containers that are contained but whose freezer cannot be written now. */
  readonly unreachable: number;
  readonly droppedReceipts: number;
  readonly failedFreezerWrites: number;
  readonly failedSignals: number;
  readonly failedMapCalls: number;
}

export type RingName = 'findings' | 'lifecycle';

/** One wake-up's records of a ring, back to back, each with its size in the header; valid only during the call. */
export type BatchListener = (ring: RingName, batch: Buffer) => void;

/** `enum hook`, in its order; `seed` is an iterator that the self-test cannot reach. */
export const PROVEN_HOOKS = ['exec', 'fork', 'exit', 'sysExit', 'cgroupMkdir', 'cgroupRmdir', 'cgroupAttach', 'signal', 'seed', 'script'] as const;
export type ProvenHook = (typeof PROVEN_HOOKS)[number];

/** How the kernel half is loaded or taken over. */
export interface SensorOptions {
  /** Folder of the BPF file system that holds the pins. */
  readonly pinRoot: string;
  /** Holds the lock that keeps a second agent out. */
  readonly runDirectory: string;
  readonly startup: 'Open' | 'Wait';
  /** Also how many at once; 0: no limit. */
  readonly freezesPerMinute: number;
  /** What a freeze by a rule needs: the node's bucket (the default), or a permit for the container, which is asked for. */
  readonly permits?: 'Bucket' | 'Required';
  /** Binaries of container runtimes: a cgroup that one of them makes is a container. */
  readonly runtimes: readonly string[];
  /** The agent's own cgroup, exempt before the first program attaches; undefined where it is the root or a container's. */
  readonly agentCgroup: CgroupId | undefined;
}

/** What may change while the kernel half works. */
export interface SensorSettings {
  readonly startup: 'Open' | 'Wait';
  /** As in `SensorOptions`. */
  readonly freezesPerMinute: number;
  /** Without an agent for so long, the kernel does nothing but Alert; 0: it goes on for ever. */
  readonly orphanAfterMs: number;
  /** Direct: the freezer is written at once. Runtime: the container's runtime is asked to pause it, and the freezer is written if that does not come to pass within two seconds. */
  readonly freezer: 'Direct' | 'Runtime';
}

/** What holds for one container beside the rules that select it. */
export interface ContainerMarks {
  /** Where permits are required: a freeze by a rule needs not be asked for. */
  readonly armed: boolean;
  /** Nothing but Alert is done in it by rules. */
  readonly protected: boolean;
}

/** What holds for every container of a pod until it is bound. */
export interface PodCover {
  /** Rules that select all of its containers, whatever their names and images. */
  readonly scope: RuleSet;
  readonly marks: ContainerMarks;
}

/** Loads or takes over. Throws KernelError; code `held` names the process that holds the lock. */
export type OpenSensor = (options: SensorOptions) => Sensor;

/** Thaws, lets go what is held, detaches and removes everything. Throws KernelError; code `held` while an agent runs. */
export type Uninstall = (options: Pick<SensorOptions, 'pinRoot' | 'runDirectory'>) => void;

/** How many equal findings were left out since the one of an event. */
export interface Repeated {
  readonly eventId: bigint;
  readonly repeats: number;
}

export interface SensorListeners {
  readonly onBatch: BatchListener;
  /** A containment settled (frozen and read back), or changed after that. */
  readonly onReceipt: (receipt: Receipt) => void;
}

export interface Sensor {
  /** Starts draining the rings; call once. */
  listen(listeners: SensorListeners): void;
  /**
   * Fills the slot that is out of force, flips, and resolves with the generation now in force. `podScopes` is asked for at the flip: what
   * selects the pods that are declared, by UID.
   */
  publish(tables: Tables, scopeOf: (cgroup: CgroupId) => RuleSet | undefined, podScopes?: () => ReadonlyMap<string, RuleSet>): Promise<number>;
  /** What cgroups these binaries make are containers from now on, and no others' are. Files that are not there are left out. */
  declareRuntimes(paths: readonly string[]): void;
  /** Whether a cgroup is a container of its own for the kernel, now. */
  has(cgroup: CgroupId): boolean;
  /** Makes a cgroup a container if the kernel has not; idempotent; returns its index. */
  adopt(cgroup: CgroupId): number;
  /** Declares name and image known: `scope` holds from now on; what is held for start-up is judged and let go. */
  bind(cgroup: CgroupId, scope: RuleSet): void;
  /** Tells of exactly these pods, by UID, before their cgroups exist: other pods are forgotten. What finds no room is the counter `podsFull`. */
  declarePods(pods: ReadonlyMap<string, PodCover>): void;
  /** Takes over settings at once. */
  configure(settings: SensorSettings): void;
  /** Hooks that run now may still go by the marks before; see `waitForHooks`. Of a container that has gone: nothing. */
  mark(cgroup: CgroupId, marks: ContainerMarks): void;
  /** Resolves when every hook that runs now has returned. */
  waitForHooks(): Promise<void>;
  /**
   * Gives the reflex thread the container's freezer, opened now. What another one holds is frozen through this one before that lets go.
   * Throws KernelError when it cannot be opened, or cannot freeze what is contained; then the one before stays.
   */
  watchFreezer(cgroup: CgroupId, freezer: Freezer): void;
  /** Judges and enters the processes that ran before the agent did; after the first `publish`. */
  seed(): void;
  /** Makes a cgroup the container that proves hooks (CONTAINER_SELFTEST, bound, no rule selects it). */
  declareSelfTest(cgroup: CgroupId): void;
  /** Has the end of every system call looked at, as while something is contained, until the result is called. */
  watchCalls(): () => void;
  /** How often each hook saw a self-test container (COUNT_PROVEN + enum hook), summed over CPUs. */
  proven(): Readonly<Record<ProvenHook, number>>;
  containers(): ContainerState[];
  /** Path of an interned executable, undefined when id 0 or unknown. */
  executable(id: number): { readonly path: string; readonly origin: number } | undefined;
  /** Contains a container because a person wants it; its receipt has event id 0. Contained already: nothing more to do. */
  freeze(cgroup: CgroupId): void;
  /** Ends a containment: thaws, and continues those whom the hook stopped. */
  thaw(cgroup: CgroupId): void;
  /** Answers a hold (permit granted or refused). */
  answerHold(hostPid: number, granted: boolean): void;
  /** By counter name of the ABI, e.g. `droppedFindings`; summed over CPUs. */
  counters(): Readonly<Record<string, number>>;
  /** Findings that are over at this time (boot clock): equal ones left out since, which no later one tells. Each is told once. */
  takeRepeats(nowNs: bigint): readonly Repeated[];
  /** Failing helpers by place and errno. */
  helperErrors(): { readonly hook: string; readonly helper: string; readonly errno: number; readonly count: number }[];
  /** recursion_misses, run count and run time of every program. */
  programs(): { readonly name: string; readonly runs: bigint; readonly runNs: bigint; readonly recursionMisses: bigint; readonly verifiedInstructions: number }[];
  /** How the reflex thread fares; growth of what failed is a condition. */
  reflex(): ReflexState;
  /**
   * Gives those who are held what they would get at their deadline, detaches from the rings and frees what this process holds; pinned
   * programs and state stay in force. Blocks for milliseconds.
   */
  close(): void;
}
