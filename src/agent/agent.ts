import type { Finding } from '../contract/finding';
import type { Readiness } from '../http';
import { agentMetrics, type Metrics } from './api/metrics';
import type { AgentStatus } from './api/protocol';
import { Causes } from './causes';
import { formatTime } from '../clock';
import type { AgentEvent } from './events';
import { HookProof } from './hook-proof';
import { Containers, type Container, type StartupGap } from './identity/containers';
import type { LifecycleEvent } from './kernel/events';
import type { AgentOptions } from './options';
import type { AgentParts } from './parts';
import { buildFinding, type FindingEvent } from './pipeline/finding';
import { Generations } from './pipeline/generations';
import { beginsContainment, Receipts } from './pipeline/receipts';
import { Repeats } from './pipeline/repeats';
import { Publisher, type Wanted } from './publisher';
import { Questions } from './questions';
import { keepRuleNames, readRuleNames } from './rule-names';
import type { LinkedRules } from './rules';
import { PROVABLE_HOOKS } from './self-test';
import { serve } from './service';
import { Weaknesses } from './weaknesses';

/** What the folder of policies holds. */
export interface PolicyState {
  /** Of the texts that count. */
  readonly hash: string;
  readonly problems: readonly string[];
}

const FLUSH_MS = 1000;
const LOOK_MS = 1000;
const WEAKNESSES_MS = 5000;

const GAPS: Readonly<Record<StartupGap, string>> = {
  Listed: 'a container was found in its runtime\'s list alone: what it ran until now was not judged',
  Unanswered: 'a container began before containerd told what rules select it by',
};

/** The agent of one node: consumes events, binds containers, reports findings, answers people. */
export class Agent {
  private readonly containers: Containers;
  private readonly generations = new Generations();
  private readonly receipts: Receipts;
  private readonly repeats: Repeats;
  private readonly publisher: Publisher;
  private readonly metrics: Metrics;
  private readonly startedAt: string;
  private readonly weaknesses: Weaknesses;
  private readonly closers: (() => void)[] = [];
  private rules: LinkedRules | undefined;
  private readonly proof: HookProof;
  private readonly causes: Causes;
  private readonly questions: Questions;
  /** Of the rules in force. */
  private hash = '';
  /** What is in the folder. */
  private folder: PolicyState = { hash: '', problems: [] };
  private generation = 0;
  private stopping = false;

  constructor(
    private readonly options: AgentOptions,
    private readonly parts: AgentParts,
  ) {
    const { sensor, clock, logger, hierarchies, paths, bootId } = parts;
    this.startedAt = formatTime(clock.bootNs(), clock.epochNs());
    this.causes = new Causes({ runDirectory: options.runDirectory, bootId, onFailed: (error) => logger.warn('the cause of a freeze could not be kept for the next agent', { error: String(error) }) });
    this.proof = new HookProof({ sensor, clock, logger, unified: hierarchies.unified });
    this.questions = new Questions({ enricher: parts.enricher, clock, onAnswer: (cgroup, answer) => this.handle({ kind: 'enriched', cgroup, answer }) });
    this.weaknesses = new Weaknesses(sensor);
    this.metrics = this.createMetrics();
    this.repeats = new Repeats(bootId);
    this.receipts = new Receipts({ clock, report: (finding) => this.report(finding) });
    this.containers = new Containers({
      sensor,
      hierarchies,
      paths,
      clock,
      scopeOf: (facts) => this.rulesInForce().scopeOf(facts),
      ask: (container) => this.questions.ask(container) && this.rulesInForce().awaits(container.facts),
      waitsForAnswers: options.startup === 'Wait',
      onBound: ({ facts }) => logger.debug('container bound', { id: facts.id, name: facts.name, image: facts.image }),
      onGap: (gap, container) => this.gap(gap, container),
      onFault: (fault, detail) => {
        this.metrics.fault(fault);
        logger.warn(`container identity: ${fault}`, { detail });
      },
    });
    this.publisher = new Publisher({
      sensor,
      clock,
      factsOf: (cgroup) => this.containers.get(cgroup)?.facts,
      onPublished: (wanted, generation) => this.published(wanted, generation),
      onFailed: (error, retryMs) => {
        this.metrics.publishFailed();
        logger.error('the rules could not be put in force; those before stay', { error: String(error), againInSeconds: retryMs / 1000 });
      },
    });
  }

  /** Puts the rules in force, takes over the containers that exist, then serves. Rejects when it cannot do its work. */
  async start(rules: LinkedRules, folder: PolicyState): Promise<void> {
    const { sensor, clock, logger } = this.parts;
    this.folder = folder;
    this.rememberLastAgent();
    this.containers.scan();
    // Until it is known whom the first rules select, those of the agent before are in force.
    await this.questions.askAll(this.containers.all().filter(({ facts }) => rules.awaits(facts)));
    await this.publisher.publish({ rules, hash: folder.hash });
    if (this.rules === undefined) throw new Error(`the first rules could not be put in force: ${this.publisher.failure ?? 'ended'}`);
    this.containers.bindAll();
    sensor.seed();
    sensor.listen({
      onBatch: (ring, batch) => {
        for (const event of this.parts.decode(batch, () => this.metrics.unreadable(ring))) this.handle(event);
      },
      onReceipt: (receipt) => this.handle({ kind: 'receipt', receipt }),
    });
    this.often(LOOK_MS, () => this.look());
    this.often(WEAKNESSES_MS, () => this.weaknesses.look(clock.bootNs()).forEach((news) => logger.warn(news)));
    logger.info('rules in force', { generation: this.generation, policies: rules.policies, containers: this.containers.all().length });
    await this.serve();
    await this.proof.run();
  }

