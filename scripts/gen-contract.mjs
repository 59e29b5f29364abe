// Generates src/contract/{resources,schemas,validators}.gen.ts from crds/*.yaml.
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
/** Metadata that tools write; accepted so that `kubectl get -o yaml` can be read back, and ignored. */
const IGNORED_METADATA = { deletionGracePeriodSeconds: 'integer', deletionTimestamp: 'string', finalizers: 'array', generateName: 'string', generation: 'integer', managedFields: 'array', ownerReferences: 'array', resourceVersion: 'string', selfLink: 'string', uid: 'string' };

const kinds = readdirSync(join(ROOT, 'crds')).filter((name) => name.endsWith('.yaml')).sort().map(readKind);
const outputs = { 'resources.gen.ts': resources(), 'schemas.gen.ts': schemas(), 'validators.gen.ts': validators() };
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
  const schema = closed(version.schema.openAPIV3Schema);
  const kind = crd.spec.names.kind;
  schema.properties.apiVersion.enum = [`${crd.spec.group}/${version.name}`];
  schema.properties.kind.enum = [kind];
  schema.properties.metadata = metadata(crd.spec.scope === 'Namespaced');
  return { kind, schema };
}

/** What the API server does by other means (pruning, list types) is said to ajv in its own words: unknown fields are errors. */
function closed(node) {
  const result = { ...node };
  if (node['x-kubernetes-list-type'] === 'set') result.uniqueItems = true;
  if (node.items) result.items = closed(node.items);
  if (node.properties) {
    result.properties = Object.fromEntries(Object.entries(node.properties).map(([name, child]) => [name, closed(child)]));
    result.additionalProperties = false;
  } else if (typeof node.additionalProperties === 'object') {
    result.additionalProperties = closed(node.additionalProperties);
  }
  return result;
}

/** The API server checks metadata by itself, so a CRD cannot describe it; files have nobody else to check it. */
function metadata(namespaced) {
  const map = (description) => ({ type: 'object', description, additionalProperties: { type: 'string', description: 'A value.' } });
  const ignored = Object.entries(IGNORED_METADATA).map(([name, type]) => [name, { type, description: 'Written by tools; ignored.' }]);
  const properties = {
    name: { type: 'string', description: 'Name of the object.', minLength: 1, maxLength: 253, pattern: DNS_SUBDOMAIN },
    ...(namespaced ? { namespace: { type: 'string', description: 'Its namespace.', minLength: 1, maxLength: 63, pattern: DNS_LABEL } } : {}),
    labels: map('Labels of the object.'),
    annotations: map('Annotations of the object.'),
    creationTimestamp: { type: 'string', description: 'When it was made. Older policies come first where not all fit.' },
    ...Object.fromEntries(ignored),
  };
  return { type: 'object', description: 'Name of the object.', required: namespaced ? ['name', 'namespace'] : ['name'], properties, additionalProperties: false };
}

function resources() {
  const names = kinds.map(({ kind }) => kind);
  const types = kinds.map(({ kind, schema }) => `/** ${schema.description} */\nexport interface ${kind} ${typeOf(schema, '')}\n`);
  return `${NOTICE}\n${types.join('\n')}\nexport type PolicyResource = ${names.join(' | ')};\n`;
}

function typeOf(node, indent) {
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
  const entries = kinds.map(({ kind, schema }) => `  ${kind}: ${JSON.stringify(stripped(schema), null, 2).replaceAll('\n', '\n  ')},\n`);
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

function validators() {
  const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, code: { source: true, esm: true, lines: true } });
  for (const keyword of ['x-kubernetes-list-type', 'x-kubernetes-list-map-keys']) ajv.addKeyword(keyword);
  for (const { kind, schema } of kinds) ajv.addSchema(undescribed(schema), kind);
  const names = Object.fromEntries(kinds.map(({ kind }) => [`validate${kind}`, kind]));
  const code = standalone.default(ajv, names);
  return `// @ts-nocheck -- plain JavaScript made by ajv\n${NOTICE}${code}\n`;
}

/** ajv embeds the whole schema in its code; descriptions would only make that larger. */
function undescribed(node) {
  const { description, items, properties, additionalProperties, ...rest } = node;
  if (items) rest.items = undescribed(items);
  if (properties) rest.properties = Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, undescribed(child)]));
  if (additionalProperties !== undefined) rest.additionalProperties = typeof additionalProperties === 'object' ? undescribed(additionalProperties) : additionalProperties;
  return rest;
}
