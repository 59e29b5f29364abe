import { beginTerm, observeNode, resolveWrite, stepPermits, type PermitState, type PermitStep } from '../../src/operator/permits/permits';
import type { DisruptionBudget, NodeView, PodView } from '../../src/operator/permits/types';

export function aPod(uid: string, change: Partial<PodView> = {}): PodView {
  return { uid, node: 'n1', workload: 'shop/Deployment/web', budgets: [], running: true, ready: true, leaving: false, contained: false, ...change };
}

/** An API server and its operator; nodes follow at once unless told otherwise. */
export class PermitCluster {
  state: PermitState = beginTerm(7);
  now = 0;
  readonly nodes = new Map<string, NodeView>();
  /** Of the last decision. */
  last: PermitStep = { state: this.state, writes: [], deposed: false };
  writes = 0;

  constructor(public pods: readonly PodView[], public budgets: readonly DisruptionBudget[] = []) {
    for (const name of new Set(pods.flatMap(({ node }) => node ?? []))) this.change(name, {});
  }

  change(name: string, change: Partial<NodeView>): void {
    const last: NodeView = this.nodes.get(name) ?? { name, uid: name, generation: 1, spec: { term: 0, permits: [], answers: [] }, observedGeneration: undefined, used: [], requests: [], alive: true };
    const view = { ...last, ...change };
    this.nodes.set(name, view);
    this.state = observeNode(this.state, view);
  }

  /** One decision, its writes landed. */
  step(): void {
    this.last = stepPermits(this.state, { pods: this.pods, budgets: this.budgets }, this.now);
    this.state = this.last.state;
    for (const { node, uid, generation, spec } of this.last.writes) {
      const before = this.view(node);
      if (uid !== before.uid || generation !== before.generation) throw new Error('a write that cannot land');
      this.writes += 1;
      const view = { ...before, spec, generation: before.generation + 1 };
      this.nodes.set(node, view);
      this.state = resolveWrite(this.state, view);
    }
  }

  acknowledge(name: string): void {
    this.change(name, { observedGeneration: this.view(name).generation });
  }

  /** Until nothing is written any more. */
  settle(silent: readonly string[] = []): void {
    for (let round = 0; round < 20; round++) {
      this.step();
      if (this.last.writes.length === 0) return;
      for (const name of this.nodes.keys()) if (!silent.includes(name)) this.acknowledge(name);
    }
    throw new Error('it writes for ever');
  }

  view(name: string): NodeView {
    return this.nodes.get(name) as NodeView;
  }

  armed(): readonly string[] {
    return [...this.nodes.values()].flatMap(({ spec }) => spec.permits.filter(({ revoked }) => revoked !== true).map(({ podUid }) => podUid)).sort();
  }

  ask(pod: string, id = `r-${pod}`): void {
    const name = this.pods.find(({ uid }) => uid === pod)?.node ?? '';
    this.change(name, { requests: [...this.view(name).requests, { id, podUid: pod }] });
  }

  answerTo(id: string): string | undefined {
    const answer = [...this.nodes.values()].flatMap(({ spec }) => spec.answers).find(({ request }) => request === id);
    return answer?.decision === 'Refused' ? answer.reason : answer?.decision;
  }
}
