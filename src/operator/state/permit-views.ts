import { selects, type Labels } from '../../compile';
import type { NodeSpec } from '../../contract/node';
import type { DisruptionBudget, NodeView, Permit, PermitAnswer, PermitSpec, PodView, RefusalReason } from '../permits/types';
import type { KeptSecurityNode } from './node';
import type { KeptBudget, KeptPod } from './objects';

/** A SecurityNode as the permit reducer reads it. */
export function nodeView({ metadata, spec, report }: KeptSecurityNode, { alive, isKnown }: { readonly alive: boolean; readonly isKnown: (podUid: string) => boolean }): NodeView {
  const { name, uid, generation } = metadata;
  const requests = (report?.requests ?? []).map(({ id, pod }) => ({ id, podUid: pod.uid })).filter(({ podUid }) => isKnown(podUid));
  return { name, uid, generation, spec: permitSpec(spec), observedGeneration: report?.observedGeneration, used: report?.used ?? [], requests, alive };
}

function permitSpec({ permitTerm = 0, permits = [], permitAnswers = [] }: Partial<NodeSpec> = {}): PermitSpec {
  return { term: permitTerm, permits: permits.map(permitOf), answers: permitAnswers.map(answerOf) };
}

function permitOf({ podUID, revoked, insteadOf }: NonNullable<NodeSpec['permits']>[number]): Permit {
  return { podUid: podUID, ...(revoked === true ? { revoked } : {}), ...(insteadOf === undefined ? {} : { insteadOf }) };
}

/** This operator wrote it, so the reason is one that it knows. */
function answerOf({ request, decision, reason = '', message = '' }: NonNullable<NodeSpec['permitAnswers']>[number]): PermitAnswer {
  return decision === 'Granted' ? { request, decision } : { request, decision, reason: reason as RefusalReason, message };
}

/** The spec with other permits. */
export function withPermits(spec: NodeSpec, { term, permits, answers }: PermitSpec): NodeSpec {
  return {
    ...{ mode: spec.mode, settings: spec.settings, permitTerm: term },
    permits: permits.map(({ podUid, revoked, insteadOf }) => ({ podUID: podUid, ...(revoked === undefined ? {} : { revoked }), ...(insteadOf === undefined ? {} : { insteadOf }) })),
    permitAnswers: [...answers],
  };
}

export interface PodFacts {
  /** Held by a Containment that has not ended. */
  readonly contained: boolean;
  readonly barred: PodView['barred'] | undefined;
  /** Those of its namespace. */
  readonly budgets: readonly KeptBudget[];
}

export function podView(pod: KeptPod, { contained, barred, budgets }: PodFacts): PodView {
  const { uid, namespace = '', leaving } = pod.metadata;
  const { node, running, ready } = pod;
  return {
    ...{ uid, node, running, ready, leaving, contained, workload: `${namespace}/${pod.workload}` },
    budgets: budgets.filter((budget) => isIn(budget, pod.labels)).map(budgetId),
    ...(barred === undefined ? {} : { barred }),
  };
}

/** Of a budget, unlike of a policy, an empty selector selects every pod of its namespace. */
function isIn({ selector }: KeptBudget, labels: Labels): boolean {
  if (selector === undefined) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return Object.keys(matchLabels).length + matchExpressions.length === 0 || selects(selector, labels);
}

/** A budget whose status is behind allows nothing. */
export function budgetView(budget: KeptBudget): DisruptionBudget {
  const { current, disruptionsAllowed, desiredHealthy } = budget;
  return { id: budgetId(budget), disruptionsAllowed: current ? disruptionsAllowed : 0, desiredHealthy: current ? desiredHealthy : Number.MAX_SAFE_INTEGER };
}

function budgetId({ metadata: { namespace = '', name } }: KeptBudget): string {
  return `${namespace}/${name}`;
}
