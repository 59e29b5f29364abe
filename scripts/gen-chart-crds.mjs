// Generates charts/stasis/templates/crd-*.yaml from crds/*.yaml: Helm never upgrades what lies in a chart's own crds/ folder.
// `node scripts/gen-chart-crds.mjs [--check]`; with --check nothing is written and a difference ends with exit code 1.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TEMPLATES = join(ROOT, 'charts', 'stasis', 'templates');
const KEEP = `  {{- if .Values.crds.keep }}
  annotations:
    helm.sh/resource-policy: keep
  {{- end }}
`;

const wanted = new Map(yamlFiles(join(ROOT, 'crds')).map((name) => [`crd-${name}`, template(name)]));
const stale = yamlFiles(TEMPLATES).filter((name) => name.startsWith('crd-') && !wanted.has(name));
const changed = [...wanted].filter(([name, text]) => !existsSync(join(TEMPLATES, name)) || readFileSync(join(TEMPLATES, name), 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const name of [...stale, ...changed.map(([file]) => file)]) console.error(`charts/stasis/templates/${name} differs from crds/: run node scripts/gen-chart-crds.mjs`);
  process.exitCode = stale.length + changed.length === 0 ? 0 : 1;
} else {
  for (const [name, text] of changed) writeFileSync(join(TEMPLATES, name), text);
  for (const name of stale) rmSync(join(TEMPLATES, name));
}

function yamlFiles(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
}

function template(name) {
  const source = readFileSync(join(ROOT, 'crds', name), 'utf8');
  if (source.includes('{{')) throw new Error(`crds/${name} holds "{{", which Helm would take for its own`);
  const [, metadata, rest] = /^#.*\n([\s\S]*?\nmetadata:\n  name: .*\n)([\s\S]*)$/u.exec(source) ?? [];
  if (rest === undefined) throw new Error(`crds/${name} does not begin with a comment and metadata of a name alone`);
  return `# Generated from crds/${name} by scripts/gen-chart-crds.mjs. Do not edit.\n{{- if .Values.crds.install }}\n${metadata}${KEEP}${rest}{{- end }}\n`;
}
