import type { LinkedRules } from './rules';
import type { ContainerFacts } from './identity/facts';
import type { CgroupId, Sensor } from './kernel/sensor';

export interface PublisherOptions {
  readonly sensor: Pick<Sensor, 'publish'>;
  readonly factsOf: (cgroup: CgroupId) => ContainerFacts | undefined;
  /** New rules are in force. */
  readonly onPublished: (rules: LinkedRules, generation: number) => void;
  readonly onFailed: (error: unknown) => void;
}

/** Puts linked rules in force, one set at a time; of several that come meanwhile the last wins. */
export class Publisher {
  private next: LinkedRules | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly options: PublisherOptions) {}

  /** Resolves when these rules, or later ones, are in force or have failed. */
  publish(rules: LinkedRules): Promise<void> {
    this.next = rules;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async drain(): Promise<void> {
    while (this.next !== undefined) {
      const rules = this.next;
      this.next = undefined;
      await this.one(rules);
    }
  }

  private async one(rules: LinkedRules): Promise<void> {
    const { sensor, factsOf, onPublished, onFailed } = this.options;
    try {
      const generation = await sensor.publish(rules.tables, (cgroup) => {
        const facts = factsOf(cgroup);
        return facts === undefined ? undefined : rules.scopeOf(facts);
      });
      onPublished(rules, generation);
    } catch (error) {
      // The kernel keeps the generation that it has.
      onFailed(error);
    }
  }
}
