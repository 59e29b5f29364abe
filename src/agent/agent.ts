import type { Finding } from '../contract/finding';
import type { Readiness } from '../http';
import type { Metrics } from './api/metrics';
import type { AgentStatus } from './api/protocol';
import { Causes } from './causes';
import { formatTime } from '../clock';
import type { AgentEvent } from './events';
import { metricsOf } from './figures';
import { HookProof } from './hook-proof';
import { Containers, type Container, type ContainersOptions } from './identity/containers';
import { STARTUP_GAPS } from './identity/gaps';
import type { ContainerFacts } from './identity/facts';
import type { LifecycleEvent } from './kernel/events';
import type { SensorSettings } from './kernel/sensor';
import type { AgentOptions } from './options';
import type { AgentParts } from './parts';
import { FindingMaker } from './finding-maker';
import type { FindingEvent } from './pipeline/finding';
import { beginsContainment, Receipts } from './pipeline/receipts';
import { Repeats } from './pipeline/repeats';
import { Publisher, type Wanted } from './publisher';
import { Questions } from './questions';
import { RuleMemory } from './rule-memory';
import { readinessOf } from './readiness';
import type { LinkedRules } from './rules';
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

/** The agent of one node: consumes events, binds containers, reports findings, answers people. */
export class Agent {
  /** Of this node. */
  readonly containers: Containers;
  private readonly memory: RuleMemory;
  private readonly maker: FindingMaker;
  private readonly receipts: Receipts;
  private readonly repeats: Repeats;
  private readonly publisher: Publisher;
  private readonly metrics: Metrics;
  private readonly startedAt: string;
  private readonly weaknesses: Weaknesses;
  private readonly closers: (() => void)[] = [];
  private rules: LinkedRules | undefined;
  private readonly proof: HookProof;
  /** Findings that began containments. */
  readonly causes: Causes;
  private readonly questions: Questions;
  /** Of the rules in force. */
  private hash = '';
  /** What is in the folder. */
  private folder: PolicyState = { hash: '', problems: [] };
  private generation = 0;
  private startup: AgentOptions['startup'];
  private stopping = false;

  constructor(
    private readonly options: AgentOptions,
    private readonly parts: AgentParts,
  ) {
    const { sensor, clock, logger, bootId } = parts;
    this.startup = options.startup;
    this.startedAt = formatTime(clock.bootNs(), clock.epochNs());
    this.causes = new Causes({ runDirectory: options.runDirectory, bootId, onFailed: (error) => logger.warn('the cause of a freeze could not be kept for the next agent', { error: String(error) }) });
    this.memory = new RuleMemory({ runDirectory: options.runDirectory, bootId, onFailed: (error) => logger.warn('the names of the rules could not be kept for the next agent', { error: String(error) }) });
    this.proof = new HookProof({ sensor, clock, logger, place: parts.selfTestPlace });
    this.questions = new Questions({ enricher: parts.enricher, clock, onAnswer: (cgroup, answer) => this.handle({ kind: 'enriched', cgroup, answer }) });
    this.weaknesses = new Weaknesses(sensor);
    this.metrics = metricsOf(parts, {
      generation: () => this.generation,
      policies: () => ({ count: this.rules?.policies ?? 0, problems: this.folder.problems.length }),
      ready: () => this.readiness().ready,
      unproven: () => this.proof.unproven,
    });
    this.repeats = new Repeats(bootId);
    this.receipts = new Receipts({ clock, report: (finding) => this.report(finding) });
    this.containers = new Containers(this.containersOptions());
    this.maker = new FindingMaker({ parts, node: options.node, memory: this.memory, containers: this.containers });
    this.publisher = new Publisher({
      ...{ sensor, clock },
      pods: () => parts.cluster?.pods() ?? new Map(),
      factsOf: (cgroup) => this.maker.factsOf(cgroup),
      onPublished: (wanted, generation) => this.published(wanted, generation),
      onFailed: (error, retryMs) => {
        this.metrics.publishFailed();
        parts.cluster?.onRules();
        logger.error('the rules could not be put in force; those before stay', { error: String(error), againInSeconds: retryMs / 1000 });
      },
    });
  }

  /** Puts the rules in force, takes over the containers that exist, then serves. Rejects when it cannot do its work. */
  async start(rules: LinkedRules, folder: PolicyState): Promise<void> {
    const { sensor, clock, logger } = this.parts;
    this.folder = folder;
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

  /** Takes over settings that may change. */
  configure(settings: SensorSettings): void {
    this.startup = settings.startup;
    this.parts.sensor.configure(settings);
  }

  /** Something that selects containers became known: each is declared again. */
  refresh(): void {
    if (this.rules !== undefined) this.containers.rebind();
  }

  /** The freeze of a held offender was refused: its finding says why. */
  refused(findingId: string, reason: string): void {
    this.receipts.refuse(findingId, reason);
  }

  /** The rules in force, undefined before the first; the hash of their policies; hooks that have yet to see the self-test. */
  get inForce(): { readonly rules: LinkedRules | undefined; readonly hash: string; readonly unproven: readonly string[] } {
    return { rules: this.rules, hash: this.hash, unproven: this.proof.unproven };
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
        this.receipts.settle(event.receipt);
        return this.parts.cluster?.onReceipt(event.receipt);
      case 'enriched':
        return this.containers.learned(event.cgroup, event.answer ?? {});
      default:
        return this.live(event);
    }
  }

  readiness(): Readiness {
    const { parts, publisher, rules, folder, weaknesses } = this;
    return readinessOf({
      inForce: this.generation !== 0,
      unproven: this.proof.unproven,
      publishFailure: publisher.failure,
      blind: rules?.selectsByLabels === true && parts.cluster === undefined && !parts.hasRuntimeApi(),
      problems: [...folder.problems, ...(rules?.problems ?? []), ...weaknesses.reasons()],
    });
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

  private containersOptions(): ContainersOptions {
    const { sensor, hierarchies, paths, clock, logger, cluster } = this.parts;
    return {
      ...{ sensor, hierarchies, paths, clock },
      scopeOf: (facts) => this.rulesInForce().scopeOf(this.known(facts)),
      marksOf: cluster?.marksOf,
      ask: (container) => this.questions.ask(container) && this.rulesInForce().awaits(this.known(container.facts)),
      waitsForAnswers: () => this.startup === 'Wait',
      onBound: (container) => this.bound(container),
      onGone: (container) => cluster?.onGone(container),
      onGap: (gap, { facts }) => {
        this.metrics.gap(gap);
        logger.warn(STARTUP_GAPS[gap], { id: facts.id, name: facts.name });
      },
      onFault: (fault, detail) => {
        this.metrics.fault(fault);
        logger.warn(`container identity: ${fault}`, { detail });
      },
    };
  }

  private bound(container: Container): void {
    const { id, name, image } = container.facts;
    this.parts.logger.debug('container bound', { id, name, image });
    this.parts.cluster?.onBound(container);
  }

  private known(facts: ContainerFacts): ContainerFacts {
    return this.parts.cluster?.known(facts) ?? facts;
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
    const finding = this.maker.make(event);
    if (beginsContainment(finding, event.header)) this.causes.add(event.header.id, finding);
    this.parts.cluster?.onEvent(finding, event);
    this.receipts.add(finding, event.header, event.header.result === 'Held' && this.maker.killsOtherwise(event));
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
    this.memory.add(generation, rules);
    // A container bound while the tables were filled was given the scope of the rules before.
    if (!first) this.containers.rebind();
    if (!first) this.parts.logger.info('policies changed', { generation, policies: rules.policies });
    this.parts.cluster?.onRules();
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
}
