import { PLAN_FORMAT } from '../../contract/plan';
import type { Finding } from '../../contract/finding';
import type { NodeStatus, PermitRequest, PolicyException, SecurityNode, SelectedPolicy } from '../../contract/node';
import { formatTime, type Clock } from '../../clock';
import type { Kube } from '../../kube/client';
import { statusOf } from '../../kube/failure';
import type { Logger } from '../../logger';
import type { Container } from '../identity/containers';
import type { ContainerFacts } from '../identity/facts';
import { idsOf } from '../pipeline/rules';
import { NodeFindings } from '../report/node-findings';
import { nodeStatus, type NodeFacts } from '../report/node-status';
import type { LinkedRules } from '../rules';
import type { SpecVersion } from './node-state';
import { StatusWriter, type StatusNews } from './status-writer';

export type NodeHealth = Pick<NodeFacts, 'ready' | 'reasons' | 'hooks'>;

/** The spec that is in force, permits included, and the version of the object that bore it. */
export interface Followed extends SpecVersion {
  readonly resourceVersion: string;
}

/** What the report asks of the rest of the agent, at each write. */
export interface ReportSources {
  readonly mode: () => NodeFacts['mode'];
  readonly followed: () => Followed | undefined;
  readonly health: () => NodeHealth;
  readonly appliedRevision: () => number | undefined;
  readonly exceptions: () => readonly PolicyException[];
  readonly rules: () => LinkedRules | undefined;
  readonly containers: () => readonly Container[];
  readonly complete: (facts: ContainerFacts) => ContainerFacts;
  readonly runtime: () => string | undefined;
  readonly droppedFindings: () => number;
  readonly permitRequests: () => readonly PermitRequest[];
  readonly permitsUsed: () => readonly string[];
}

export interface NodeReportOptions {
  readonly kube: Kube;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly nodeName: string;
  readonly agentVersion: string;
  readonly kernelVersion: string;
  readonly newId: () => string;
  readonly sources: ReportSources;
}

const MANAGER = 'stasis-agent';

/** Tells the API server what this node has, does and sees: the status of its SecurityNode. */
export class NodeReport {
  private readonly findings: NodeFindings;
  private readonly writer: StatusWriter;
  private last: NodeStatus | undefined;
  private restored = false;
  /** That its object is not there yet was told. */
  private awaited = false;
  /** A write that carries this version is refused unless the object is still as the agent followed it. */
  private acknowledged: SpecVersion | undefined;

  constructor(private readonly options: NodeReportOptions) {
    const { clock, newId } = options;
    this.findings = new NodeFindings({ newId });
    this.writer = new StatusWriter({ clock, write: () => this.write(), onFailed: (error) => this.failed(error) });
  }

  start(): void {
    this.writer.start();
  }

  stop(): Promise<void> {
    return this.writer.stop();
  }

  /** The object as the API server has it: counts go on from where they are there. */
  saw({ status }: SecurityNode): void {
    if (this.restored) return;
    this.restored = true;
    this.last = status;
    this.findings.restore(status?.findings, status?.policies ?? []);
  }

  tell(news: StatusNews): void {
    this.writer.tell(news);
  }

  /** True: the first of its kind. */
  add(finding: Finding): boolean {
    const first = this.findings.add(finding);
    this.writer.tell(first ? 'First' : 'Repeat');
    return first;
  }

  private failed(error: unknown): void {
    const { logger, nodeName } = this.options;
    if (statusOf(error) !== 404) return void logger.warn('the status of this node could not be written', { error: String(error) });
    if (!this.awaited) logger.info('the status of this node is written as soon as the operator has made its SecurityNode', { name: nodeName });
    this.awaited = true;
  }

  private async write(): Promise<void> {
    const { kube, nodeName, clock } = this.options;
    const followed = this.options.sources.followed();
    const status = nodeStatus(this.facts(followed?.generation), this.last);
    const isAcknowledgement = followed !== undefined && (followed.generation !== this.acknowledged?.generation || followed.uid !== this.acknowledged.uid);
    const metadata = { name: nodeName, ...(isAcknowledgement ? { resourceVersion: followed.resourceVersion } : {}) };
    const object = { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata, status };
    await kube.apply(`/apis/stasis.dev/v1alpha1/securitynodes/${encodeURIComponent(nodeName)}/status`, object, { manager: MANAGER, force: true });
    this.last = status;
    this.acknowledged = followed ?? this.acknowledged;
    if (status.findings !== undefined) this.findings.written(status.findings, Number((clock.bootNs() + clock.epochNs()) / 1_000_000n));
  }

  private facts(generation: number | undefined): NodeFacts {
    const { sources, clock, agentVersion, kernelVersion } = this.options;
    return {
      now: formatTime(clock.bootNs(), clock.epochNs()),
      generation,
      mode: sources.mode(),
      ...{ agentVersion, kernelVersion, planFormat: PLAN_FORMAT },
      runtime: sources.runtime(),
      ...sources.health(),
      appliedRevision: sources.appliedRevision(),
      exceptions: sources.exceptions(),
      policies: this.policies(),
      findings: this.findings.report(sources.droppedFindings()),
      permitRequests: sources.permitRequests(),
      permitsUsed: sources.permitsUsed(),
    };
  }

  /** Policies with the pods that they select, and those that had findings. */
  private policies(): readonly SelectedPolicy[] {
    const { sources } = this.options;
    const rules = sources.rules();
    const pods = new Map<string, Set<string>>();
    for (const { facts } of rules === undefined ? [] : sources.containers()) {
      const known = sources.complete(facts);
      const uid = known.pod?.uid;
      if (uid === undefined || rules === undefined) continue;
      for (const { policy } of idsOf(rules.scopeOf(known)).flatMap(rules.rulesOf)) pods.set(policy, (pods.get(policy) ?? new Set()).add(uid));
    }
    return [...pods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([policy, uids]) => ({ policy, pods: uids.size, ...this.findings.countsOf(policy) }));
  }
}
