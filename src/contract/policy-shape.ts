import type { PolicyKind } from './policy';
import type { PolicyResource } from './resources.gen';
import type { SchemaError } from './schema-faults';
import { validateClusterSecurityPolicy, validateSecurityPolicy } from './validators.gen';

interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

const VALIDATORS: Readonly<Record<PolicyKind, Validator>> = {
  ClusterSecurityPolicy: validateClusterSecurityPolicy as Validator,
  SecurityPolicy: validateSecurityPolicy as Validator,
};

export const POLICY_KINDS = Object.keys(VALIDATORS);

export function isPolicyKind(kind: unknown): kind is PolicyKind {
  return typeof kind === 'string' && Object.hasOwn(VALIDATORS, kind);
}

/** What is wrong with the shape of a policy, as ajv says it; nothing: it is one of this kind. */
export function shapeErrors(kind: PolicyKind, value: unknown): readonly SchemaError[] {
  const validate = VALIDATORS[kind];
  return validate(value) ? [] : (validate.errors ?? []);
}

/** The same for where nobody reads the details. */
export function hasShapeOf(kind: PolicyKind, value: unknown): value is PolicyResource {
  return shapeErrors(kind, value).length === 0;
}
