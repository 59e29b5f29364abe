import type { Fault } from '../../contract/diagnostic';
import type { PodSelector, Policy } from '../../contract/policy';
import type { FieldPath } from '../../contract/schema';

type Expression = NonNullable<PodSelector['matchExpressions']>[number];

/** A label selector selects by something, and its operators have the values that they need. */
export function selectorIsSound({ target: { podSelector } }: Policy): readonly Fault[] {
  if (podSelector === undefined) return [];
  const path = ['spec', 'target', 'podSelector'];
  const { matchLabels = {}, matchExpressions = [] } = podSelector;
  if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return [{ path, message: 'An empty selector selects nothing', hint: 'allowed: matchLabels, matchExpressions' }];
  return matchExpressions.flatMap((expression, index) => expressionFaults(expression, [...path, 'matchExpressions', index]));
}

function expressionFaults({ operator, values }: Expression, path: FieldPath): readonly Fault[] {
  const wanted = operator === 'In' || operator === 'NotIn';
  const given = values !== undefined && values.length > 0;
  if (wanted && !given) return [{ path, message: `Operator "${operator}" needs values` }];
  if (!wanted && values !== undefined) return [{ path: [...path, 'values'], message: `Operator "${operator}" takes no values` }];
  return [];
}
