import { setImmediate as pause } from 'node:timers/promises';
import { isInShare } from '../../contract/agent-config';
import { policyName } from '../../contract/policy';
import { nowMs } from '../../kube/pace';
import type { Timer } from '../../clock';
import type { Controller, Parts } from '../parts';
import type { Compiler } from '../plans/compiler';
import { selectsNodeOf, selectsPod, type Selecting } from '../plans/selection';
import { sha256 } from '../sha256';
import type { Heartbeats } from '../state/heartbeats';
import type { KeptNode, KeptPod, KeptPolicy } from '../state/objects';
import { addNode, publishedPolicies, totalsOf, type CountedNode, type PublishedPolicies, type PublishedPolicy } from '../status/add-up';
import type { PolicyTotals } from '../status/totals';
import type { Publisher } from './publisher';

export interface RollUpOptions {
  readonly parts: Parts;
  readonly compiler: Compiler;
  readonly publisher: Publisher;
  readonly heartbeats: Heartbeats;
  readonly onChanged: (policy: string) => void;
}

/** At least so long from one pass to the next, and this many times as long as a pass takes. */
const PAUSE_MS = 1000;
const SHARE = 20;
/** A node falls silent without anybody saying so. */
const ANYWAY_MS = 15_000;
/** Others get their turn after so long. */
const TURN_MS = 15;

interface Counted extends PublishedPolicy, Selecting {}

interface Policies extends PublishedPolicies {
  readonly selecting: readonly Counted[];
}

/** Adds up what the nodes say about the policies. One pass over everything at a time: nothing can drift. */
export class RollUp implements Controller {
  private totals: ReadonlyMap<string, PolicyTotals> | undefined;
  private readonly ends: (() => void)[] = [];
  private timer: Timer | undefined;
  private nextAt = 0;
  private passing: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private labelsVersion = 0;
  private readonly labels = new Map<string, string>();
  private readonly selections = new Map<string, { readonly version: string; readonly numbers: ReadonlySet<number> }>();

  constructor(private readonly options: RollUpOptions) {}

  start(): void {
    const { caches, clock } = this.options.parts;
    const wake = (): void => this.wake();
    for (const kind of ['securitypolicies', 'clustersecuritypolicies', 'agentconfigs', 'securitynodes', 'pods'] as const) this.ends.push(caches.on(kind, wake));
    this.ends.push(
      caches.on('namespaces', ({ key, object }) => this.label(key, JSON.stringify(object.labels))),
      caches.on('nodes', ({ kind, key }) => {
        if (kind === 'Deleted') this.selections.delete(key);
        this.wake();
      }),
    );
    const regular = clock.every(ANYWAY_MS, wake);
    this.ends.push(() => regular.cancel());
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const end of this.ends) end();
    this.timer?.cancel();
    await this.passing;
  }

  /** Of a policy that is published; undefined: not added up yet. */
  totalsOf(policy: string): PolicyTotals | undefined {
    return this.totals?.get(policy);
  }

  private label(namespace: string, labels: string): void {
    if (this.labels.get(namespace) === labels) return;
    this.labels.set(namespace, labels);
    this.labelsVersion++;
    this.wake();
  }

  private wake(): void {
    if (this.passing !== undefined) this.again = true;
    if (this.stopped || this.passing !== undefined || this.timer !== undefined) return;
    const { clock } = this.options.parts;
    this.timer = clock.after(Math.max(0, this.nextAt - nowMs(clock)), () => {
      this.timer = undefined;
      this.passing = this.pass().finally(() => this.passed());
    });
  }

  private passed(): void {
    this.passing = undefined;
    if (this.again) {
      this.again = false;
      this.wake();
    }
  }

  private async pass(): Promise<void> {
    const { parts, onChanged } = this.options;
    const policies = this.published();
    const made = new Map<string, PolicyTotals>();
    for (const { name } of policies.list) totalsOf(made, name);
    let worked = 0;
    let turn = nowMs(parts.clock);
    for (const node of [...parts.caches.all('nodes')]) {
      addNode(made, policies, this.counted(node, policies));
      const now = nowMs(parts.clock);
      if (now - turn < TURN_MS) continue;
      worked += now - turn;
      await pause();
      if (this.stopped) return;
      turn = nowMs(parts.clock);
    }
    this.nextAt = nowMs(parts.clock) + Math.max(PAUSE_MS, SHARE * (worked + nowMs(parts.clock) - turn));
    const before = this.totals;
    this.totals = made;
    for (const [name, totals] of made) if (JSON.stringify(before?.get(name)) !== JSON.stringify(totals)) onChanged(name);
  }

  private published(): Policies {
    const list = [...this.options.parts.caches.policies()].flatMap((policy) => this.publishedPolicy(policy) ?? []);
    return { ...publishedPolicies(list), selecting: list };
  }

  private publishedPolicy(policy: KeptPolicy): Counted | undefined {
    const { compiler, publisher, parts } = this.options;
    const compiled = compiler.of(policy);
    const published = publisher.published(policy);
    const name = policyName(policy.ref);
    const number = parts.caches.numberOf(name);
    if (!compiled.ok || published === undefined || number === undefined) return undefined;
    const selecting = { ref: policy.ref, target: compiled.policy.target };
    const { nodePercent } = published;
    return {
      ...{ name, number, revision: published.revision, ...selecting },
      hasTo: selecting.target.nodeSelector === undefined ? () => true : ({ labels }) => selectsNodeOf(selecting, labels),
      isInside: nodePercent === undefined ? () => true : (node) => isInShare(node.name, nodePercent, sha256),
    };
  }

  private counted({ metadata: { name }, labels, ready }: KeptNode, policies: Policies): CountedNode {
    const { parts, heartbeats } = this.options;
    const report = heartbeats.isAlive(name) ? parts.caches.get('securitynodes', name)?.report : undefined;
    return { name, labels, ready, report, selected: () => this.selected(name, policies) };
  }

  private selected(node: string, { selecting, lastRevision }: Policies): ReadonlySet<number> {
    const { caches } = this.options.parts;
    const version = `${caches.pods.versionOf(node)} ${this.labelsVersion} ${lastRevision} ${selecting.length}`;
    const known = this.selections.get(node);
    if (known?.version === version) return known.numbers;
    const numbers = new Set<number>();
    for (const pod of caches.pods.of(node)) if (!pod.metadata.leaving) this.select(numbers, pod, selecting);
    this.selections.set(node, { version, numbers });
    return numbers;
  }

  private select(numbers: Set<number>, pod: KeptPod, policies: readonly Counted[]): void {
    const labels = this.options.parts.caches.get('namespaces', pod.metadata.namespace ?? '')?.labels ?? {};
    for (const policy of policies) if (!numbers.has(policy.number) && selectsPod(policy, pod, labels)) numbers.add(policy.number);
  }
}
