/** How much is measured: `full` for figures that are recorded, `quick` to see that everything works. */
export interface Scale {
  /** Rounds in which the alternatives of a comparison take turns. */
  readonly rounds: number;
  /** Program starts by which one alternative is timed in one round. */
  readonly starts: number;
  /** System calls by which one alternative is timed in one round. */
  readonly calls: number;
  /** Freezes in each of the four situations. */
  readonly freezes: number;
  readonly kills: number;
  /** Freezes with each kind of revoker. */
  readonly revocations: number;
  /** Findings whose way to standard output is timed, for each action. */
  readonly strikes: number;
  readonly publishes: number;
  /** Containers and policies beside which memory is measured. */
  readonly containers: number;
  readonly policies: number;
  readonly idleSeconds: number;
  /** Of a cluster, for the operator. */
  readonly nodes: number;
  readonly clusterPolicies: number;
}

export const FULL: Scale = {
  ...{ rounds: 9, starts: 500, calls: 1_000_000, freezes: 2500, kills: 10_000, revocations: 500, strikes: 2000, publishes: 20 },
  ...{ containers: 200, policies: 100, idleSeconds: 20, nodes: 5000, clusterPolicies: 1000 },
};

export const QUICK: Scale = {
  ...{ rounds: 3, starts: 100, calls: 200_000, freezes: 60, kills: 300, revocations: 20, strikes: 100, publishes: 4 },
  ...{ containers: 40, policies: 20, idleSeconds: 3, nodes: 200, clusterPolicies: 100 },
};
