import type { Timer } from '../../clock';
import type { NodeSpec } from '../../contract/node';
import { statusOf } from '../../kube/failure';
import { nowMs } from '../../kube/pace';
import type { KeyedQueue } from '../../kube/queue';
import { beginTerm, forgetNode, observeNode, resolveWrite, stepPermits, type PermitState, type PermitWrite } from '../permits/permits';
import type { NodeView, PermitAnswer } from '../permits/types';
import type { Controller, Parts } from '../parts';
import type { Compiler } from '../plans/compiler';
import { Bystanders } from '../state/bystanders';
import type { Heartbeats } from '../state/heartbeats';
import type { KeptSecurityNode } from '../state/node';
import { nodeView, withPermits } from '../state/permit-views';
import type { NodeSpecs } from '../write/node-specs';
import { loop } from './loop';
import { Workloads } from './workloads';

export interface PermitOptions {
  readonly parts: Parts;
  readonly specs: NodeSpecs;
  readonly compiler: Compiler;
  readonly heartbeats: Heartbeats;
}

/** What is no question of a held offender is gathered for so long. */
const GATHER_MS = 500;
/** From one decision to the next at least this many times as long as one takes. */
const SHARE = 10;
/** Agents fall silent, and acknowledgements do not come, without anybody saying so. */
const ANYWAY_MS = 15_000;
/** Few: large objects cost the API server much, and after a change of leadership every node is written once. */
const WORKERS = 4;
const PATIENCE_MS = 5000;

/** Gives out permission to freeze: hands everything that is known to the reducer, and carries out what it decides. */
export class Permits implements Controller {
  private state: PermitState;
  private readonly queue: KeyedQueue;
  private readonly workloads: Workloads;
  private readonly bystanders: Bystanders;
  private readonly changed = new Set<string>();
  private readonly pending = new Map<string, PermitWrite>();
  private readonly ends: (() => void)[] = [];
  private timer: { readonly at: number; readonly timer: Timer } | undefined;
  private notBefore = 0;
  private stopped = false;
  private deposed = false;

  constructor(private readonly options: PermitOptions) {
    const { parts, compiler } = options;
    this.state = beginTerm(parts.counters.term);
    this.workloads = new Workloads(parts, compiler);
    this.bystanders = new Bystanders(parts.caches.pods, parts.writer);
    this.queue = loop(parts, { name: 'permits', handle: (name) => this.carryOut(name), workers: WORKERS, patience: PATIENCE_MS });
  }

  start(): void {
    const { caches, clock, installation } = this.options.parts;
    const soon = (): void => this.wake(GATHER_MS);
    this.ends.push(
      caches.on('securitynodes', ({ key, object }) => {
        this.changed.add(key);
        this.wake((object.report?.requests.length ?? 0) > 0 ? 0 : GATHER_MS);
      }),
      ...(['pods', 'poddisruptionbudgets', 'containments'] as const).map((kind) => caches.on(kind, soon)),
      ...(['securitypolicies', 'clustersecuritypolicies', 'namespaces'] as const).map((kind) => caches.on(kind, () => this.ruled())),
      installation.on(() => this.ruled()),
    );
    const regular = clock.every(ANYWAY_MS, () => this.listen());
    this.ends.push(() => regular.cancel());
    for (const { metadata } of caches.all('securitynodes')) this.changed.add(metadata.name);
    this.wake(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const end of this.ends) end();
    this.timer?.timer.cancel();
    await this.queue.stop();
  }

  /** Whom rules may freeze is another question now. */
  private ruled(): void {
    this.workloads.forget();
    this.wake(GATHER_MS);
  }

  /** Who has fallen silent since. */
  private listen(): void {
    for (const [name, { view }] of this.state.nodes) if (view.alive !== this.options.heartbeats.isAlive(name)) this.changed.add(name);
    this.wake(0);
  }

  private wake(after: number): void {
    const { clock } = this.options.parts;
    const at = Math.max(nowMs(clock) + after, this.notBefore);
    if (this.stopped || (this.timer !== undefined && this.timer.at <= at)) return;
    this.timer?.timer.cancel();
    const timer = clock.after(at - nowMs(clock), () => {
      this.timer = undefined;
      this.decide();
    });
    this.timer = { at, timer };
  }

