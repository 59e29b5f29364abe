import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');

interface Node {
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly [keyword: string]: unknown;
}

interface Crd {
  readonly spec: { readonly names: { readonly kind: string }; readonly versions: [{ readonly schema: { readonly openAPIV3Schema: Node } }] };
}

/** By kind. */
const SCHEMAS: Readonly<Record<string, Node>> = Object.fromEntries(
  readdirSync(join(ROOT, 'crds'))
    .sort()
    .map((file) => parse(readFileSync(join(ROOT, 'crds', file), 'utf8')) as Crd)
    .map(({ spec }) => [spec.names.kind, spec.versions[0].schema.openAPIV3Schema]),
);

function at(kind: string, ...path: readonly string[]): Node {
  return path.reduce<Node>((node, step) => {
    const child = step === '[]' ? node.items : node.properties?.[step];
    if (child === undefined) throw new Error(`${kind} has no ${path.join('.')}`);
    return child;
  }, SCHEMAS[kind] ?? {});
}

function without(node: object | undefined, names: readonly string[]): Readonly<Record<string, Node>> {
  return Object.fromEntries(Object.entries(node ?? {}).filter(([name]) => !names.includes(name)));
}

function walk(node: Node, path: string, visit: (node: Node, path: string) => void): void {
  visit(node, path);
  for (const [name, child] of Object.entries(node.properties ?? {})) walk(child, `${path}.${name}`, visit);
  if (typeof node['additionalProperties'] === 'object') walk(node['additionalProperties'] as Node, `${path}.*`, visit);
  if (node.items !== undefined) walk(node.items, `${path}[]`, visit);
}

describe('what is generated from crds/', () => {
  it.each([
    ['types and validators', 'gen-contract.mjs'],
    ['templates of the chart', 'gen-chart-crds.mjs'],
  ])('%s are what their generator makes of it today', (_, generator) => {
    expect(() => execFileSync(process.execPath, [join(ROOT, 'scripts', generator), '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

describe('crds', () => {
  it.each(Object.keys(SCHEMAS))('%s describes every field and bounds every list, map and text', (kind) => {
    const unsound: string[] = [];
    walk({ ...at(kind), properties: without(at(kind).properties, ['apiVersion', 'kind', 'metadata']) }, kind, (node, path) => {
      if (node.description === undefined || node.type === undefined) unsound.push(`${path}: no description or type`);
      if (node.type === 'array' && node['maxItems'] === undefined) unsound.push(`${path}: no maxItems`);
      if (node['additionalProperties'] !== undefined && node['maxProperties'] === undefined) unsound.push(`${path}: no maxProperties`);
      if (node.type === 'string' && !['enum', 'maxLength', 'format'].some((bound) => node[bound] !== undefined)) unsound.push(`${path}: no maxLength`);
    });
    expect(unsound).toEqual([]);
  });

  it('have the same rules, roll-out and status in both kinds of policies', () => {
    for (const path of [['spec', 'rules'], ['spec', 'mode'], ['spec', 'rollout'], ['status']]) expect(at('ClusterSecurityPolicy', ...path)).toEqual(at('SecurityPolicy', ...path));
  });

  it('have the same conditions, but for what they say, in every kind that has any', () => {
    const conditions = (kind: string): object => without(at(kind, 'status', 'conditions'), ['description']);
    for (const kind of ['Containment', 'SecurityNode']) expect(conditions(kind)).toEqual(conditions('SecurityPolicy'));
  });

  it('show the same of a finding in a SecurityNode and in a SecurityAlert', () => {
    const group = at('SecurityNode', 'status', 'findings', 'groups', '[]');
    const rule = at('SecurityAlert', 'status', 'rules', '[]');
    const samples = (node: Node): object => without(node.properties?.['samples']?.items?.properties, ['node', 'pod', 'container']);
    expect(without(group.properties, ['id', 'pod', 'container', 'samples'])).toEqual(without(rule.properties, ['samples']));
    expect(samples(group)).toEqual(samples(rule));
  });
});
