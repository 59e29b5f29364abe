import { quoted } from './diagnostic';

/** An object from an API server, or what is wrong with it. */
export type ObjectReading<Resource> = { readonly ok: true; readonly object: Resource } | { readonly ok: false; readonly problem: string };

/** A validator as ajv makes it. */
export interface ObjectValidator {
  (value: unknown): boolean;
  readonly errors?: readonly ObjectError[] | null;
}

interface ObjectError {
  readonly instancePath: string;
  readonly message?: string;
}

/**
 * Takes a value for an object of a kind. An API server checks what it stores against its own version of the kind, which
 * may be newer: fields that this version does not know are let through, words that it does not know are a problem.
 */
export function readObject<Resource>(validate: ObjectValidator, value: unknown): ObjectReading<Resource> {
  if (validate(value)) return { ok: true, object: value as Resource };
  const [error] = validate.errors ?? [];
  const place = error === undefined || error.instancePath === '' ? quoted(value) : error.instancePath.slice(1).replaceAll('/', '.');
  return { ok: false, problem: `${place}: ${error?.message ?? 'not valid'}` };
}
