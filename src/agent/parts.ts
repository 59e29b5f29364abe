import type { Clock } from '../clock';
import type { Enricher } from './enrich/enricher';
import type { Hierarchies } from './identity/hierarchy';
import type { RuntimePaths } from './identity/resolve';
import type { KernelEvent } from './kernel/events';
import type { Sensor } from './kernel/sensor';
import type { Logger } from '../logger';
import type { Reporter } from './report/reporter';

/** What an agent works with. */
export interface AgentParts {
  readonly sensor: Sensor;
  /** `onUnreadable` is called for records, or a rest of a batch, that cannot be read. */
  readonly decode: (batch: Buffer, onUnreadable: () => void) => Iterable<KernelEvent>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly hierarchies: Hierarchies;
  readonly paths: RuntimePaths;
  /** Binaries of container runtimes that are installed now. */
  readonly runtimes: () => readonly string[];
  readonly reporter: Reporter;
  /** Undefined: no socket was given. */
  readonly enricher: Enricher | undefined;
  /** Whether the socket of the runtime's API is there now. */
  readonly hasRuntimeApi: () => boolean;
  readonly bootId: string;
  readonly version: string;
}
