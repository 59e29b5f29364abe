import type { CgroupId } from '../../kernel/sensor';

/** An offender that the hook stopped because its container is not armed: a finding with result Held. */
export interface Held {
  /** Of the finding; the request bears it too. */
  readonly id: string;
  readonly hostPid: number;
  readonly cgroup: CgroupId;
  /** Undefined: no pod, or not known; nobody can be asked then. */
  readonly podUid: string | undefined;
  /** The rule that wants the freeze, as the finding names it. */
  readonly policy: string;
  readonly rule: string;
  /** Boot clock: when the hook stopped it. */
  readonly sinceNs: bigint;
}

/** What goes into SecurityNode.status.permitRequests: one for each pod, by the first offender held in it. */
export interface Ask {
  readonly id: string;
  readonly podUid: string;
  readonly policy: string;
  readonly rule: string;
  readonly sinceNs: bigint;
  readonly deadlineNs: bigint;
}

/** `NoAnswer`: the kernel carried out the fallback at the deadline. Others: as the operator's answer says. */
export type HoldReason = 'NoPod' | 'NotEnforced' | 'TooManyRequests' | 'NoAnswer' | (string & {});

export type HoldCommand =
  /** `Sensor.answerHold`: granted freezes the container; else the kernel gives the fallback that the rule left (Kill or Go). */
  | { readonly kind: 'answer'; readonly hold: Held; readonly granted: boolean; readonly reason?: HoldReason }
  /** The deadline came first: there is nothing left to answer; the finding says so. */
  | { readonly kind: 'expired'; readonly hold: Held; readonly reason: HoldReason }
  /** Write the status at once: there is a new request in it. Requests that went need no write of their own. */
  | { readonly kind: 'ask'; readonly ask: Ask };

export type HoldEvent =
  | { readonly kind: 'held'; readonly hold: Held }
  /** Which pods are armed in the kernel now, and which requests the operator has refused, with its reason. */
  | { readonly kind: 'permits'; readonly armed: ReadonlySet<string>; readonly refused: ReadonlyMap<string, string> }
  /** A container is contained, whoever wanted it: its held offenders are stopped for good. */
  | { readonly kind: 'contained'; readonly cgroup: CgroupId }
  /** What is in force. `mode` other than Enforce: nothing is frozen. */
  | { readonly kind: 'rules'; readonly mode: 'Enforce' | 'Audit' | 'Off'; readonly inForce: (policy: string, rule: string) => boolean }
  | { readonly kind: 'time' };

/** How long the kernel holds an offender (`control.hold_ms`). */
export const HOLD_NS = 2_000_000_000n;
/** The kernel looks at deadlines every 100 ms; the state is kept a little longer, so that no answer meets the next hold of the same process. */
export const HOLD_GRACE_NS = 250_000_000n;
/** So long a refusal, or the operator's silence, stands for its pod: who attacks again and again does not make as many writes. */
export const REFUSAL_STANDS_NS = 10_000_000_000n;
/** As many fit into SecurityNode.status. */
export const MAX_ASKS = 64;
