// Generates src/contract/{resources,schemas,validators,object-validators}.gen.ts from crds/*.yaml.
// `node scripts/gen-contract.mjs [--check]`; with --check nothing is written and a difference ends with exit code 1.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { parse } from 'yaml';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(ROOT, 'src', 'contract');
const NOTICE = '// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.\n';
const DNS_SUBDOMAIN = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';
const DNS_LABEL = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$';
/** Kinds that people write into files: unknown fields are errors, and messages need their schema. The others are read from an API server that may be newer. */
const WRITTEN_BY_PEOPLE = ['ClusterSecurityPolicy', 'SecurityPolicy'];
/** Keywords of the API server that mean nothing to ajv. */
const FOREIGN_KEYWORDS = ['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type', 'x-kubernetes-validations'];
const OWNER = {
  type: 'object',
  description: 'One owner.',
  required: ['apiVersion', 'kind', 'name', 'uid'],
  properties: Object.fromEntries(['apiVersion', 'kind', 'name', 'uid'].map((name) => [name, { type: 'string', description: 'Of the owner.' }])),
};
/** Metadata that the API server and its clients write; accepted in files so that `kubectl get -o yaml` can be read back, and ignored there. */
const SERVER_METADATA = {
  deletionGracePeriodSeconds: { type: 'integer' },
  deletionTimestamp: { type: 'string' },
  finalizers: { type: 'array', items: { type: 'string', description: 'One finalizer.' } },
  generateName: { type: 'string' },
  generation: { type: 'integer' },
  managedFields: { type: 'array' },
  ownerReferences: { type: 'array', items: OWNER },
  resourceVersion: { type: 'string' },
  selfLink: { type: 'string' },
  uid: { type: 'string' },
};

const kinds = readdirSync(join(ROOT, 'crds')).filter((name) => name.endsWith('.yaml')).sort().map(readKind);
const policies = kinds.filter(({ byPeople }) => byPeople);
const outputs = {
  'resources.gen.ts': resources(),
  'schemas.gen.ts': schemas(),
  'validators.gen.ts': validators(policies.map(policyShape)),
  'object-validators.gen.ts': validators(kinds.filter(({ byPeople }) => !byPeople).map(objectShape)),
};
const changed = Object.entries(outputs).filter(([name, text]) => current(name) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of changed) console.error(`src/contract/${name} differs from crds/: run node scripts/gen-contract.mjs`);
  process.exitCode = changed.length === 0 ? 0 : 1;
} else {
  for (const [name, text] of changed) writeFileSync(join(OUT, name), text);
}

function current(name) {
  try {
    return readFileSync(join(OUT, name), 'utf8');
  } catch {
    return undefined;
  }
}

function readKind(file) {
  const crd = parse(readFileSync(join(ROOT, 'crds', file), 'utf8'));
  const [version] = crd.spec.versions;
  const kind = crd.spec.names.kind;
  const byPeople = WRITTEN_BY_PEOPLE.includes(kind);
  const schema = inWordsOfAjv(version.schema.openAPIV3Schema, byPeople);
  schema.properties.apiVersion.enum = [`${crd.spec.group}/${version.name}`];
  schema.properties.kind.enum = [kind];
  const namespaced = crd.spec.scope === 'Namespaced';
  schema.properties.metadata = inWordsOfAjv(metadata(namespaced), byPeople);
  return { kind, schema, byPeople, namespaced };
}

/** What the API server does by other means (pruning, list types) is said to ajv in its own words. `closed`: unknown fields are errors. */
function inWordsOfAjv(node, closed) {
  const { format, ...result } = node;
  if (node['x-kubernetes-list-type'] === 'set') result.uniqueItems = true;
  if (node.items) result.items = inWordsOfAjv(node.items, closed);
  if (node.properties) {
    result.properties = Object.fromEntries(Object.entries(node.properties).map(([name, child]) => [name, inWordsOfAjv(child, closed)]));
    if (closed) result.additionalProperties = false;
  } else if (typeof node.additionalProperties === 'object') {
    result.additionalProperties = inWordsOfAjv(node.additionalProperties, closed);
  }
  return result;
}

/** The API server checks metadata by itself, so a CRD cannot describe it; files have nobody else to check it. */
function metadata(namespaced) {
  const map = (description) => ({ type: 'object', description, additionalProperties: { type: 'string', description: 'A value.' } });
  const written = Object.entries(SERVER_METADATA).map(([name, schema]) => [name, { ...schema, description: 'Written by tools; in files it is ignored.' }]);
  const properties = {
    name: { type: 'string', description: 'Name of the object.', minLength: 1, maxLength: 253, pattern: DNS_SUBDOMAIN },
    ...(namespaced ? { namespace: { type: 'string', description: 'Its namespace.', minLength: 1, maxLength: 63, pattern: DNS_LABEL } } : {}),
    labels: map('Labels of the object.'),
    annotations: map('Annotations of the object.'),
    creationTimestamp: { type: 'string', description: 'When it was made. Older policies come first where not all fit.' },
    ...Object.fromEntries(written),
  };
  return { type: 'object', description: 'Name of the object.', required: namespaced ? ['name', 'namespace'] : ['name'], properties };
}

