/** A cluster in which everything that can be late, lost, doubled or restarted is: for the permit reducer's properties. */
import { beginTerm, observeNode, resolveWrite, stepPermits, type PermitState, type PermitWrite } from '../../src/operator/permits/permits';
import type { NodeView, PermitSpec, PodView, Workloads } from '../../src/operator/permits/types';
import { ModelNode } from './permit-node';

interface Operator {
  state: PermitState;
  /** Copies of writes on their way, the outcome once they have arrived. */
  readonly network: { readonly write: PermitWrite; arrived: boolean }[];
}

interface Pod {
  readonly uid: string;
  readonly node: string;
  readonly workload: string;
  readonly budgets: readonly string[];
  leaving: boolean;
  ready: boolean;
  /** Its Containment, as the operator's cache has it. */
  contained: boolean;
  byPerson: boolean;
}

/** Pods of a workload, spread over the nodes in turn. */
export interface ModelWorkload {
  readonly name: string;
  readonly pods: number;
  readonly budgets: readonly string[];
}

export interface ModelSetup {
  readonly nodes: number;
  readonly workloads: readonly ModelWorkload[];
  /** How many of its pods each PodDisruptionBudget wants healthy. */
  readonly budgets: Readonly<Record<string, number>>;
}

export class PermitModel {
  readonly pods: Pod[] = [];
  /** Requests for pods that have a permit and were not told so in the same decision. */
  readonly keptWaiting: string[] = [];
  private readonly nodes: ModelNode[] = [];
  private readonly operators: Operator[] = [];
  private readonly allowedOf: Readonly<Record<string, number>>;
  private now = 0;

  constructor(private readonly setup: ModelSetup) {
    for (let index = 0; index < setup.nodes; index++) this.nodes.push(new ModelNode(`n${index}`));
    for (const workload of setup.workloads) for (let index = 0; index < workload.pods; index++) this.addPod(workload);
    const members = (budget: string): number => this.pods.filter(({ budgets }) => budgets.includes(budget)).length;
    this.allowedOf = Object.fromEntries(Object.entries(setup.budgets).map(([budget, healthy]) => [budget, members(budget) - healthy]));
    this.failOver();
  }

  /** The kinds of things that happen; each takes any number and makes of it which one it happens to. */
  readonly happenings: Readonly<Record<string, (pick: number) => void>> = {
    operatorDecides: (pick) => this.decide(this.pickOf(this.operators, pick)),
    leaderDecides: () => this.decide(this.leader()),
    operatorSees: (pick) => this.see(this.pickOf(this.operators, pick), this.pickOf(this.nodes, pick >> 2), (pick >> 5) % 4),
    leaderSees: (pick) => this.see(this.leader(), this.pickOf(this.nodes, pick), 0),
    leaderWorks: (pick) => this.work(pick),
    nodeWorks: (pick) => {
      this.pickOf(this.nodes, pick).work(pick >> 3);
      this.see(this.leader(), this.pickOf(this.nodes, pick), 0);
    },
    writeArrives: (pick) => this.arrive(this.pickOf(this.operators, pick), pick >> 2),
    writeIsAnswered: (pick) => this.answer(this.pickOf(this.operators, pick), pick >> 2),
    writeIsRepeated: (pick) => this.repeat(this.pickOf(this.operators, pick), pick >> 2),
    operatorRestarts: (pick) => {
      if ((pick & 1) === 0) this.decide(this.leader()); // its last writes are on their way
      this.failOver();
    },
    lateWriteArrives: (pick) => this.arrive(this.pickOf(this.operators, pick), 0),
    agentReads: (pick) => this.pickOf(this.nodes, pick).read((pick >> 3) % 3),
    agentGoesOn: (pick) => this.pickOf(this.nodes, pick).goOn(),
    agentReports: (pick) => this.pickOf(this.nodes, pick).report(),
    reportArrives: (pick) => this.pickOf(this.nodes, pick).reportArrives(pick >> 3),
    agentRestarts: (pick) => this.pickOf(this.nodes, pick).restart(),
    markIsLost: (pick) => this.unmark(this.pickOf(this.livePods(), pick)),
    hit: (pick) => this.hit(this.pickOf(this.livePods(), pick)),
    holdEnds: (pick) => void this.pickOf(this.nodes, pick).holds.shift(),
    containmentIsSeen: (pick) => this.showContainments(this.pickOf(this.nodes, pick)),
    turnsUnready: (pick) => this.turnUnready(this.pickOf(this.livePods(), pick)),
    personFreezes: (pick) => void Object.assign(this.pickOf(this.livePods(), pick), { contained: true, byPerson: true }),
    released: (pick) => this.release(this.pickOf(this.livePods(), pick)),
    podIsReplaced: (pick) => this.replace(this.pickOf(this.livePods(), pick)),
    timePasses: (pick) => void (this.now += pick % 700),
  };

