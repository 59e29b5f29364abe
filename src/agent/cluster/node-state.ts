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
  readonly version: SpecVersion;
}

/** Which spec of a SecurityNode: generations can be compared within one object alone, and one that is made anew begins at 1 again. */
export interface SpecVersion {
  readonly uid: string;
  /** 0: nobody has told one. */
  readonly generation: number;
}

export const NODE_STATE = { file: 'node.json', version: 2, maxBytes: 256 << 20 } as const;

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
