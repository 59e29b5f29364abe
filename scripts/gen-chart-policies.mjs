// Generates the templates of charts/stasis-policies, and the names in its values.schema.json, from policies/*.yaml.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CHART = join(ROOT, 'charts', 'stasis-policies');
const LABELS = `  labels:
    app.kubernetes.io/name: {{ .Chart.Name }}
    app.kubernetes.io/instance: {{ .Release.Name }}
    app.kubernetes.io/managed-by: {{ .Release.Service }}
    helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
`;

const files = yamlFiles(join(ROOT, 'policies'));
for (const file of files) write(join('templates', file), template(file));
write('values.schema.json', `${JSON.stringify(schema(), null, 2)}\n`);
for (const file of yamlFiles(join(CHART, 'templates'))) if (!files.includes(file)) rmSync(join(CHART, 'templates', file));

function yamlFiles(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
}

function write(path, text) {
  const target = join(CHART, path);
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}

function template(file) {
  const source = readFileSync(join(ROOT, 'policies', file), 'utf8');
  const name = basename(file, '.yaml');
  if (source.includes('{{')) throw new Error(`policies/${file} holds "{{", which Helm would take for its own`);
  const [head, rest, ...others] = source.split(`metadata:\n  name: ${name}\n`);
  if (rest === undefined || others.length > 0) throw new Error(`policies/${file} is not one policy of the name ${name}`);
  return `# Generated from policies/${file} by scripts/gen-chart-policies.mjs. Do not edit.\n{{- if not (has "${name}" .Values.exclude) }}\n${head}metadata:\n  name: ${name}\n${LABELS}${rest}{{- end }}\n`;
}

function schema() {
  const names = { enum: files.map((file) => basename(file, '.yaml')) };
  return {
    $schema: 'https://json-schema.org/draft-07/schema#',
    type: 'object',
    additionalProperties: false,
    properties: { global: { type: 'object' }, exclude: { type: 'array', items: names } },
  };
}
