import { agentMetrics, type Metrics } from './api/metrics';
import type { AgentParts } from './parts';
import { PROVABLE_HOOKS } from './self-test';

/** What only the agent itself knows, read at each scrape. */
export interface Figures {
  readonly generation: () => number;
  readonly policies: () => { readonly count: number; readonly problems: number };
  readonly ready: () => boolean;
  readonly unproven: () => readonly string[];
}

/** The metrics of an agent of these parts. */
export function metricsOf({ sensor, version, reporter, enricher }: AgentParts, { generation, policies, ready, unproven }: Figures): Metrics {
  return agentMetrics({
    ...{ sensor, version, generation, policies, ready },
    hooks: () => PROVABLE_HOOKS.map((hook) => ({ hook, proven: !unproven().includes(hook) })),
    dropped: () => ({ output: reporter.dropped, enrichment: enricher?.droppedQuestions ?? 0 }),
  });
}
