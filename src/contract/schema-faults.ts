import { quoted } from './diagnostic';
import type { Fault } from './diagnostic';
import { nearestWord } from './nearest';
import { schemaAt } from './schema';
import type { FieldPath, SchemaNode } from './schema';

/** One error as ajv reports it; `params` depends on the keyword. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Finding {
  readonly error: SchemaError;
  readonly path: FieldPath;
  readonly found: unknown;
  readonly schema: SchemaNode | undefined;
}

/** Says in words what a validator found. */
export function schemaFaults(errors: readonly SchemaError[], document: unknown, schema: SchemaNode): readonly Fault[] {
  const findings = errors.map((error) => findingOf(error, document, schema));
  const misspelt = new Set(findings.flatMap(suggestedField));
  return findings.filter((finding) => !misspelt.has(missingField(finding))).map(faultOf);
}

function findingOf(error: SchemaError, document: unknown, schema: SchemaNode): Finding {
  const path: (string | number)[] = [];
  let found = document;
  for (const escaped of error.instancePath.split('/').slice(1)) {
    const step = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(found) ? Number(step) : step);
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return { error, path, found, schema: schemaAt(schema, path) };
}

/** A field that was misspelt is not reported as missing too. */
function suggestedField(finding: Finding): readonly string[] {
  if (finding.error.keyword !== 'additionalProperties') return [];
  const meant = nearestWord(String(finding.error.params['additionalProperty']), fieldsOf(finding.schema));
  return meant === undefined ? [] : [`${finding.error.instancePath}/${meant}`];
}

function missingField({ error }: Finding): string {
  return error.keyword === 'required' ? `${error.instancePath}/${String(error.params['missingProperty'])}` : '';
}

type Wording = (finding: Finding) => Fault;

const WORDINGS: Readonly<Record<string, Wording>> = {
  additionalProperties: unknownField,
  required: missing,
  type: wrongType,
  enum: wrongWord,
  pattern: wrongName,
  minProperties: empty,
  minItems: empty,
  minLength: empty,
  maxItems: ({ path, error }) => ({ path, message: `At most ${limitOf(error)} entries are allowed` }),
  maxProperties: ({ path, error }) => ({ path, message: `At most ${limitOf(error)} fields are allowed` }),
  maxLength: ({ path, error }) => ({ path, message: `At most ${limitOf(error)} characters are allowed` }),
  minimum: ({ path, found, error }) => ({ path, message: `Found ${quoted(found)}`, hint: `at least ${limitOf(error)}` }),
  maximum: ({ path, found, error }) => ({ path, message: `Found ${quoted(found)}`, hint: `at most ${limitOf(error)}` }),
  uniqueItems: listedTwice,
};

function faultOf(finding: Finding): Fault {
  const wording = WORDINGS[finding.error.keyword];
  return wording?.(finding) ?? { path: finding.path, message: `Not allowed (${finding.error.keyword})` };
}

function limitOf(error: SchemaError): string {
  return String(error.params['limit']);
}

function unknownField({ error, path, schema }: Finding): Fault {
  const field = String(error.params['additionalProperty']);
  return { path: [...path, field], atName: true, message: `Unknown field ${quoted(field)}`, hint: suggestion(field, fieldsOf(schema)) };
}

function missing({ error, path, schema }: Finding): Fault {
  const field = String(error.params['missingProperty']);
  const allowed = schema?.properties?.[field]?.enum;
  return { path, message: `Field "${field}" is missing`, ...(allowed === undefined ? {} : { hint: `allowed: ${allowed.join(', ')}` }) };
}

const TYPES: Readonly<Record<string, string>> = { array: 'a list', object: 'a map', string: 'text', boolean: 'true or false', integer: 'a whole number' };

function wrongType({ error, path, found }: Finding): Fault {
  const expected = String(error.params['type']);
  return { path, message: `Found ${quoted(found)}, expected ${TYPES[expected] ?? expected}` };
}

function wrongWord({ path, found, schema }: Finding): Fault {
  return { path, message: `Found ${quoted(found)}`, hint: suggestion(String(found), (schema?.enum ?? []).map(String)) };
}

function wrongName({ path, found }: Finding): Fault {
  return { path, message: `Found ${quoted(found)}`, hint: 'allowed: lower-case letters, digits and "-", with a letter or digit first and last' };
}

function empty({ path, schema }: Finding): Fault {
  const words = [...fieldsOf(schema), ...(schema?.items?.enum ?? [])];
  const hint = words.length === 0 ? schema?.description : `allowed: ${words.join(', ')}`;
  return { path, message: 'Empty, and empty means nothing', ...(hint === undefined ? {} : { hint }) };
}

function listedTwice({ error, path, found }: Finding): Fault {
  const index = Math.max(Number(error.params['i']), Number(error.params['j']));
  return { path: [...path, index], message: `${quoted((found as readonly unknown[])[index])} is listed twice` };
}

function suggestion(found: string, allowed: readonly string[]): string {
  const nearest = nearestWord(found, allowed);
  return nearest === undefined ? `allowed: ${allowed.join(', ')}` : `did you mean "${nearest}"? Allowed: ${allowed.join(', ')}`;
}

/** Fields that tools write are no suggestion for people. */
function fieldsOf(schema: SchemaNode | undefined): readonly string[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, child]) => (child.description.endsWith('ignored.') ? [] : [name]));
}
