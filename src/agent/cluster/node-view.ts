import type { ContainerFacts } from '../identity/facts';
import type { CgroupId, ContainerMarks } from '../kernel/sensor';
import { PROVABLE_HOOKS } from '../self-test';
import type { Core } from './core';
import type { Knowledge } from './knowledge';
import type { NodeHealth } from './node-report';

export interface NodeViewOptions {
  readonly knowledge: Knowledge;
  readonly core: () => Core | undefined;
  readonly isArmed: (podUid: string) => boolean;
}

/** What the kernel half, the containers and the API server come to together. Asked anew each time. */
export class NodeView {
  constructor(private readonly options: NodeViewOptions) {}

  complete(facts: ContainerFacts): ContainerFacts {
    return this.options.knowledge.pods.complete(facts);
  }

  marksOf(facts: ContainerFacts): ContainerMarks {
    const known = this.complete(facts);
    const uid = known.pod?.uid;
    return { armed: uid !== undefined && this.options.isArmed(uid), protected: this.options.knowledge.protectionOf(known) !== undefined };
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
    const freezer = knowledge.spec.settings.freezer === 'Direct' ? [] : ['the setting freezer: Runtime is not followed: this agent writes the freezer itself'];
    return { ready, reasons: [...reasons, ...stale, ...freezer], hooks: PROVABLE_HOOKS.map((hook) => ({ hook, proven: !agent.inForce.unproven.includes(hook) })) };
  }

  private podOf(cgroup: CgroupId): readonly string[] {
    const facts = this.options.core()?.agent.containers.factsOf(cgroup);
    const uid = facts === undefined ? undefined : this.complete(facts).pod?.uid;
    return uid === undefined ? [] : [uid];
  }
}
