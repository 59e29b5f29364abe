import type { Finding } from '../contract/finding';
import { controlHandler } from './node-control';
import { serveControl } from './api/control-server';
import { serveHttp, type Readiness } from './api/http';
import { agentMetrics, type Metrics } from './api/metrics';
import type { AgentStatus } from './api/protocol';
import type { Clock, Timer } from './clock';
import { formatTime } from './clock';
import type { Answer, Enricher } from './enrich/enricher';
import type { AgentEvent } from './events';
import { Containers, type Container } from './identity/containers';
import type { Hierarchies } from './identity/hierarchy';
import type { RuntimePaths } from './identity/resolve';
import type { KernelEvent, LifecycleEvent } from './kernel/events';
import type { CgroupId, ProvenHook, RingName, Sensor } from './kernel/sensor';
import type { Logger } from './logger';
import type { AgentOptions } from './options';
import { buildFinding, type FindingEvent } from './pipeline/finding';
import { Generations } from './pipeline/generations';
import { Receipts } from './pipeline/receipts';
import { Publisher } from './publisher';
import type { Reporter } from './report/reporter';
import { keepRuleNames, readRuleNames } from './rule-names';
import type { LinkedRules } from './rules';
import { PROVABLE_HOOKS, runSelfTest } from './self-test';
import { Weaknesses } from './weaknesses';

export interface AgentParts {
  readonly sensor: Sensor;
  readonly decode: (ring: RingName, batch: Buffer) => Iterable<KernelEvent>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly hierarchies: Hierarchies;
  readonly paths: RuntimePaths;
  readonly reporter: Reporter;
  /** Undefined: no socket was given. */
  readonly enricher: Enricher | undefined;
  readonly bootId: string;
  readonly version: string;
}

/** Hooks that were not proven are tried again. */
const SELF_TEST_AGAIN_MS = 30_000;
const FLUSH_MS = 1000;
const LOOK_MS = 5000;

/** The agent of one node: consumes events, binds containers, reports findings, answers people. */
export class Agent {
  private readonly containers: Containers;
  private readonly generations = new Generations();
  private readonly receipts: Receipts;
  private readonly publisher: Publisher;
  private readonly metrics: Metrics;
  private readonly startedAt: string;
  private readonly weaknesses: Weaknesses;
  private readonly closers: (() => void)[] = [];
  private rules: LinkedRules | undefined;
  private policyState = { hash: '', problems: [] as readonly string[] };
  private generation = 0;
  private unproven: readonly ProvenHook[] = PROVABLE_HOOKS;
  private selfTestTimer: Timer | undefined;
  private stopping = false;

  constructor(
    private readonly options: AgentOptions,
    private readonly parts: AgentParts,
  ) {
    const { sensor, clock, logger, hierarchies, paths } = parts;
    this.startedAt = formatTime(clock.bootNs(), clock.epochNs());
    this.weaknesses = new Weaknesses(sensor);
    this.metrics = this.createMetrics();
    this.receipts = new Receipts({ clock, report: (finding) => this.report(finding) });
    this.containers = new Containers({
      ...{ sensor, hierarchies, paths, clock },
      scopeOf: (facts) => this.rulesInForce().scopeOf(facts),
      onBound: (container) => this.bound(container),
      onFault: (fault, detail) => {
        this.metrics.fault(fault);
        logger.warn(`container identity: ${fault}`, { detail });
      },
    });
    this.publisher = new Publisher({
      sensor,
      factsOf: (cgroup) => this.containers.get(cgroup)?.facts,
      onPublished: (rules, generation) => this.published(rules, generation),
      onFailed: (error) => logger.error('the rules could not be put in force; those before stay', { error: String(error) }),
    });
  }

