import { quoted } from '../../contract/diagnostic';
import type { Fault } from '../../contract/diagnostic';
import type { LabelSelector, Policy } from '../../contract/policy';
import type { FieldPath } from '../../contract/schema';

type Expression = NonNullable<LabelSelector['matchExpressions']>[number];

const KEY = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/u;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/u;

const SELECTORS = ['podSelector', 'namespaceSelector', 'nodeSelector'] as const;

/** A label selector selects by something that labels can be, and its operators have the values that they need. */
export function selectorsAreSound({ target }: Policy): readonly Fault[] {
  return SELECTORS.flatMap((field) => selectorFaults(target[field], ['spec', 'target', field]));
}

function selectorFaults(selector: LabelSelector | undefined, path: FieldPath): readonly Fault[] {
  if (selector === undefined) return [];
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return [{ path, message: 'An empty selector selects nothing', hint: 'allowed: matchLabels, matchExpressions' }];
  const labels = Object.entries(matchLabels).flatMap(([key, value]) => [...keyFaults(key, [...path, 'matchLabels', key]), ...valueFaults(value, [...path, 'matchLabels', key])]);
  return [...labels, ...matchExpressions.flatMap((expression, index) => expressionFaults(expression, [...path, 'matchExpressions', index]))];
}

/** A key that no label can have is never there: NotIn and DoesNotExist would select everything. */
function keyFaults(key: string, path: FieldPath): readonly Fault[] {
  return KEY.test(key) ? [] : [{ path, message: `No label has the key ${quoted(key)}` }];
}

function valueFaults(value: string, path: FieldPath): readonly Fault[] {
  return VALUE.test(value) ? [] : [{ path, message: `No label has the value ${quoted(value)}` }];
}

function expressionFaults(expression: Expression, path: FieldPath): readonly Fault[] {
  const { key, values = [] } = expression;
  return [...keyFaults(key, [...path, 'key']), ...operatorFaults(expression, path), ...values.flatMap((value, index) => valueFaults(value, [...path, 'values', index]))];
}

function operatorFaults({ operator, values }: Expression, path: FieldPath): readonly Fault[] {
  const wanted = operator === 'In' || operator === 'NotIn';
  const given = values !== undefined && values.length > 0;
  if (wanted && !given) return [{ path, message: `Operator "${operator}" needs values` }];
  if (!wanted && values !== undefined) return [{ path: [...path, 'values'], message: `Operator "${operator}" takes no values` }];
  return [];
}