  /** Takes over changed policies. */
  async change(rules: LinkedRules, folder: PolicyState): Promise<void> {
    const same = folder.hash === this.folder.hash;
    this.folder = folder;
    if (!same) await this.publisher.publish({ rules, hash: folder.hash });
  }

  /** Ends the agent; what is pinned stays in force. Idempotent. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    this.proof.close();
    this.publisher.close();
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
        return this.containers.learned(event.cgroup, event.answer ?? {});
      default:
        return this.live(event);
    }
  }

  readiness(): Readiness {
    const blocking = [
      ...(this.generation === 0 ? ['no rules are in force'] : []),
      ...(this.proof.unproven.length > 0 ? [`hooks not proven: ${this.proof.unproven.join(', ')}`] : []),
    ];
    return { ready: blocking.length === 0, reasons: [...blocking, ...this.shortcomings()] };
  }

  /** What is weaker than the policies say. */
  private shortcomings(): readonly string[] {
    const { failure } = this.publisher;
    const blind = this.rules?.selectsByLabels === true && !this.parts.hasRuntimeApi();
    return [
      ...(failure === undefined ? [] : [`the policies as they are now could not be put in force, and are tried again: ${failure}`]),
      ...(blind ? ['rules select by labels of pods, and the socket of containerd is not there: they select nothing'] : []),
      ...this.folder.problems,
      ...(this.rules?.problems ?? []),
      ...this.weaknesses.reasons(),
    ];
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

  private often(milliseconds: number, run: () => void): void {
    const timer = this.parts.clock.every(milliseconds, run);
    this.closers.push(() => timer.cancel());
  }

  private look(): void {
    this.parts.sensor.declareRuntimes(this.parts.runtimes());
    this.repeats.tell(this.parts.sensor.takeRepeats(this.parts.clock.bootNs())).forEach((finding) => this.parts.reporter.report(finding));
    this.containers.reconcile();
  }

  private find(event: FindingEvent): void {
    const { sensor, clock, bootId } = this.parts;
    const finding = buildFinding(event, {
      bootId,
      node: this.options.node,
      epochNs: clock.epochNs(),
      rulesOf: this.generations.get(event.header.generation),
      container: this.containers.factsOf(event.subject.cgroup),
      executable: (id) => (id === 0 ? undefined : sensor.executable(id)?.path),
    });
    if (beginsContainment(finding, event.header)) this.causes.add(event.header.id, finding);
    this.receipts.add(finding, event.header);
  }

  private report(finding: Finding): void {
    this.metrics.finding(finding);
    this.repeats.keep(finding);
    this.parts.reporter.report(finding);
  }

  private published({ rules, hash }: Wanted, generation: number): void {
    const first = this.rules === undefined;
    this.rules = rules;
    this.hash = hash;
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

  private gap(gap: StartupGap, { facts }: Container): void {
    this.metrics.gap(gap);
    this.parts.logger.warn(GAPS[gap], { id: facts.id, name: facts.name });
  }

  private rulesInForce(): LinkedRules {
    if (this.rules === undefined) throw new Error('no rules are in force yet');
    return this.rules;
  }

  private async serve(): Promise<void> {
    const { options, parts, containers, metrics } = this;
    const readiness = (): Readiness => this.readiness();
    this.closers.push(...(await serve({ options, parts, containers, metrics, readiness, status: () => this.status(), causeOf: (eventId) => this.causes.of(eventId) })));
  }

  private status(): Omit<AgentStatus, 'containers'> {
    const { ready, reasons } = this.readiness();
    return {
      pid: process.pid,
      version: this.parts.version,
      node: this.options.node,
      startedAt: this.startedAt,
      ready,
      reasons,
      generation: this.generation,
      policies: { count: this.rules?.policies ?? 0, hash: this.hash, problems: this.folder.problems },
      unprovenHooks: this.proof.unproven,
    };
  }

  private createMetrics(): Metrics {
    const { sensor, version, reporter, enricher } = this.parts;
    return agentMetrics({
      sensor,
      version,
      generation: () => this.generation,
      policies: () => ({ count: this.rules?.policies ?? 0, problems: this.folder.problems.length }),
      ready: () => this.readiness().ready,
      hooks: () => PROVABLE_HOOKS.map((hook) => ({ hook, proven: !this.proof.unproven.includes(hook) })),
      dropped: () => ({ output: reporter.dropped, enrichment: enricher?.droppedQuestions ?? 0 }),
    });
  }
}