function resources() {
  const names = policies.map(({ kind }) => kind);
  const interfaces = kinds.map(({ kind, schema, namespaced }) => `/** ${schema.description} */\nexport interface ${kind} ${typeOf(withMetadata(schema, namespaced), '')}\n`);
  return `${NOTICE}\n${metadataTypes()}\n${interfaces.join('\n')}\nexport type PolicyResource = ${names.join(' | ')};\n`;
}

function metadataTypes() {
  const common = typeOf(metadata(false), '');
  return `/** What every object carries. */\nexport interface ObjectMetadata ${common}\n\n/** The same of an object in a namespace. */\nexport interface NamespacedMetadata extends ObjectMetadata {\n  /** Its namespace. */\n  readonly namespace: string;\n}\n`;
}

function withMetadata(schema, namespaced) {
  const named = { description: schema.properties.metadata.description, typeName: namespaced ? 'NamespacedMetadata' : 'ObjectMetadata' };
  return { ...schema, properties: { ...schema.properties, metadata: named } };
}

function typeOf(node, indent) {
  if (node.typeName) return node.typeName;
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(' | ').replaceAll('"', "'");
  if (node.type === 'array') return node.items ? `readonly ${grouped(typeOf(node.items, indent))}[]` : 'readonly unknown[]';
  if (node.properties) return objectType(node, indent);
  if (node.type === 'object') return node.additionalProperties ? `Readonly<Record<string, ${typeOf(node.additionalProperties, indent)}>>` : 'object';
  return node.type === 'integer' ? 'number' : node.type;
}

function grouped(type) {
  return /[|]/u.test(type) && !type.startsWith('{') ? `(${type})` : type;
}

function objectType(node, indent) {
  const inner = `${indent}  `;
  const fields = Object.entries(node.properties).map(([name, child]) => {
    const optional = node.required?.includes(name) ? '' : '?';
    return `${inner}/** ${child.description.replaceAll('*/', '*\u200b/')} */\n${inner}readonly ${name}${optional}: ${typeOf(child, inner)};\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}

function schemas() {
  const entries = policies.map(({ kind, schema }) => `  ${kind}: ${JSON.stringify(stripped(schema), null, 2).replaceAll('\n', '\n  ')},\n`);
  return `${NOTICE}import type { SchemaNode } from './schema';\n\n/** What may be written in each kind, by field. */\nexport const SCHEMAS = {\n${entries.join('')}} as const satisfies Readonly<Record<string, SchemaNode>>;\n`;
}

/** What messages need of a schema: fields and descriptions. */
function stripped(node) {
  const { description, properties, items, additionalProperties, enum: values } = node;
  return {
    description,
    ...(values ? { enum: values } : {}),
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, stripped(child)])) } : {}),
    ...(items ? { items: stripped(items) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: stripped(additionalProperties) } : {}),
  };
}

function validators(shapes) {
  const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, code: { source: true, esm: true, lines: true } });
  for (const { kind, schema } of shapes) ajv.addSchema(undescribed(schema), kind);
  const names = Object.fromEntries(shapes.map(({ kind }) => [`validate${kind}`, kind]));
  const code = standalone.default(ajv, names);
  return `// @ts-nocheck -- plain JavaScript made by ajv\n${NOTICE}${code}\n`;
}

/** The status of a policy in a file is ignored, whatever it says. */
function policyShape({ kind, schema }) {
  return { kind, schema: { ...schema, properties: { ...schema.properties, status: { type: 'object' } } } };
}

/** Objects of these kinds come from an API server, which has checked their metadata. */
function objectShape({ kind, schema, namespaced }) {
  const string = { type: 'string' };
  const properties = namespaced ? { name: string, namespace: string } : { name: string };
  return { kind, schema: { ...schema, properties: { ...schema.properties, metadata: { type: 'object', required: Object.keys(properties), properties } } } };
}

/** ajv embeds the whole schema in its code; descriptions would only make that larger. */
function undescribed(node) {
  const { description, items, properties, additionalProperties, ...rest } = node;
  for (const keyword of FOREIGN_KEYWORDS) delete rest[keyword];
  if (items) rest.items = undescribed(items);
  if (properties) rest.properties = Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, undescribed(child)]));
  if (additionalProperties !== undefined) rest.additionalProperties = typeof additionalProperties === 'object' ? undescribed(additionalProperties) : additionalProperties;
  return rest;
}
