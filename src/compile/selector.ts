import type { LabelSelector } from '../contract/policy';

export type Labels = Readonly<Record<string, string>>;
type Expression = NonNullable<LabelSelector['matchExpressions']>[number];

/** Whether a selector selects something with these labels, as in Kubernetes; but an empty selector selects nothing. */
export function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): boolean {
  const wanted = Object.entries(matchLabels);
  if (wanted.length + matchExpressions.length === 0) return false;
  return wanted.every(([key, value]) => labelOf(labels, key) === value) && matchExpressions.every((expression) => holds(expression, labelOf(labels, expression.key)));
}

function labelOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** A label that is absent is not in any list. */
function holds({ operator, values = [] }: Expression, label: string | undefined): boolean {
  const listed = label !== undefined && values.includes(label);
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
  }
}
