import { agentConfigName, type AgentConfigSpec } from '../../contract/agent-config';
import { policyName, type PolicyRef } from '../../contract/policy';
import { PLAN_FORMATS, writePlan } from '../../contract/written-plan';
import { statusOf } from '../../kube/failure';
import type { KeyedQueue } from '../../kube/queue';
import type { Controller, Parts } from '../parts';
import type { Compiler } from '../plans/compiler';
import { desiredSpec, isPublished, type Desired } from '../plans/desired';
import { sha256 } from '../sha256';
import { Latest } from '../state/latest';
import { keepConfig, type KeptConfig, type KeptPolicy } from '../state/objects';
import { placeOf } from '../write/writer';
import { loop } from './loop';

export interface PublisherOptions {
  readonly parts: Parts;
  readonly compiler: Compiler;
  /** What is published for a policy was looked at, and changed if need be. */
  readonly onLooked: (policy: string) => void;
}

/**
 * Publishes plans as AgentConfigs. One worker: a number is written before the next one is taken, so who has seen a number has seen all
 * before it. Keys are names of AgentConfigs; those that no policy stands behind are swept.
 */
export class Publisher implements Controller {
  private readonly queue: KeyedQueue;
  private readonly configs: Latest<KeptConfig>;
  private readonly refs = new Map<string, PolicyRef>();
  private readonly ends: (() => void)[] = [];
  private format = PLAN_FORMATS[0];

  constructor(private readonly options: PublisherOptions) {
    const { parts } = options;
    this.configs = new Latest({ get: (key) => parts.caches.get('agentconfigs', key) });
    this.queue = loop(parts, { name: 'publish', handle: (key) => this.handle(key) });
  }

  start(): void {
    const { caches } = this.options.parts;
    this.format = this.commonFormat();
    for (const kind of ['securitypolicies', 'clustersecuritypolicies'] as const) this.ends.push(caches.on(kind, ({ object }) => this.look(object)));
    this.ends.push(
      caches.on('agentconfigs', ({ kind, key, object }) => {
        if (kind === 'Deleted') this.configs.forget(key, object.metadata.uid);
        this.queue.add(key);
      }),
      caches.on('securitynodes', () => this.lookAtFormat()),
    );
    for (const policy of caches.policies()) this.look(policy);
    for (const { metadata } of caches.all('agentconfigs')) this.queue.add(metadata.name);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) end();
    await this.queue.stop();
  }

  /** Policies that wait to be looked at. */
  get backlog(): number {
    return this.queue.depth;
  }

  /** What is published for a policy. */
  published(policy: KeptPolicy): AgentConfigSpec | undefined {
    const spec = this.configs.get(agentConfigName(policy.ref, sha256))?.spec;
    return spec?.policy.uid === policy.metadata.uid ? spec : undefined;
  }

  /** Whether what is published is what the policy compiles to now; undefined: it does not compile. */
  isCurrent(policy: KeptPolicy): boolean | undefined {
    const desired = this.desired(policy);
    return desired === undefined ? undefined : isPublished(desired, this.published(policy));
  }

  private look({ ref }: KeptPolicy): void {
    const name = agentConfigName(ref, sha256);
    this.refs.set(name, ref);
    this.queue.add(name);
  }

  private async handle(name: string): Promise<undefined> {
    const ref = this.refs.get(name);
    const policy = ref === undefined ? undefined : this.options.parts.caches.policy(policyName(ref));
    if (policy === undefined) {
      this.refs.delete(name);
      await this.sweep(name);
    } else {
      await this.publish(name, policy);
      this.options.onLooked(policyName(policy.ref));
    }
    return undefined;
  }

  private desired(policy: KeptPolicy): Desired | undefined {
    const compiled = this.options.compiler.of(policy);
    if (!compiled.ok) return undefined;
    const plan = writePlan(compiled.plan, this.format ?? compiled.plan.format, sha256);
    return desiredSpec({ policy, rollout: compiled.policy.rollout, plan, before: this.published(policy) });
  }

  private async publish(name: string, policy: KeptPolicy): Promise<void> {
    const desired = this.desired(policy);
    const before = this.configs.get(name);
    // One of an earlier policy of this name, whose place a policy with a mistake has taken.
    if (desired === undefined && before !== undefined && before.spec?.policy.uid !== policy.metadata.uid) await this.sweep(name);
    if (desired === undefined || isPublished(desired, before?.spec)) return;
    const { writer, counters, metrics, logger } = this.options.parts;
    const revision = await counters.revision();
    const version = before === undefined ? {} : { resourceVersion: before.metadata.resourceVersion };
    const object = { apiVersion: 'stasis.dev/v1alpha1', kind: 'AgentConfig', metadata: { name, ...version }, spec: { ...desired, revision } };
    this.configs.wrote(name, keepConfig(await writer.apply(placeOf('agentconfigs', { name }), object)));
    metrics.revision(revision);
    logger.info('published', { policy: policyName(policy.ref), revision });
  }

  /** No policy stands behind it. A deletion has a number too: what is published after it has a higher one. */
  private async sweep(name: string): Promise<void> {
    const config = this.configs.get(name);
    if (config === undefined) return;
    const { writer, counters, metrics, logger } = this.options.parts;
    const revision = await counters.revision();
    const { uid, resourceVersion } = config.metadata;
    try {
      await writer.remove(placeOf('agentconfigs', { name }), uid, resourceVersion);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    this.configs.deleted(name, uid);
    metrics.revision(revision);
    logger.info('withdrawn', { config: name, revision });
  }

  /** The newest format that every agent reads; those that have not said so yet are asked to mend it themselves. */
  private commonFormat(): number | undefined {
    const formats = [...this.options.parts.caches.all('securitynodes')].flatMap(({ report }) => report?.planFormat ?? []);
    return PLAN_FORMATS.find((format) => formats.every((newest) => newest >= format)) ?? PLAN_FORMATS.at(-1);
  }

  private lookAtFormat(): void {
    if (PLAN_FORMATS.length < 2) return;
    const format = this.commonFormat();
    if (format === this.format) return;
    this.format = format;
    for (const policy of this.options.parts.caches.policies()) this.look(policy);
  }
}