  /** Everything arrives, the last leader alone goes on; long enough for every request to be answered. */
  settle(rounds = 60): void {
    this.operators.splice(0, this.operators.length - 1);
    for (let round = 0; round < rounds; round++) {
      this.now += 100;
      for (const node of this.nodes) this.settleNode(node);
      this.decide(this.leader());
    }
  }

  /** By limit: pods of it that are armed or frozen by rules, and how many may be. */
  counts(): readonly { readonly limit: string; readonly count: number; readonly allowed: number }[] {
    const taking = new Set(this.nodes.flatMap(({ armed, frozen }) => [...armed, ...frozen]));
    const live = this.livePods().filter(({ uid }) => taking.has(uid));
    const workloads = this.setup.workloads.map(({ name, pods }) => ({ limit: name, count: live.filter(({ workload }) => workload === name).length, allowed: Math.max(1, Math.floor(pods / 4)) }));
    const budgets = Object.entries(this.allowedOf).map(([budget, allowed]) => ({ limit: budget, count: live.filter((pod) => pod.budgets.includes(budget)).length, allowed }));
    return [...workloads, ...budgets];
  }

  /** Holds that have neither a permit nor a refusal. */
  unanswered(): readonly string[] {
    return this.nodes.flatMap((node) => {
      const { answers } = node.current().spec;
      const isArmed = (uid: string): boolean => node.armed.has(uid) && !node.unmarked.has(uid);
      return node.holds.filter(({ id, podUid }) => !isArmed(podUid) && !answers.some(({ request, decision }) => request === id && decision === 'Refused')).map(({ id }) => id);
    });
  }

  livePods(): readonly Pod[] {
    return this.pods.filter(({ leaving }) => !leaving);
  }

  private pickOf<T>(list: readonly T[], pick: number): T {
    return list[pick % list.length] as T;
  }

  private leader(): Operator {
    return this.operators.at(-1) as Operator;
  }

  private node(name: string): ModelNode {
    return this.nodes.find((node) => node.name === name) as ModelNode;
  }

  private addPod({ name, budgets }: ModelWorkload, node = `n${this.pods.length % this.setup.nodes}`): void {
    this.pods.push({ uid: `${name}-${this.pods.length}`, node, workload: name, budgets, leaving: false, ready: true, contained: false, byPerson: false });
  }

  private failOver(): void {
    let state = beginTerm((this.operators.at(-1)?.state.term ?? 0) + 1);
    for (const node of this.nodes) state = observeNode(state, node.current());
    this.operators.push({ state, network: [] });
    if (this.operators.length > 3) this.operators.shift();
  }

  private decide(operator: Operator): void {
    const before = operator.state;
    const { state, writes, deposed } = stepPermits(before, this.workloads(), this.now);
    operator.state = state;
    for (const { view, inFlight, inherited } of before.nodes.values()) {
      const isOpen = !deposed && inFlight === undefined && inherited.length === 0 && view.spec.term === before.term;
      if (isOpen) this.check(view, writes.find(({ node }) => node === view.name)?.spec ?? view.spec);
    }
    for (const write of writes) operator.network.push({ write, arrived: false });
  }