  private decide(): void {
    const { clock, logger } = this.options.parts;
    const began = nowMs(clock);
    for (const name of this.changed) this.observe(name);
    this.changed.clear();
    const step = stepPermits(this.state, this.workloads.now(), began);
    this.state = step.state;
    if (step.deposed && !this.deposed) logger.error('a later leader has written permits; this one writes none');
    this.deposed = step.deposed;
    for (const write of step.writes) {
      this.pending.set(write.node, write);
      this.queue.add(write.node);
    }
    this.notBefore = nowMs(clock) + SHARE * (nowMs(clock) - began);
    if (this.state.firstSeen.size > 0) this.wake(GATHER_MS); // what waits for an acknowledgement is refused in time
  }

  private observe(name: string): void {
    const known = this.options.specs.get(name);
    if (known === undefined) this.state = forgetNode(this.state, name);
    else this.state = observeNode(this.state, this.viewOf(known));
  }

  private viewOf(node: KeptSecurityNode): NodeView {
    const requests = new Map((node.report?.requests ?? []).map(({ pod }) => [pod.uid, pod]));
    const isKnown = (uid: string): boolean => {
      const pod = requests.get(uid);
      return pod === undefined || this.bystanders.isKnown(pod, () => this.answered(node.metadata.name));
    };
    return nodeView(node, { alive: this.options.heartbeats.isAlive(node.metadata.name), isKnown });
  }

  private answered(name: string): void {
    this.changed.add(name);
    this.wake(0);
  }

  /** Tries a write until it is certain whether it has landed; a failure that leaves that open is tried again, unchanged. */
  private async carryOut(name: string): Promise<undefined> {
    const pending = this.pending.get(name);
    if (pending === undefined) return undefined;
    const outcome = await this.outcomeOf(pending);
    this.pending.delete(name);
    if (outcome === undefined) this.state = forgetNode(this.state, name);
    else this.resolve(pending, outcome);
    this.wake(0);
    return undefined;
  }

  /**
   * What counts is the spec that was decided about; the agent may say something new at any time. A take-over changes the term, so a late
   * write of the leader before finds another generation.
   */
  private async outcomeOf(pending: PermitWrite): Promise<KeptSecurityNode | undefined> {
    const known = this.options.specs.get(pending.node);
    const landed = known?.spec !== undefined && isOf(known, pending) ? await this.attempt(known, withPermits(known.spec, pending.spec)) : undefined;
    if (landed !== undefined) return landed;
    // Another generation is there, so it cannot land any more, and an earlier attempt at it is in what is read now.
    const stored = await this.read(pending.node);
    if (known !== undefined && stored !== undefined && isOf(known, pending) && isOf(stored, pending)) throw new Error('the API server does not take such permits');
    return stored;
  }

  /** Undefined: it did not land. A failure that leaves that open rejects. */
  private async attempt(known: KeptSecurityNode, spec: NodeSpec): Promise<KeptSecurityNode | undefined> {
    try {
      return await this.options.specs.replace(known, spec);
    } catch (error) {
      if ([404, 422].includes(statusOf(error) ?? 0)) return undefined;
      throw error;
    }
  }

  private async read(name: string): Promise<KeptSecurityNode | undefined> {
    try {
      return await this.options.specs.read(name);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  private resolve(write: PermitWrite, node: KeptSecurityNode): void {
    const before = new Set(this.state.nodes.get(write.node)?.view.spec.answers.map(({ request }) => request));
    const view = this.viewOf(node);
    this.state = resolveWrite(this.state, view);
    for (const answer of view.spec.answers) if (!before.has(answer.request)) this.tell(node, answer);
  }

  private tell({ report }: KeptSecurityNode, answer: PermitAnswer): void {
    if (answer.decision === 'Granted') return;
    const { events, metrics } = this.options.parts;
    metrics.refused('freeze', answer.reason);
    const pod = report?.requests.find(({ id }) => id === answer.request)?.pod;
    if (pod === undefined) return;
    events.record({ regarding: { apiVersion: 'v1', kind: 'Pod', ...pod }, type: 'Warning', reason: 'FreezeRefused', action: 'Answer', note: `${answer.reason}: ${answer.message}` });
  }
}

function isOf({ metadata }: KeptSecurityNode, { uid, generation }: PermitWrite): boolean {
  return metadata.uid === uid && metadata.generation === generation;
}
