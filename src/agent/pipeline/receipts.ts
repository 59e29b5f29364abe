import type { Finding, FindingReceipt } from '../../contract/finding';
import type { Clock, Timer } from '../../clock';
import type { EventHeader } from '../kernel/events';
import type { Receipt } from '../kernel/sensor';

export interface ReceiptsOptions {
  readonly clock: Clock;
  readonly report: (finding: Finding) => void;
}

/** A freeze settles within milliseconds; a container that cannot settle is reported without its time. */
const WAIT_MS = 1000;
/** A held offender is answered within 2 s. */
const WAIT_HELD_MS = 2500;
const MAX_WAITING = 1024;
const MAX_KEPT = 1024;

interface Waiting {
  readonly finding: Finding;
  /** Of a held offender: it is killed if the freeze is refused. */
  readonly killsOtherwise: boolean;
  readonly timer: Timer;
}

/** Lets a Freeze's finding wait for the proof that it landed. Bounded: when too many wait, they go out without it. */
export class Receipts {
  private readonly waiting = new Map<bigint, Waiting>();
  private readonly early = new Map<bigint, Receipt>();

  constructor(private readonly options: ReceiptsOptions) {}

  /** Reports the finding, now or when its receipt is there. */
  add(finding: Finding, header: EventHeader, killsOtherwise = false): void {
    if (!beginsContainment(finding, header)) return this.options.report(finding);
    const receipt = this.early.get(header.id);
    if (receipt !== undefined) return this.options.report(withReceipt(finding, receipt));
    if (this.waiting.size >= MAX_WAITING) return this.options.report(finding);
    const timer = this.options.clock.after(header.result === 'Held' ? WAIT_HELD_MS : WAIT_MS, () => this.release(header.id));
    this.waiting.set(header.id, { finding, killsOtherwise, timer });
  }

  /** A containment settled; it may be known before its finding was read. */
  settle(receipt: Receipt): void {
    if (receipt.frozenNs === 0n || receipt.eventId === 0n) return;
    const waiting = this.waiting.get(receipt.eventId);
    if (waiting === undefined) return this.keep(receipt);
    waiting.timer.cancel();
    this.waiting.delete(receipt.eventId);
    this.options.report(withReceipt(waiting.finding, receipt));
  }

  /** The freeze of a held offender was refused: nothing more is waited for. What was done instead has the reason of the refusal. */
  refuse(findingId: string, reason: string): void {
    for (const [id, { finding, killsOtherwise, timer }] of this.waiting) {
      if (finding.id !== findingId) continue;
      timer.cancel();
      this.waiting.delete(id);
      this.options.report({ ...finding, ...(killsOtherwise ? { action: 'Kill', result: 'Done' } : {}), reason });
    }
  }

  /** Reports all that still wait. */
  close(): void {
    for (const id of [...this.waiting.keys()]) this.release(id);
  }

  private release(id: bigint): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    waiting.timer.cancel();
    this.waiting.delete(id);
    this.options.report(waiting.finding);
  }

  private keep(receipt: Receipt): void {
    this.early.delete(receipt.eventId);
    this.early.set(receipt.eventId, receipt);
    const oldest = this.early.keys().next();
    if (this.early.size > MAX_KEPT && oldest.done !== true) this.early.delete(oldest.value);
  }
}

/** Only the hit that began a containment has a receipt; later hits in a contained container have nothing to wait for. */
export function beginsContainment(finding: Finding, header: EventHeader): boolean {
  if (finding.mode === 'Audit' || header.action !== 'Freeze') return false;
  return header.result === 'Held' || (header.result === 'Done' && header.reason !== 'Contained');
}

function withReceipt(finding: Finding, receipt: Receipt): Finding {
  const proof = proofOf(receipt);
  const latency = { kernelNs: finding.latency?.kernelNs ?? 0, frozenNs: proof.frozenNs };
  if (finding.result !== 'Refused') return { ...finding, latency, receipt: proof };
  // The hold was granted: what was refused until now is done.
  const { reason, ...rest } = finding;
  return { ...rest, ...(reason === 'NoPermit' ? {} : { reason }), result: 'Done', latency, receipt: proof };
}

function proofOf({ hitNs, stoppedNs, frozenNs, callsAfter, offenderCalls, revocations, revokedNs, method, state }: Receipt): FindingReceipt {
  const sinceHit = (ns: bigint): number => Math.max(0, Number(ns - hitNs));
  return { stoppedNs: sinceHit(stoppedNs), frozenNs: sinceHit(frozenNs), callsAfter, offenderCalls, revocations, revokedNs: Number(revokedNs), freezer: `${method} ${state}` };
}
