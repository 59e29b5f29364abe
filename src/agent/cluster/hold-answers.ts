import type { NodeSpec, PermitRequest } from '../../contract/node';
import type { Finding } from '../../contract/finding';
import { formatTime, type Clock, type Timer } from '../../clock';
import type { FindingEvent } from '../pipeline/finding';
import type { LinkedRules } from '../rules';
import { noHolds, stepHolds, type HoldState } from '../respond/holds/holds';
import type { HoldEvent } from '../respond/holds/types';
import type { CgroupId } from '../kernel/sensor';

export interface HoldAnswersOptions {
  readonly clock: Clock;
  readonly answer: (hostPid: number, granted: boolean) => void;
  /** The finding of a held offender is settled: its freeze was refused. */
  readonly onRefused: (findingId: string, reason: string) => void;
  /** Somebody has to be asked now. */
  readonly onAsk: () => void;
}

const LOOK_MS = 250;
const MAX_PLACES = 1024;

type Place = Pick<PermitRequest, 'pod' | 'container'>;

/** Asks for those whom the hook holds, and gives them the answers. */
export class HoldAnswers {
  private state: HoldState = noHolds();
  private readonly places = new Map<string, Place>();
  private timer: Timer | undefined;

  constructor(private readonly options: HoldAnswersOptions) {}

  /** A finding: one whose offender is held is asked for. */
  found({ id, policy, rule, pod, container }: Finding, { header, subject }: FindingEvent): void {
    if (header.result !== 'Held') return;
    if (pod?.uid !== undefined) this.place(id, { pod: { namespace: pod.namespace, name: pod.name, uid: pod.uid }, container: container?.name ?? '' });
    this.step({ kind: 'held', hold: { id, hostPid: subject.hostPid, cgroup: subject.cgroup, podUid: pod?.uid, policy, rule, sinceNs: header.timeNs } });
  }

  /** What is armed now, and what the operator has answered. */
  permits(armed: ReadonlySet<string>, { permitAnswers = [] }: NodeSpec): void {
    const refused = permitAnswers.filter(({ decision }) => decision === 'Refused').map(({ request, reason }) => [request, reason ?? 'Refused'] as const);
    this.step({ kind: 'permits', armed, refused: new Map(refused) });
  }

  contained(cgroup: CgroupId): void {
    this.step({ kind: 'contained', cgroup });
  }

  rules(mode: NodeSpec['mode'], { tables, rulesOf }: LinkedRules): void {
    const names = new Set(Array.from({ length: tables.plan.rules }, (_, id) => rulesOf(id)).flatMap((rules) => rules.map(({ policy, rule }) => `${policy} ${rule}`)));
    this.step({ kind: 'rules', mode, inForce: (policy, rule) => names.has(`${policy} ${rule}`) });
  }

  /** What the status says. */
  requests(): readonly PermitRequest[] {
    const epochNs = this.options.clock.epochNs();
    return [...this.state.asks.values()].flatMap(({ id, policy, rule, sinceNs, deadlineNs }) => {
      const place = this.places.get(id);
      return place === undefined ? [] : [{ id, ...place, policy, rule, time: formatTime(sinceNs, epochNs), deadline: formatTime(deadlineNs, epochNs) }];
    });
  }

  stop(): void {
    this.timer?.cancel();
  }

  private place(id: string, place: Place): void {
    this.places.set(id, place);
    const oldest = this.places.keys().next();
    if (this.places.size > MAX_PLACES && oldest.done !== true) this.places.delete(oldest.value);
  }

  private step(event: HoldEvent): void {
    const { state, commands } = stepHolds(this.state, event, this.options.clock.bootNs());
    this.state = state;
    for (const command of commands) {
      if (command.kind === 'ask') this.options.onAsk();
      if (command.kind === 'answer') this.options.answer(command.hold.hostPid, command.granted);
      if (command.kind === 'expired' || (command.kind === 'answer' && !command.granted)) this.options.onRefused(command.hold.id, command.reason ?? 'Refused');
    }
    this.watch();
  }

  /** Deadlines are looked at while somebody is held. */
  private watch(): void {
    if (this.state.holds.size === 0) {
      this.timer?.cancel();
      this.timer = undefined;
    } else {
      this.timer ??= this.options.clock.every(LOOK_MS, () => this.step({ kind: 'time' }));
    }
  }
}
