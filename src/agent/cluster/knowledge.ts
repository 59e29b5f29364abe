import { join } from 'node:path';
import type { AgentConfigSpec } from '../../contract/agent-config';
import type { Containment } from '../../contract/containment';
import type { NodeSpec, SecurityNode } from '../../contract/node';
import type { Clock } from '../../clock';
import type { Kube } from '../../kube/client';
import type { Change } from '../../kube/reflector';
import type { Logger } from '../../logger';
import { protectionOf, type Protection } from '../config/allowed';
import { NodeFile } from '../config/node-file';
import type { ContainerFacts } from '../identity/facts';
import { PodDirectory, type KeptNamespace, type KeptPod } from '../identity/pods';
import { NodeRules } from './node-rules';
import { NODE_STATE, UNTOLD, type NodeState, type SpecVersion } from './node-state';
import { Sources, type KeptNode, type Read } from './sources';

export interface KnowledgeOptions {
  readonly nodeName: string;
  readonly stateDirectory: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly kube: Kube;
  /** Plans, settings or labels of the node changed: what is in force may have to. */
  readonly onRules: () => void;
  /** A pod or a namespace changed: whom rules select may have. */
  readonly onPods: () => void;
  readonly onPod: (change: Change<KeptPod>) => void;
  readonly onNamespace: (change: Change<KeptNamespace>) => void;
  readonly onOwn: (object: SecurityNode) => void;
  readonly onContainment: (change: Change<Read<Containment>>) => void;
}

/** Everything that the API server told, and before it was asked what it had told the agent before. */
export class Knowledge {
  readonly pods = new PodDirectory();
  readonly rules: NodeRules;
  readonly sources: Sources;
  private readonly file: NodeFile<NodeState>;
  private told: NodeSpec | undefined;
  private node: KeptNode | undefined;
  private labels: KeptNode['labels'] | undefined;
  private version: SpecVersion = { uid: '', generation: 0 };
  private resourceVersion = '';

  constructor(private readonly options: KnowledgeOptions) {
    const { nodeName, stateDirectory, kube, clock, logger } = options;
    this.rules = new NodeRules(nodeName);
    this.file = new NodeFile(join(stateDirectory, NODE_STATE.file), NODE_STATE);
    this.sources = new Sources({
      ...{ clock, nodeName, transport: kube.transport },
      onConfig: (change) => this.onConfig(change),
      onPod: (change) => this.onPod(change),
      onNamespace: (change) => this.onNamespace(change),
      onNode: (change) => this.onNode(change),
      onOwn: (change) => this.onOwn(change),
      onContainment: options.onContainment,
      onSign: (source, sign, error) => logger.log(sign === 'failed' ? 'warn' : 'debug', `watch of ${source}: ${sign}`, error instanceof Error ? { error: error.message } : {}),
    });
  }

  /** What the installation says of this node; recording alone until it has said anything. */
  get spec(): NodeSpec {
    return this.told ?? UNTOLD;
  }

  get specVersion(): SpecVersion {
    return this.version;
  }

  /** Of the object that bore the spec; empty: it is not of this agent's time. */
  get specResourceVersion(): string {
    return this.resourceVersion;
  }

  get nodeLabels(): KeptNode['labels'] | undefined {
    return this.labels;
  }

  /** Name and version of the container runtime. */
  get runtime(): string | undefined {
    return this.node?.runtime;
  }

  /** Takes over what the agent before kept. False: nothing, or of another node. */
  restore(): boolean {
    const kept = this.file.read();
    if (kept?.node !== this.options.nodeName) return false;
    this.rules.restore(kept.plans, kept.revision);
    for (const [name, labels] of Object.entries(kept.namespaces)) this.pods.putNamespace(name, labels);
    for (const pod of kept.pods) this.pods.put(pod);
    this.forgetGone();
    this.labels = kept.nodeLabels;
    this.told = kept.spec;
    this.version = kept.version;
    return true;
  }

  /** Writes what the next agent begins with. */
  keep(): void {
    const { nodeName, logger } = this.options;
    try {
      this.file.write({
        ...{ node: nodeName, plans: this.rules.plans.kept(), revision: this.rules.plans.state().revision, nodeLabels: this.labels },
        pods: [...this.pods.all()],
        ...{ namespaces: this.pods.namespaces(), spec: this.told, version: this.version },
      });
    } catch (error) {
      logger.warn('what is in force could not be kept for the next agent', { error: String(error) });
    }
  }

  /** Why nothing but Alert is done in a container; undefined: it is not protected. */
  protectionOf({ pod }: ContainerFacts): Protection | undefined {
    if (pod === undefined) return undefined;
    return protectionOf(this.spec.settings, pod.namespace, pod.cluster?.priorityClass);
  }

  private onConfig({ kind, object: { metadata, read } }: Change<Read<AgentConfigSpec>>): void {
    const { plans } = this.rules;
    if (kind === 'Deleted') plans.remove(metadata.name, read.ok ? read.object.revision : 0);
    else if (read.ok) plans.put(metadata.name, read.object);
    else plans.refuse(metadata.name, read.problem);
    this.options.onRules();
  }

  private onPod(change: Change<KeptPod>): void {
    if (change.kind === 'Deleted') this.pods.remove(change.object);
    else this.pods.put(change.object);
    this.options.onPod(change);
    this.options.onPods();
  }

  /** What an earlier agent kept and what went while none ran: nobody tells of it, it is missing in the first list. */
  private forgetGone(): void {
    const { configs, pods, namespaces } = this.sources;
    void configs.whenSynced().then(() => {
      for (const config of this.rules.plans.configs()) if (configs.get(config) === undefined) this.rules.plans.remove(config, 0);
      this.options.onRules();
    });
    void pods.whenSynced().then(() => {
      const there = new Set([...pods.values()].map(({ metadata }) => metadata.uid));
      for (const pod of [...this.pods.all()]) if (!there.has(pod.metadata.uid)) this.pods.remove(pod);
    });
    void namespaces.whenSynced().then(() => {
      for (const name of Object.keys(this.pods.namespaces())) if (namespaces.get(name) === undefined) this.pods.removeNamespace(name);
    });
  }

  private onNamespace(change: Change<KeptNamespace>): void {
    const { metadata, labels } = change.object;
    if (change.kind === 'Deleted') this.pods.removeNamespace(metadata.name);
    else this.pods.putNamespace(metadata.name, labels);
    this.options.onNamespace(change);
    this.options.onPods();
  }

  private onNode({ kind, object }: Change<KeptNode>): void {
    if (kind === 'Deleted') return;
    const same = JSON.stringify(this.labels) === JSON.stringify(object.labels);
    this.node = object;
    this.labels = object.labels;
    if (!same) this.options.onRules();
  }

  /** An object that went says nothing: what it said stays. */
  private onOwn({ kind, object: { metadata, read } }: Change<Read<SecurityNode>>): void {
    if (kind === 'Deleted') return;
    if (!read.ok) return void this.options.logger.error('what the installation says of this node is not understood; what it said before stays', { problem: read.problem });
    const { uid, resourceVersion } = metadata;
    const { generation = 0 } = read.object.metadata;
    const changed = generation !== this.version.generation || uid !== this.version.uid || this.told === undefined;
    this.told = read.object.spec;
    this.version = { uid, generation };
    this.resourceVersion = resourceVersion;
    this.options.onOwn(read.object);
    if (changed) this.options.onRules();
  }
}
