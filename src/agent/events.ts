import type { Answer } from './enrich/enricher';
import type { KernelEvent } from './kernel/events';
import type { CgroupId, Receipt } from './kernel/sensor';

/** Everything that the agent's loop reacts to. */
export type AgentEvent =
  | KernelEvent
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'enriched'; readonly cgroup: CgroupId; readonly answer: Answer | undefined };
