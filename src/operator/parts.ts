import type { Clock } from '../clock';
import type { EventRecorder } from '../kube/recorder';
import type { Logger } from '../logger';
import type { Installation } from './installation';
import type { OperatorMetrics } from './metrics';
import type { Caches } from './state/caches';
import type { Counters } from './write/counters';
import type { Writer } from './write/writer';

/** What every controller is made of. */
export interface Parts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly caches: Caches;
  readonly writer: Writer;
  readonly counters: Counters;
  readonly events: EventRecorder;
  readonly metrics: OperatorMetrics;
  readonly installation: Installation;
  /** Where the operator runs, and host findings and its own objects are. */
  readonly namespace: string;
}

/** Does one kind of work for as long as this process leads. */
export interface Controller {
  /** Everything that was known before is looked at once. */
  start(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}
