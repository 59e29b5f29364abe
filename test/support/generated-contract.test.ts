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

function schemaOf(file: string): Node {
  const crd = parse(readFileSync(join(ROOT, 'crds', file), 'utf8')) as { spec: { versions: [{ schema: { openAPIV3Schema: Node } }] } };
  return crd.spec.versions[0].schema.openAPIV3Schema;
}

function walk(node: Node, path: string, visit: (node: Node, path: string) => void): void {
  visit(node, path);
  for (const [name, child] of Object.entries(node.properties ?? {})) walk(child, `${path}.${name}`, visit);
  if (node.items !== undefined) walk(node.items, `${path}[]`, visit);
}

describe('generated contract', () => {
  it('is what its generator makes of crds/ today', () => {
    expect(() => execFileSync(process.execPath, [join(ROOT, 'scripts', 'gen-contract.mjs'), '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

describe('crds', () => {
  const files = readdirSync(join(ROOT, 'crds')).sort();

  it.each(files)('%s describes every field and bounds every list and text below spec', (file) => {
    const unsound: string[] = [];
    walk(schemaOf(file).properties?.['spec'] ?? {}, 'spec', (node, path) => {
      if (node.description === undefined || node.type === undefined) unsound.push(`${path}: no description or type`);
      if (node.type === 'array' && node['maxItems'] === undefined) unsound.push(`${path}: no maxItems`);
      if (node.type === 'string' && node['enum'] === undefined && node['maxLength'] === undefined) unsound.push(`${path}: no maxLength`);
    });
    expect(unsound).toEqual([]);
  });

  it('have the same rules in both kinds', () => {
    const [cluster, namespaced] = files.map((file) => schemaOf(file).properties?.['spec']?.properties?.['rules']);
    expect(cluster?.type).toBe('array');
    expect(cluster).toEqual(namespaced);
  });
});
