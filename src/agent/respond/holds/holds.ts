/**
 * The agent's half of hold, ask, grant. The kernel holds the offender and sees to the deadline by itself; this says what is asked, what is
 * answered, and what the finding will tell. Left-overs of an agent before were given their fallback by the reflex thread when it started, so the
 * state begins empty, and the first status that is written withdraws what that agent had asked.
 */
import { HOLD_GRACE_NS, HOLD_NS, MAX_ASKS, REFUSAL_STANDS_NS, type Ask, type Held, type HoldCommand, type HoldEvent, type HoldReason } from './types';

interface Refusal {
  readonly untilNs: bigint;
  readonly reason: HoldReason;
}

export interface HoldState {
  /** By host pid. */
  readonly holds: ReadonlyMap<number, Held>;
  /** By the pod's UID: what is in the status. */
  readonly asks: ReadonlyMap<string, Ask>;
  readonly refusals: ReadonlyMap<string, Refusal>;
  readonly armed: ReadonlySet<string>;
  readonly mode: 'Enforce' | 'Audit' | 'Off';
  readonly inForce: (policy: string, rule: string) => boolean;
}

export interface HoldStep {
  readonly state: HoldState;
  readonly commands: readonly HoldCommand[];
}

export function noHolds(): HoldState {
  return { holds: new Map(), asks: new Map(), refusals: new Map(), armed: new Set(), mode: 'Enforce', inForce: () => true };
}

/** `nowNs`: boot clock. */
export function stepHolds(before: HoldState, event: HoldEvent, nowNs: bigint): HoldStep {
  const step = new Step(before, nowNs);
  step.take(event);
  step.expire();
  return step.done();
}

/** The working copy of one step. */
class Step {
  private readonly commands: HoldCommand[] = [];
  private readonly holds: Map<number, Held>;
  private readonly asks: Map<string, Ask>;
  private readonly refusals: Map<string, Refusal>;
  private armed: ReadonlySet<string>;
  private mode: HoldState['mode'];
  private inForce: HoldState['inForce'];

  constructor(before: HoldState, private readonly nowNs: bigint) {
    this.holds = new Map(before.holds);
    this.asks = new Map(before.asks);
    this.refusals = new Map(before.refusals);
    this.armed = before.armed;
    this.mode = before.mode;
    this.inForce = before.inForce;
  }

  take(event: HoldEvent): void {
    switch (event.kind) {
      case 'held':
        return this.begin(event.hold);
      case 'permits':
        this.armed = event.armed;
        return this.takeAnswers(event.refused);
      case 'contained':
        return this.answerAll(({ cgroup }) => cgroup === event.cgroup, true);
      case 'rules':
        this.mode = event.mode;
        this.inForce = event.inForce;
        return this.answerAll((hold) => !this.isEnforced(hold), false, 'NotEnforced');
      case 'time':
        return;
    }
  }

  expire(): void {
    for (const hold of [...this.holds.values()]) {
      if (this.nowNs < hold.sinceNs + HOLD_NS + HOLD_GRACE_NS) continue;
      this.commands.push({ kind: 'expired', hold, reason: 'NoAnswer' });
      this.end(hold, 'NoAnswer');
    }
    for (const [pod, { untilNs }] of this.refusals) if (this.nowNs >= untilNs) this.refusals.delete(pod);
  }

  done(): HoldStep {
    const { holds, asks, refusals, armed, mode, inForce } = this;
    return { state: { holds, asks, refusals, armed, mode, inForce }, commands: this.commands };
  }

  private begin(hold: Held): void {
    const last = this.holds.get(hold.hostPid);
    if (last?.id === hold.id) return;
    if (last !== undefined) this.end(last);
    const { podUid } = hold;
    const refused = this.refusalAtOnce(hold);
    if (refused !== undefined || podUid === undefined) return this.answer(hold, false, refused);
    if (this.armed.has(podUid)) return this.answer(hold, true);
    this.holds.set(hold.hostPid, hold);
    if (!this.asks.has(podUid)) this.ask(hold, podUid);
  }

  private refusalAtOnce(hold: Held): HoldReason | undefined {
    const { podUid } = hold;
    if (!this.isEnforced(hold)) return 'NotEnforced';
    if (podUid === undefined) return 'NoPod';
    if (this.armed.has(podUid) || this.asks.has(podUid)) return undefined;
    const refusal = this.refusals.get(podUid);
    if (refusal !== undefined && this.nowNs < refusal.untilNs) return refusal.reason;
    return this.asks.size >= MAX_ASKS ? 'TooManyRequests' : undefined;
  }

  private ask({ id, policy, rule, sinceNs }: Held, podUid: string): void {
    const ask: Ask = { id, podUid, policy, rule, sinceNs, deadlineNs: sinceNs + HOLD_NS };
    this.asks.set(podUid, ask);
    this.commands.push({ kind: 'ask', ask });
  }

  private takeAnswers(refused: ReadonlyMap<string, string>): void {
    for (const { id, podUid } of [...this.asks.values()]) {
      const reason = refused.get(id);
      if (this.armed.has(podUid)) this.answerAll((hold) => hold.podUid === podUid, true);
      else if (reason !== undefined) this.answerAll((hold) => hold.podUid === podUid, false, reason);
    }
  }

  private isEnforced({ policy, rule }: Held): boolean {
    return this.mode === 'Enforce' && this.inForce(policy, rule);
  }

  private answerAll(meant: (hold: Held) => boolean, granted: boolean, reason?: HoldReason): void {
    for (const hold of [...this.holds.values()].filter(meant)) {
      this.answer(hold, granted, reason);
      this.end(hold, granted ? undefined : reason);
    }
  }

  private answer(hold: Held, granted: boolean, reason?: HoldReason): void {
    this.commands.push({ kind: 'answer', hold, granted, ...(reason === undefined ? {} : { reason }) });
  }

  /** With its pod's last hold the request goes; why it came to nothing stands for a while. */
  private end({ hostPid, podUid }: Held, reason?: HoldReason): void {
    this.holds.delete(hostPid);
    if (podUid === undefined || [...this.holds.values()].some((hold) => hold.podUid === podUid)) return;
    this.asks.delete(podUid);
    if (reason !== undefined && reason !== 'NotEnforced') this.refusals.set(podUid, { reason, untilNs: this.nowNs + REFUSAL_STANDS_NS });
  }
}
