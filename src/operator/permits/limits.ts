import type { DisruptionBudget, PodView, Workloads } from './types';

/** How many pods of a group may be armed or frozen at once. A pod belongs to that of its workload and to those of its disruption budgets. */
export interface Limit {
  readonly id: string;
  readonly allowed: number;
}

export const SHARE = 0.25;

/** The limits that a pod belongs to. */
export function limitIds(pod: PodView): readonly string[] {
  return [workloadLimit(pod.workload), ...pod.budgets.map(budgetLimit)];
}

/** All limits, by id. A budget that does not exist (any more) limits nothing. */
export function limitsOf({ pods, budgets }: Workloads): ReadonlyMap<string, Limit> {
  const live = pods.filter(({ leaving }) => !leaving);
  const made = new Map<string, Limit>();
  for (const [workload, members] of grouped(live, ({ workload }) => [workload])) {
    const size = members.filter(({ running, contained }) => running || contained).length;
    made.set(workloadLimit(workload), { id: workloadLimit(workload), allowed: Math.max(1, Math.floor(size * SHARE)) });
  }
  const selected = grouped(live, (pod) => pod.budgets);
  for (const budget of budgets) made.set(budgetLimit(budget.id), { id: budgetLimit(budget.id), allowed: allowedBy(budget, selected.get(budget.id) ?? []) });
  return made;
}

/**
 * What the budget allows beside our frozen pods, plus those of them that it counts as unhealthy already. Its status runs behind the pods':
 * a frozen pod may be unready and not yet counted, so what the pods themselves say bounds it too.
 */
function allowedBy(budget: DisruptionBudget, members: readonly PodView[]): number {
  const frozenUnhealthy = members.filter(({ contained, ready }) => contained && !ready).length;
  const healthyWithoutUs = members.filter(({ contained, ready }) => contained || ready).length;
  return Math.max(0, Math.min(budget.disruptionsAllowed + frozenUnhealthy, healthyWithoutUs - budget.desiredHealthy));
}

function workloadLimit(workload: string): string {
  return `workload ${workload}`;
}

function budgetLimit(budget: string): string {
  return `budget ${budget}`;
}

function grouped(pods: readonly PodView[], keysOf: (pod: PodView) => readonly string[]): ReadonlyMap<string, readonly PodView[]> {
  const made = new Map<string, PodView[]>();
  for (const pod of pods) {
    for (const key of keysOf(pod)) {
      const group = made.get(key);
      if (group === undefined) made.set(key, [pod]);
      else group.push(pod);
    }
  }
  return made;
}

/** Which pods are armed is stable and not for an attacker to choose: by a hash of the UID (FNV-1a), which the API server draws. */
export function orderOf(uid: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < uid.length; at++) hash = Math.imul(hash ^ uid.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Pods by the hash of their UID. */
export function byOrder(left: string, right: string): number {
  return orderOf(left) - orderOf(right) || (left < right ? -1 : left > right ? 1 : 0);
}
