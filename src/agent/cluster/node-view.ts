import { durationMs } from '../../contract/duration';
import type { NodeSpec } from '../../contract/node';
import { factsWithoutBundle } from '../identity/bundle';
import type { ContainerFacts } from '../identity/facts';
import type { KeptPod } from '../identity/pods';
import type { CgroupId, ContainerMarks, PodCover, SensorSettings } from '../kernel/sensor';
import { PROVABLE_HOOKS } from '../self-test';
import type { LinkedRules } from '../rules';
import type { Arming } from './arming';
import type { Core } from './core';
import type { Knowledge } from './knowledge';
import type { Followed, NodeHealth } from './node-report';
import type { RuntimePauses } from './runtime-pauses';

export interface NodeViewOptions {
  readonly knowledge: Knowledge;
  readonly core: () => Core | undefined;
  readonly pauses: RuntimePauses;
  readonly arming: Arming;
}

/** What is known of any container of a pod. */
function factsOfPod({ namespace, name, uid }: KeptPod['metadata']): ContainerFacts {
  return { ...factsWithoutBundle({ id: '', runtime: undefined, containerdNamespace: undefined }), pod: { namespace, name, uid, labels: {} } };
}

/** What the kernel half, the containers and the API server come to together. Asked anew each time. */
export class NodeView {
  constructor(private readonly options: NodeViewOptions) {}

  complete(facts: ContainerFacts): ContainerFacts {
    return this.options.knowledge.pods.complete(facts);
  }

  /** By the UID that the kubelet names their cgroups after. */
  pods(): ReadonlyMap<string, ContainerFacts> {
    const { pods } = this.options.knowledge;
    return new Map([...pods.all()].map(({ metadata, staticUid }) => [staticUid ?? metadata.uid, this.complete(factsOfPod(metadata))]));
  }

  marksOf(facts: ContainerFacts): ContainerMarks {
    const known = this.complete(facts);
    const uid = known.pod?.uid;
    return { armed: uid !== undefined && this.options.arming.isArmed(uid), protected: this.options.knowledge.protectionOf(known) !== undefined };
  }

  /** What holds for containers that are not there yet, or not bound. */
  coverPods(): void {
    const core = this.options.core();
    core?.sensor.declarePods(this.covers(core.agent.inForce.rules));
  }

  /** Gives every container, and every pod, the marks that it has now. */
  mark(): void {
    const core = this.options.core();
    this.coverPods();
    for (const { cgroup, facts } of core?.agent.containers.all() ?? []) core?.sensor.mark(cgroup.id, this.marksOf(facts));
  }

  /** Undefined also while the object that was followed is not the one that is there. */
  followed(): Followed | undefined {
    const { arming: { followed }, knowledge: { specVersion, specResourceVersion } } = this.options;
    return followed?.uid === specVersion.uid && followed.generation > 0 ? { ...followed, resourceVersion: specResourceVersion } : undefined;
  }

  /** UIDs of pods in which a rule began a containment that holds. */
  frozenByRules(): ReadonlySet<string> {
    const states = this.options.core()?.sensor.containers() ?? [];
    return new Set(states.filter(({ containment }) => containment !== undefined && containment.eventId !== 0n).flatMap(({ cgroup }) => this.podOf(cgroup)));
  }

  isFrozen(): boolean {
    return this.options.core()?.sensor.containers().some(({ contained }) => contained) === true;
  }

  health(): NodeHealth {
    const { knowledge, core } = this.options;
    const agent = core()?.agent;
    if (agent === undefined) return { ready: false, reasons: [`the installation's mode is ${knowledge.spec.mode}`], hooks: [] };
    const { ready, reasons } = agent.readiness();
    const stale = knowledge.sources.isFresh() ? [] : ['the API server was not heard of for a while: what it told last is in force'];
    const problem = this.options.pauses.problem;
    const freezer = problem === undefined ? [] : [problem];
    return { ready, reasons: [...reasons, ...stale, ...freezer], hooks: PROVABLE_HOOKS.map((hook) => ({ hook, proven: !agent.inForce.unproven.includes(hook) })) };
  }

  /** Which of these rules select a whole pod, and its marks; none before there are rules. */
  private covers(rules: Pick<LinkedRules, 'scopeOf'> | undefined): ReadonlyMap<string, PodCover> {
    return rules === undefined ? new Map() : new Map([...this.pods()].map(([uid, facts]) => [uid, { scope: rules.scopeOf(facts), marks: this.marksOf(facts) }]));
  }

  private podOf(cgroup: CgroupId): readonly string[] {
    const facts = this.options.core()?.agent.containers.factsOf(cgroup);
    const uid = facts === undefined ? undefined : this.complete(facts).pod?.uid;
    return uid === undefined ? [] : [uid];
  }
}

/** What the kernel half takes over of what the installation says of a node. */
export function settingsOf({ settings: { startup, freezesPerMinute, orphanAfter, freezer } }: NodeSpec): SensorSettings {
  return { startup, freezesPerMinute, orphanAfterMs: durationMs(orphanAfter) ?? 0, freezer };
}
