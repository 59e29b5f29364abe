import type { Fault } from '../../contract/diagnostic';
import type { LabelSelector, Policy } from '../../contract/policy';
import type { FieldPath } from '../../contract/schema';

type Expression = NonNullable<LabelSelector['matchExpressions']>[number];

const SELECTORS = ['podSelector', 'namespaceSelector', 'nodeSelector'] as const;

/** A label selector selects by something, and its operators have the values that they need. */
export function selectorsAreSound({ target }: Policy): readonly Fault[] {
  return SELECTORS.flatMap((field) => selectorFaults(target[field], ['spec', 'target', field]));
}

function selectorFaults(selector: LabelSelector | undefined, path: FieldPath): readonly Fault[] {
  if (selector === undefined) return [];
  const { matchLabels = {}, matchExpressions = [] } = selector;
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
