import type { NodeSpec } from '../../contract/node';
import type { Finding } from '../../contract/finding';
import { sleep, type Clock, type Timer } from '../../clock';
import type { Kube } from '../../kube/client';
import type { Logger } from '../../logger';
import type { ContainerdTasks } from '../enrich/tasks';
import type { SensorSettings } from '../kernel/sensor';
import type { AgentOptions } from '../options';
import type { ClusterSide } from '../parts';
import { beginsContainment } from '../pipeline/receipts';
import { Arming } from './arming';
import { ContainmentKeeper } from './containment-keeper';
import { ContainmentWrites } from './containment-writes';
import type { Core } from './core';
import { Happenings } from './happenings';
import { HoldAnswers } from './hold-answers';
import { IdleService } from './idle-service';
import { Knowledge } from './knowledge';
import { ModeInForce } from './mode-in-force';
import { NodeReport, type ReportSources } from './node-report';
import type { WantedRules } from './node-rules';
import { NodeView, settingsOf } from './node-view';
import { RuntimePauses } from './runtime-pauses';

export interface NodeAgentOptions {
  readonly nodeName: string;
  readonly stateDirectory: string;
  readonly bootId: string;
  readonly agentVersion: string;
  readonly kernelVersion: string;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly kube: Kube;
  readonly listen: AgentOptions['listen'];
  /** Takes the kernel half over, or loads it. */
  readonly open: (side: ClusterSide, settings: SensorSettings) => Core;
  /** Of containerd; undefined: no socket was given. */
  readonly tasks: ContainerdTasks | undefined;
  /** Has a container stopped by its runtime; resolves with what that says, also where it does not answer. */
  readonly stopAtRuntime: (id: string) => Promise<string>;
  /** Whether an agent before left anything in the kernel. */
  readonly isPinned: () => boolean;
  /** Removes everything from the kernel; nothing is open then. */
  readonly uninstall: () => void;
  /** It cannot do its work any more. */
  readonly onFailed: (error: unknown) => void;
}

/** What an earlier agent kept is enough to begin with, if the API server is not there within this time. */
const PATIENCE_MS = 3000;
/** Pods come and go more often than it is worth to write. */
const KEEP_MS = 2000;
const LOOK_MS = 50;
/** Changes that come together are taken over together. */
const GATHER_MS = 5;

/** The agent of one node of a cluster: puts in force what the API server tells, and tells it what happens here. */
export class NodeAgent {
  private readonly knowledge: Knowledge;
  private readonly pauses: RuntimePauses;
  private readonly view: NodeView;
  private readonly mode: ModeInForce;
  private readonly report: NodeReport;
  private readonly arming: Arming;
  private readonly keeper: ContainmentKeeper;
  private readonly holds: HoldAnswers;
  private readonly happenings: Happenings;
  private readonly idle: IdleService;
  private core: Core | undefined;
  private wanted: WantedRules | undefined;
  private applied: number | undefined;
  private applying: Promise<void> | undefined;
  private due = false;
  private gathering: Timer | undefined;
  private marking: Timer | undefined;
  private keeping: Timer | undefined;
  private stopped = false;
  private begun = false;

  constructor(private readonly options: NodeAgentOptions) {
    const { kube, clock, logger, nodeName, stateDirectory } = options;
    this.arming = new Arming({
      mark: () => this.view.mark(),
      waitForHooks: async () => this.core?.sensor.waitForHooks(),
      frozenByRules: () => this.view.frozenByRules(),
      onFollowed: () => {
        this.holds.permits(this.arming.pods, this.knowledge.spec);
        this.report.tell('Request');
      },
    });
    this.holds = this.holdAnswers();
    this.idle = new IdleService(options.listen);
    this.happenings = new Happenings({ kube, clock, logger, nodeName });
    this.knowledge = new Knowledge({
      ...{ kube, clock, logger, nodeName, stateDirectory },
      onRules: () => this.soon(),
      onPods: () => this.podsChanged(),
      onPod: (change) => this.keeper.onPod(change),
      onNamespace: (change) => this.keeper.onNamespace(change),
      onOwn: (object) => this.report.saw(object),
      onContainment: (change) => {
        this.keeper.onContainment(change);
        this.mode.look();
      },
    });
    this.pauses = this.runtimePauses();
    this.view = new NodeView({ knowledge: this.knowledge, pauses: this.pauses, core: () => this.core, arming: this.arming });
    this.mode = new ModeInForce({ isReleased: () => this.knowledge.sources.isFresh() && this.keeper.isReleased(), onChanged: () => this.report.tell('Change') });
    this.keeper = new ContainmentKeeper({
      ...{ clock, logger, nodeName, stateDirectory, bootId: options.bootId },
      writes: new ContainmentWrites(kube, nodeName),
      core: () => this.core,
      priorityClassOf: (uid) => this.knowledge.pods.get(uid)?.priorityClass,
      complete: (facts) => this.view.complete(facts),
      spec: () => this.knowledge.spec,
      sources: () => this.knowledge.sources,
      stopAtRuntime: options.stopAtRuntime,
      pauses: this.pauses,
      onChanged: () => this.frozenChanged(),
      onAction: (action, container) => this.happenings.acted(action, container),
    });
    this.report = new NodeReport({ ...options, sources: this.reportSources() });
  }

  /** Resolves when what is told, or was told before, is in force. */
  async start(): Promise<void> {
    const { logger } = this.options;
    const restored = this.knowledge.restore();
    this.knowledge.sources.start();
    await this.idle.begin('it is not known yet what is to be in force');
    const patience = sleep(this.options.clock, PATIENCE_MS);
    if (!restored) logger.info('waiting for the API server: nothing is kept on this node to begin with');
    await Promise.race([this.knowledge.sources.whenSynced(), ...(restored ? [patience] : [])]);
    this.begun = true;
    await this.apply();
    this.keeper.start();
    this.report.start();
  }