  private check({ requests, spec: before }: NodeView, after: PermitSpec): void {
    const kept = requests.filter(({ id, podUid }) => hasPermit(before, podUid) && hasPermit(after, podUid) && !before.answers.some(({ request }) => request === id));
    this.keptWaiting.push(...kept.filter(({ id }) => !after.answers.some(({ request, decision }) => request === id && decision === 'Granted')).map(({ id }) => id));
  }

  private workloads(): Workloads {
    const pods = this.pods.map((pod): PodView => ({ uid: pod.uid, node: pod.node, workload: pod.workload, budgets: pod.budgets, running: true, ready: pod.ready, leaving: pod.leaving, contained: pod.contained }));
    const budgets = Object.entries(this.setup.budgets).map(([id, desiredHealthy]) => {
      const healthy = this.livePods().filter((pod) => pod.budgets.includes(id) && pod.ready).length;
      return { id, desiredHealthy, disruptionsAllowed: Math.max(0, healthy - desiredHealthy) };
    });
    return { pods, budgets };
  }

  /** Decides and writes, and of some writes learns the outcome. */
  private work(pick: number): void {
    const leader = this.leader();
    this.decide(leader);
    for (let at = leader.network.length - 1; at >= 0; at--) if (((pick >> at % 8) & 1) === 0) this.arrive(leader, at);
    while ((pick & 1) === 0 && leader.network.some(({ arrived }) => arrived)) this.answer(leader, 0);
  }

  private see(operator: Operator, node: ModelNode, age: number): void {
    operator.state = observeNode(operator.state, node.version(age));
  }

  private arrive({ network }: Operator, pick: number): void {
    const sent = network.length === 0 ? undefined : this.pickOf(network, pick);
    if (sent === undefined || sent.arrived) return;
    sent.arrived = true;
    const { generation, spec } = sent.write;
    const node = this.node(sent.write.node);
    if (node.current().generation === generation) node.store({ spec, generation: generation + 1 });
  }

  /** Its copies that have not arrived stay on their way, for ever. */
  private answer(operator: Operator, pick: number): void {
    const arrived = operator.network.filter((sent) => sent.arrived);
    if (arrived.length === 0) return;
    const sent = this.pickOf(arrived, pick);
    operator.network.splice(operator.network.indexOf(sent), 1);
    if (operator.state.nodes.get(sent.write.node)?.inFlight === sent.write.spec) operator.state = resolveWrite(operator.state, this.node(sent.write.node).current());
  }

  private repeat({ network }: Operator, pick: number): void {
    if (network.length > 0 && network.length < 50) network.push({ write: this.pickOf(network, pick).write, arrived: false });
  }

  private unmark({ uid, node }: Pod): void {
    if (this.node(node).armed.has(uid)) this.node(node).unmarked.add(uid);
  }

  private hit({ uid, node }: Pod): void {
    this.node(node).hit(uid);
  }

  private showContainments({ name, frozen }: ModelNode): void {
    for (const pod of this.pods) if (pod.node === name && frozen.has(pod.uid)) pod.contained = true;
  }

  private turnUnready(pod: Pod): void {
    if (pod.contained) pod.ready = false;
  }

  private release(pod: Pod): void {
    this.node(pod.node).release(pod.uid);
    Object.assign(pod, { contained: false, byPerson: false, ready: true });
  }

  private replace(pod: Pod): void {
    pod.leaving = true;
    this.addPod(this.setup.workloads.find(({ name }) => name === pod.workload) as ModelWorkload);
  }

  private settleNode(node: ModelNode): void {
    const operator = this.leader();
    for (const sent of [...operator.network]) if (sent.write.node === node.name) this.arrive(operator, operator.network.indexOf(sent));
    while (operator.network.some(({ arrived }) => arrived)) this.answer(operator, 0);
    node.reports.length = 0;
    node.work(0);
    this.showContainments(node);
    this.see(operator, node, 0);
  }
}

function hasPermit({ permits }: PermitSpec, uid: string): boolean {
  return permits.some(({ podUid, revoked }) => podUid === uid && revoked !== true);
}
