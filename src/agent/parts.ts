import type { Clock } from '../clock';
import type { Finding } from '../contract/finding';
import type { Enricher } from './enrich/enricher';
import type { Container } from './identity/containers';
import type { ContainerFacts } from './identity/facts';
import type { Hierarchies } from './identity/hierarchy';
import type { RuntimePaths } from './identity/resolve';
import type { KernelEvent } from './kernel/events';
import type { ContainerMarks, Receipt, Sensor } from './kernel/sensor';
import type { Logger } from '../logger';
import type { FindingEvent } from './pipeline/finding';
import type { Reporter } from './report/reporter';

/** What a cluster adds to an agent. Nothing here may throw; everything is called on the JS thread, in the order of events. */
export interface ClusterSide {
  /** The facts with what the cluster knows of the container's pod. */
  readonly known: (facts: ContainerFacts) => ContainerFacts;
  readonly marksOf: (facts: ContainerFacts) => ContainerMarks;
  /** The pods of this node, by the UID that their cgroups bear, each as what is known of any container of it. */
  readonly pods: () => ReadonlyMap<string, ContainerFacts>;
  /** A finding as it was made, before it waits for its receipt. */
  readonly onEvent: (finding: Finding, event: FindingEvent) => void;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onBound: (container: Container) => void;
  readonly onGone: (container: Container) => void;
  /** What is in force changed, or what could not be put in force. */
  readonly onRules: () => void;
}

/** What an agent works with. */
export interface AgentParts {
  readonly sensor: Sensor;
  /** `onUnreadable` is called for records, or a rest of a batch, that cannot be read. */
  readonly decode: (batch: Buffer, onUnreadable: () => void) => Iterable<KernelEvent>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly hierarchies: Hierarchies;
  /** Cgroup of the default hierarchy in which this process may make one. */
  readonly selfTestPlace: string;
  readonly paths: RuntimePaths;
  /** Binaries of container runtimes that are installed now. */
  readonly runtimes: () => readonly string[];
  readonly reporter: Pick<Reporter, 'report' | 'dropped' | 'flush'>;
  /** Undefined: a machine without one. */
  readonly cluster: ClusterSide | undefined;
  /** Undefined: no socket was given. */
  readonly enricher: Enricher | undefined;
  /** Whether the socket of the runtime's API is there now. */
  readonly hasRuntimeApi: () => boolean;
  readonly bootId: string;
  readonly version: string;
}