  /** Puts the rules in force, takes over the containers that exist, then serves. Rejects when it cannot do its work. */
  async start(rules: LinkedRules, policyState: { readonly hash: string; readonly problems: readonly string[] }): Promise<void> {
    const { sensor, logger } = this.parts;
    this.policyState = policyState;
    this.rememberLastAgent();
    this.containers.scan();
    await this.publisher.publish(rules);
    if (this.rules === undefined) throw new Error('the first rules could not be put in force');
    this.containers.bindAll();
    sensor.seed();
    sensor.listen({
      onBatch: (ring, batch) => {
        for (const event of this.parts.decode(ring, batch)) this.handle(event);
      },
      onReceipt: (receipt) => this.handle({ kind: 'receipt', receipt }),
    });
    const looking = this.parts.clock.every(LOOK_MS, () => this.look());
    this.closers.push(() => looking.cancel());
    logger.info('rules in force', { generation: this.generation, policies: rules.policies, containers: this.containers.all().length });
    await this.serve();
    await this.selfTest();
  }

  /** Takes over changed policies. */
  async change(rules: LinkedRules, policyState: { readonly hash: string; readonly problems: readonly string[] }): Promise<void> {
    const same = policyState.hash === this.policyState.hash;
    this.policyState = policyState;
    if (!same) await this.publisher.publish(rules);
  }

  /** Ends the agent; what is pinned stays in force. Idempotent. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    this.selfTestTimer?.cancel();
    for (const close of this.closers.splice(0).reverse()) close();
    this.containers.close();
    this.receipts.close();
    this.parts.enricher?.close();
    this.parts.sensor.close();
    await this.parts.reporter.flush(FLUSH_MS);
  }

  /** One event of any source; the only place where the agent's state changes by events. */
  handle(event: AgentEvent): void {
    switch (event.kind) {
      case 'process':
      case 'revocation':
        return this.find(event);
      case 'receipt':
        return this.receipts.settle(event.receipt);
      case 'enriched':
        return this.enrich(event.cgroup, event.answer);
      default:
        return this.live(event);
    }
  }

  readiness(): Readiness {
    const blocking = [
      ...(this.generation === 0 ? ['no rules are in force'] : []),
      ...(this.unproven.length > 0 ? [`hooks not proven: ${this.unproven.join(', ')}`] : []),
    ];
    return { ready: blocking.length === 0, reasons: [...blocking, ...this.policyState.problems, ...(this.rules?.problems ?? []), ...this.weaknesses.reasons()] };
  }

  private live(event: LifecycleEvent): void {
    switch (event.kind) {
      case 'container-made':
        return this.containers.made(event.cgroup, event.path, event.maker);
      case 'container-gone':
        return this.containers.gone(event.cgroup);
      case 'container-gap':
        this.parts.logger.warn('a container ran before it was bound', { id: this.containers.get(event.cgroup)?.facts.id ?? String(event.cgroup) });
        return this.containers.waits(event.cgroup);
      case 'container-waits':
        return this.containers.waits(event.cgroup);
    }
  }

  private look(): void {
    this.containers.reconcile();
    for (const news of this.weaknesses.look(this.parts.clock.bootNs())) this.parts.logger.warn(news);
  }

  private find(event: FindingEvent): void {
    const { sensor, clock, bootId } = this.parts;
    const finding = buildFinding(event, {
      ...{ bootId, node: this.options.node, epochNs: clock.epochNs() },
      rulesOf: this.generations.get(event.header.generation),
      container: this.containers.factsOf(event.subject.cgroup),
      executable: (id) => (id === 0 ? undefined : sensor.executable(id)?.path),
    });
    this.receipts.add(finding, event.header);
  }

  private report(finding: Finding): void {
    this.metrics.finding(finding);
    this.parts.reporter.report(finding);
  }

  private published(rules: LinkedRules, generation: number): void {
    const first = this.rules === undefined;
    this.rules = rules;
    this.generation = generation;
    this.generations.add(generation, rules.rulesOf);
    this.keepNames(rules, generation);
    // A container bound while the tables were filled was given the scope of the rules before.
    if (!first) this.containers.rebind();
    if (!first) this.parts.logger.info('policies changed', { generation, policies: rules.policies });
  }

