import type { KeptPod } from '../identity/pods';
import type { KeptPlan } from '../config/node-plans';
import type { NodeSpec } from '../../contract/node';

/** What an agent keeps on its node to enforce without an API server. */
export interface NodeState {
  readonly node: string;
  readonly plans: readonly KeptPlan[];
  readonly revision: number;
  readonly nodeLabels: Readonly<Record<string, string>> | undefined;
  /** Those that were on the node last. */
  readonly pods: readonly KeptPod[];
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly spec: NodeSpec | undefined;
  /** Of the spec. */
  readonly generation: number;
}

export const NODE_STATE = { file: 'node.json', version: 1, maxBytes: 256 << 20 } as const;

/** What holds until somebody has told: everything is recorded, nothing is done. */
export const UNTOLD: NodeSpec = {
  mode: 'Audit',
  settings: {
    protected: { namespaces: [], priorityClasses: [] },
    allowedActions: { namespacedPolicies: ['Alert'], clusterPolicies: ['Alert'], people: ['Alert'] },
    freezesPerMinute: 10,
    orphanAfter: '24h',
    startup: 'Open',
    freezer: 'Direct',
  },
};