  /** What is pinned stays in force. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.gathering?.cancel();
    this.marking?.cancel();
    this.keeping?.cancel();
    this.idle.end();
    this.keeper.stop();
    this.holds.stop();
    await this.happenings.stop();
    await this.knowledge.sources.stop();
    await this.applying;
    await this.report.stop();
    await this.core?.agent.stop();
  }

  /** A finding as it goes out. */
  found(finding: Finding): void {
    if (this.report.add(finding)) this.happenings.found(finding);
  }

  private soon(): void {
    if (!this.begun || this.stopped) return;
    this.gathering ??= this.options.clock.after(GATHER_MS, () => {
      this.gathering = undefined;
      this.apply().catch(this.options.onFailed);
    });
  }

  private apply(): Promise<void> {
    this.due = true;
    this.applying ??= this.applyAll().finally(() => {
      this.applying = undefined;
    });
    return this.applying;
  }

  private async applyAll(): Promise<void> {
    while (this.due && !this.stopped) {
      this.due = false;
      const { spec, specVersion } = this.knowledge;
      if (spec.mode === 'Off') await this.switchOff(spec);
      else await this.enforce(spec);
      this.arming.follow(spec.mode === 'Enforce' ? spec.permits : [], specVersion);
      this.knowledge.keep();
    }
  }

  private async enforce(spec: NodeSpec): Promise<void> {
    const wanted = (this.wanted = this.knowledge.rules.want(spec, this.knowledge.nodeLabels));
    if (this.core === undefined) {
      this.idle.end();
      this.core = this.options.open(this.side(), settingsOf(spec));
      await this.core.agent.start(wanted.rules, wanted.state);
    } else {
      this.core.agent.configure(settingsOf(spec));
      await this.core.agent.change(wanted.rules, wanted.state);
    }
    this.rulesPublished();
    this.view.mark();
  }

  /** What is held is let go as its pod allows; what the API server does not answer for goes with the rest. */
  private async switchOff(spec: NodeSpec): Promise<void> {
    // What an agent before left frozen is looked at, too, before all is thawed.
    if (this.core === undefined && this.options.isPinned()) await this.enforce({ ...spec, mode: 'Audit' });
    for (let waited = 0; waited < PATIENCE_MS && this.view.isFrozen(); waited += LOOK_MS) {
      this.keeper.look();
      await sleep(this.options.clock, LOOK_MS);
    }
    if (this.core !== undefined) await this.core.agent.stop();
    this.core = undefined;
    this.options.uninstall();
    await this.idle.begin('the mode of the installation is Off');
    this.mode.emptied();
    this.report.tell('Change');
  }

  private holdAnswers(): HoldAnswers {
    return new HoldAnswers({
      clock: this.options.clock,
      answer: (hostPid, granted) => {
        this.core?.sensor.answerHold(hostPid, granted);
        if (granted) this.pauses.look();
      },
      onRefused: (id, reason) => this.core?.agent.refused(id, reason),
      onAsk: () => this.report.tell('Request'),
    });
  }

  private runtimePauses(): RuntimePauses {
    return new RuntimePauses({ ...this.options, core: () => this.core, isWanted: () => this.knowledge.spec.settings.freezer === 'Runtime', onChanged: () => this.frozenChanged() });
  }

  private reportSources(): ReportSources {
    return {
      mode: () => this.mode.mode,
      followed: () => this.view.followed(),
      health: () => this.view.health(),
      appliedRevision: () => this.applied,
      exceptions: () => this.wanted?.exceptions ?? [],
      rules: () => this.core?.agent.inForce.rules,
      containers: () => this.core?.agent.containers.all() ?? [],
      complete: (facts) => this.view.complete(facts),
      runtime: () => this.knowledge.runtime,
      droppedFindings: () => this.core?.sensor.counters()['droppedFindings'] ?? 0,
      permitRequests: () => this.holds.requests(),
      permitsUsed: () => [...this.view.frozenByRules()],
    };
  }

  private frozenChanged(): void {
    this.keeper.soon();
    this.arming.look();
    this.report.tell('Change');
  }

  private side(): ClusterSide {
    return {
      known: (facts) => this.view.complete(facts),
      marksOf: (facts) => this.view.marksOf(facts),
      pods: () => this.view.pods(),
      onEvent: (finding, event) => {
        this.holds.found(finding, event);
        if (beginsContainment(finding, event.header)) this.pauses.look();
      },
      onReceipt: (receipt) => {
        this.holds.contained(receipt.cgroup);
        this.keeper.receipt(receipt);
        this.frozenChanged();
      },
      onBound: () => this.keeper.soon(),
      onGone: () => this.keeper.soon(),
      onRules: () => this.rulesPublished(),
    };
  }

  private rulesPublished(): void {
    this.view.coverPods();
    if (this.wanted === undefined || this.core?.agent.inForce.hash !== this.wanted.state.hash) return;
    this.applied = this.wanted.revision;
    this.mode.linked(this.wanted.mode);
    this.holds.rules(this.wanted.mode, this.wanted.rules);
    this.report.tell('Change');
  }

  private podsChanged(): void {
    this.marking ??= this.options.clock.after(GATHER_MS, () => {
      this.marking = undefined;
      this.core?.agent.refresh();
      this.view.coverPods();
      this.report.tell('Change');
      this.keeping ??= this.options.clock.after(KEEP_MS, () => {
        this.keeping = undefined;
        this.knowledge.keep();
      });
    });
  }
}
