/** One node of the permit model: its object in the API server with every version that it ever had, its kernel, and its agent. */
import { podsToArm } from '../../src/agent/respond/holds/arming';
import type { NodeView } from '../../src/operator/permits/types';

interface Request {
  readonly id: string;
  readonly podUid: string;
}

interface Report {
  /** The version that it was made from. */
  readonly base: NodeView;
  readonly observedGeneration: number;
  readonly used: readonly string[];
  readonly requests: readonly Request[];
}

let numbers = 0;

export class ModelNode {
  readonly versions: NodeView[];
  armed: ReadonlySet<string> = new Set();
  readonly frozen = new Set<string>();
  /** Pods whose mark the kernel does not have (any more), though they are armed: who is hit there is held. */
  readonly unmarked = new Set<string>();
  holds: Request[] = [];
  readonly reports: Report[] = [];
  /** What the agent follows; undefined after a restart, until it has read its object. */
  private target: NodeView | undefined;
  private phase: 'Unarm' | 'Arm' | 'Idle' = 'Idle';

  constructor(readonly name: string) {
    this.versions = [{ name, uid: `uid-${name}`, generation: 1, spec: { term: 0, permits: [], answers: [] }, observedGeneration: undefined, used: [], requests: [], alive: true }];
  }

  current(): NodeView {
    return this.versions.at(-1) as NodeView;
  }

  /** `age`: so many versions ago. */
  version(age: number): NodeView {
    return this.versions[Math.max(0, this.versions.length - 1 - age)] as NodeView;
  }

  store(change: Partial<NodeView>): void {
    this.versions.push({ ...this.current(), ...change });
  }

  read(age: number): void {
    const view = this.target === undefined ? this.current() : this.version(age);
    if (this.target !== undefined && view.generation <= this.target.generation) return;
    this.target = view;
    this.phase = 'Unarm';
  }

  goOn(): void {
    if (this.target === undefined || this.phase === 'Idle') return;
    const wanted = podsToArm(this.target.spec.permits, this.frozen);
    if (this.phase === 'Unarm') {
      this.armed = new Set([...this.armed].filter((uid) => wanted.has(uid)));
      this.phase = 'Arm';
      return;
    }
    this.armed = wanted;
    this.phase = 'Idle';
    const granted = new Set(this.target.spec.answers.filter(({ decision }) => decision === 'Granted').map(({ request }) => request));
    for (const { id, podUid } of this.holds) {
      if (!this.armed.has(podUid) || (this.unmarked.has(podUid) && !granted.has(id))) continue;
      this.frozen.add(podUid);
      this.unmarked.delete(podUid);
    }
    this.holds = this.holds.filter(({ podUid }) => !this.frozen.has(podUid));
  }

  report(): void {
    if (this.target === undefined || this.phase !== 'Idle' || this.reports.length > 8) return;
    this.reports.push({ base: this.current(), observedGeneration: this.target.generation, used: [...this.frozen], requests: [...this.holds] });
  }

  reportArrives(pick: number): void {
    const [sent] = this.reports.splice(pick % Math.max(1, this.reports.length), 1);
    if (sent === undefined || this.current() !== sent.base) return;
    this.store({ observedGeneration: sent.observedGeneration, used: sent.used, requests: sent.requests });
  }

  restart(): void {
    this.target = undefined;
    this.phase = 'Idle';
    this.holds = [];
  }

  hit(uid: string): void {
    if (this.frozen.has(uid)) return;
    if (this.armed.has(uid) && !this.unmarked.has(uid)) this.frozen.add(uid);
    else if (this.holds.length < 4) this.holds.push({ id: `r${(numbers += 1)}`, podUid: uid });
  }

  release(uid: string): void {
    this.frozen.delete(uid);
    if (this.target !== undefined) this.phase = 'Unarm'; // what holds instead of its permit may hold now
  }

  /** Follows its spec and reports, or stops half-way. */
  work(steps: number): void {
    const all = [(): void => this.read(0), (): void => this.goOn(), (): void => this.goOn(), (): void => this.report(), (): void => this.reportArrives(this.reports.length - 1)];
    for (const step of all.slice(0, steps % 8 === 7 ? 2 : steps % 8 === 6 ? 4 : all.length)) step();
  }
}
