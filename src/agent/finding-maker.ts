import type { Finding } from '../contract/finding';
import type { Containers } from './identity/containers';
import type { ContainerFacts } from './identity/facts';
import type { CgroupId } from './kernel/sensor';
import type { AgentParts } from './parts';
import { buildFinding, killsOtherwise, type FindingEvent } from './pipeline/finding';
import type { RuleMemory } from './rule-memory';

export interface FindingMakerOptions {
  readonly parts: Pick<AgentParts, 'sensor' | 'clock' | 'bootId' | 'cluster'>;
  readonly node: string;
  readonly memory: RuleMemory;
  readonly containers: Pick<Containers, 'factsOf'>;
}

/** Makes findings of the kernel's events, with what is known at this moment. */
export class FindingMaker {
  constructor(private readonly options: FindingMakerOptions) {}

  make(event: FindingEvent): Finding {
    const { parts, node, memory } = this.options;
    const { sensor, clock, bootId } = parts;
    return buildFinding(event, {
      bootId,
      node,
      epochNs: clock.epochNs(),
      rulesOf: memory.get(event.header.generation),
      container: this.factsOf(event.subject.cgroup),
      executable: (id) => (id === 0 ? undefined : sensor.executable(id)?.path),
    });
  }

  /** What becomes of a held offender whose freeze is refused: true, it is killed. */
  killsOtherwise({ header }: FindingEvent): boolean {
    return killsOtherwise(header, this.options.memory.get(header.generation));
  }

  /** All that is known of a container, also of one that went a moment ago. */
  factsOf(cgroup: CgroupId): ContainerFacts | undefined {
    const { parts, containers } = this.options;
    const facts = containers.factsOf(cgroup);
    return facts === undefined ? undefined : (parts.cluster?.known(facts) ?? facts);
  }
}
