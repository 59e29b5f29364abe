import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Attempt } from '../kube/transport';

export interface LoopMetrics {
  waited(seconds: number): void;
  handled(seconds: number): void;
  failed(why: 'conflict' | 'error' | 'full'): void;
  depth(read: () => number): void;
}

export interface MetricSources {
  readonly version: string;
  readonly isLeader: () => boolean;
  /** Seconds since the API server said anything, by kind. */
  readonly ages: () => readonly (readonly [string, number])[];
}

export interface OperatorMetrics {
  readonly registry: Registry;
  loop(name: string): LoopMetrics;
  request(attempt: Attempt): void;
  watch(kind: string, sign: string): void;
  /** Something that a rule or a person wanted was held back. */
  refused(what: string, reason: string): void;
  revision(revision: number): void;
  /** Findings that no alert could take, and why. */
  findingsDropped(reason: string, count: number): void;
  eventDropped(): void;
}

const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** All metrics of one operator. */
export function operatorMetrics(sources: MetricSources): OperatorMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({ name: 'stasis_api_request_seconds', help: 'Requests to the API server', labelNames: ['verb', 'resource', 'code'], buckets: SECONDS, registers });
  const watches = new Counter({ name: 'stasis_watch_signs_total', help: 'What watches of the API server met', labelNames: ['resource', 'sign'], registers });
  const refusals = new Counter({ name: 'stasis_refusals_total', help: 'What was held back, and why', labelNames: ['what', 'reason'], registers });
  const revision = new Gauge({ name: 'stasis_revision', help: 'Number of the last published change of a plan', registers });
  const dropped = new Counter({ name: 'stasis_findings_dropped_total', help: 'Findings in the status of a SecurityNode that are in no alert', labelNames: ['reason'], registers });
  const events = new Counter({ name: 'stasis_events_dropped_total', help: 'Events that could not be told', registers });
  stateMetrics(registry, sources);
  return {
    registry,
    loop: loopMetrics(registry),
    request: ({ verb, resource, code, seconds }) => requests.observe({ verb, resource, code }, seconds),
    watch: (resource, sign) => watches.inc({ resource, sign }),
    refused: (what, reason) => refusals.inc({ what, reason }),
    revision: (value) => revision.set(value),
    findingsDropped: (reason, count) => dropped.inc({ reason }, count),
    eventDropped: () => events.inc(),
  };
}

function stateMetrics(registry: Registry, { version, isLeader, ages }: MetricSources): void {
  const registers = [registry];
  new Gauge({ name: 'stasis_build_info', help: 'Version of this operator', labelNames: ['version'], registers }).set({ version }, 1);
  new Gauge({ name: 'stasis_leader', help: 'Whether this operator leads', registers, collect() { this.set(isLeader() ? 1 : 0); } });
  new Gauge({
    ...{ name: 'stasis_watch_age_seconds', help: 'Since the API server said anything about a resource', labelNames: ['resource'], registers },
    collect() {
      for (const [resource, age] of ages()) this.set({ resource }, age);
    },
  });
}

function loopMetrics(registry: Registry): OperatorMetrics['loop'] {
  const registers = [registry];
  const waits = new Histogram({ name: 'stasis_queue_wait_seconds', help: 'From ready to begun', labelNames: ['loop'], buckets: SECONDS, registers });
  const times = new Histogram({ name: 'stasis_reconcile_seconds', help: 'Time to bring one object to its desired state', labelNames: ['loop'], buckets: SECONDS, registers });
  const failures = new Counter({ name: 'stasis_reconcile_failures_total', help: 'Attempts that are made again', labelNames: ['loop', 'reason'], registers });
  const depths = new Map<string, () => number>();
  new Gauge({
    ...{ name: 'stasis_queue_depth', help: 'Objects that wait', labelNames: ['loop'], registers },
    collect() {
      for (const [loop, read] of depths) this.set({ loop }, read());
    },
  });
  return (loop) => ({
    waited: (seconds) => waits.observe({ loop }, seconds),
    handled: (seconds) => times.observe({ loop }, seconds),
    failed: (reason) => failures.inc({ loop, reason }),
    depth: (read) => depths.set(loop, read),
  });
}