  /** What is still in the ring was matched by the rules of the agent before. */
  private rememberLastAgent(): void {
    const names = readRuleNames(this.options.runDirectory, this.parts.bootId);
    if (names !== undefined) this.generations.add(names.generation, (id) => names.rules[id] ?? []);
  }

  private keepNames({ tables, rulesOf }: LinkedRules, generation: number): void {
    const rules = Array.from({ length: tables.plan.rules }, (_, id) => rulesOf(id));
    try {
      keepRuleNames(this.options.runDirectory, { bootId: this.parts.bootId, generation, rules });
    } catch (error) {
      this.parts.logger.warn('the names of the rules could not be kept for the next agent', { error: String(error) });
    }
  }

  private bound(container: Container): void {
    const { facts, cgroup } = container;
    this.parts.logger.debug('container bound', { id: facts.id, name: facts.name, image: facts.image });
    const { enricher } = this.parts;
    if (enricher === undefined || facts.containerdNamespace === undefined) return;
    if (facts.image !== undefined && facts.sandboxId === undefined) return;
    enricher.ask({ id: facts.id, namespace: facts.containerdNamespace, sandboxId: facts.sandboxId }, (answer) => this.handle({ kind: 'enriched', cgroup: cgroup.id, answer }));
  }

  private enrich(cgroup: CgroupId, answer: Answer): void {
    const facts = this.containers.get(cgroup)?.facts;
    if (facts === undefined) return;
    const pod = facts.pod === undefined || answer.podLabels === undefined ? facts.pod : { ...facts.pod, labels: answer.podLabels };
    this.containers.learned(cgroup, { image: facts.image ?? answer.image, pod });
  }

  private rulesInForce(): LinkedRules {
    if (this.rules === undefined) throw new Error('no rules are in force yet');
    return this.rules;
  }

  private async serve(): Promise<void> {
    const { options, parts } = this;
    const onDone = (what: string, fields: Readonly<Record<string, unknown>>): void => void parts.logger.info(what, fields);
    const handler = controlHandler({ sensor: parts.sensor, containers: this.containers, status: () => this.status(), onDone });
    const control = await serveControl(options.runDirectory, handler);
    this.closers.push(() => control.close());
    if (options.listen === undefined) return;
    const http = await serveHttp({ ...options.listen, metrics: () => this.metrics.registry.metrics(), readiness: () => this.readiness() });
    this.closers.push(() => http.close());
    parts.logger.info('serving metrics and health', { host: options.listen.host, port: http.port });
  }

  private async selfTest(): Promise<void> {
    const { sensor, hierarchies, clock, logger } = this.parts;
    try {
      this.unproven = await runSelfTest({ sensor, unified: hierarchies.unified });
    } catch (error) {
      logger.error('the self-test could not be run', { error: String(error) });
    }
    if (this.unproven.length === 0) return void logger.info('ready: every hook is proven');
    logger.error('not ready: hooks did not see the self-test', { hooks: this.unproven });
    if (!this.stopping) this.selfTestTimer = clock.after(SELF_TEST_AGAIN_MS, () => void this.selfTest());
  }

  private status(): Omit<AgentStatus, 'containers'> {
    const { ready, reasons } = this.readiness();
    return {
      ...{ pid: process.pid, version: this.parts.version, node: this.options.node, startedAt: this.startedAt, ready, reasons },
      generation: this.generation,
      policies: { count: this.rules?.policies ?? 0, hash: this.policyState.hash, problems: this.policyState.problems },
      unprovenHooks: this.unproven,
    };
  }

  private createMetrics(): Metrics {
    const { sensor, version, reporter, enricher } = this.parts;
    return agentMetrics({
      ...{ sensor, version },
      generation: () => this.generation,
      policies: () => ({ count: this.rules?.policies ?? 0, problems: this.policyState.problems.length }),
      ready: () => this.readiness().ready,
      hooks: () => PROVABLE_HOOKS.map((hook) => ({ hook, proven: !this.unproven.includes(hook) })),
      dropped: () => ({ output: reporter.dropped, enrichment: enricher?.droppedQuestions ?? 0 }),
    });
  }
}
