import type { Fault } from './diagnostic';
import type { FieldPath } from './schema';

/** What a rule may watch: exactly one of them. */
const RULE_KINDS = ['process', 'file', 'network', 'privilege', 'behavior'] as const;

/** Words of the policy language that this version does not enforce: refused, never ignored. */
const FIELDS = {
  spec: ['exceptions'],
  target: ['host'],
  rule: ['behavior', 'blockFallback', 'file', 'network', 'privilege', 'when'],
  process: ['user'],
} as const;
const ACTIONS: readonly unknown[] = ['Block', 'Isolate', 'Capture', 'Replace', 'Terminate'];

/** Rules that have no kind or several, and words of the language that this version does not enforce. */
export function unenforcedFaults(document: unknown): readonly Fault[] {
  const spec = fieldOf(document, 'spec');
  const rules = fieldOf(spec, 'rules');
  return [
    ...refused(spec, ['spec'], FIELDS.spec),
    ...refused(fieldOf(spec, 'target'), ['spec', 'target'], FIELDS.target),
    ...(Array.isArray(rules) ? rules.flatMap((rule: unknown, index) => ruleFaults(rule, ['spec', 'rules', index])) : []),
  ];
}

function ruleFaults(rule: unknown, path: FieldPath): readonly Fault[] {
  if (!isMap(rule)) return [];
  const kinds = RULE_KINDS.filter((kind) => Object.hasOwn(rule, kind));
  if (kinds.length > 1) return [severalKinds(kinds, path)];
  return [
    ...refused(rule, path, FIELDS.rule),
    ...refused(rule['process'], [...path, 'process'], FIELDS.process),
    ...actionFaults(rule['respond'], [...path, 'respond']),
  ];
}

function severalKinds(kinds: readonly string[], path: FieldPath): Fault {
  const found = kinds.map((kind) => JSON.stringify(kind)).join(' and ');
  return { path, message: `Found ${found} in one rule`, hint: `a rule has exactly one of ${RULE_KINDS.join(', ')}: make two rules of it` };
}

function refused(value: unknown, path: FieldPath, fields: readonly string[]): readonly Fault[] {
  if (!isMap(value)) return [];
  const found = fields.filter((field) => Object.hasOwn(value, field));
  return found.map((field) => ({ path: [...path, field], atName: true, message: `Field "${field}" is not enforced by this version`, hint: 'leave it out' }));
}

function actionFaults(actions: unknown, path: FieldPath): readonly Fault[] {
  if (!Array.isArray(actions)) return [];
  return actions.flatMap((action: unknown, index) =>
    ACTIONS.includes(action) ? [{ path: [...path, index], message: `Action "${String(action)}" is not enforced by this version`, hint: 'allowed: Alert, Kill, Freeze' }] : [],
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return isMap(value) ? value[name] : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
