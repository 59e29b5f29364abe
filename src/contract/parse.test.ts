import { formatDiagnostic } from './diagnostic';
import { nearestWord } from './nearest';
import { parsePolicies } from './parse';
import { planText } from './plan';
import type { Plan } from './plan';
import { fieldName } from './schema';

const POLICY = `
apiVersion: stasis.dev/v1alpha1
kind: SecurityPolicy
metadata: {name: web, namespace: shop}
spec:
  target: {all: true}
  rules:
    - {name: dropped, severity: High, process: {origin: [Written]}}
`;

function messages(text: string): readonly string[] {
  return parsePolicies('p.yaml', text).diagnostics.map(formatDiagnostic);
}

describe('parsePolicies', () => {
  it('fills in the mode, the response and the tags that the schema gives as default', () => {
    const [parsed] = parsePolicies('p.yaml', POLICY).policies;
    expect(parsed?.policy).toMatchObject({ mode: 'Audit', rules: [{ respond: ['Alert'], tags: [] }] });
  });

  it('gives the good documents of a file beside the mistakes of the others', () => {
    const { policies, diagnostics } = parsePolicies('p.yaml', `${POLICY}---\nkind: Nonsense\n`);
    expect({ good: policies.length, bad: diagnostics.length }).toEqual({ good: 1, bad: 1 });
  });

  it('takes an empty file as no policies', () => {
    expect(parsePolicies('p.yaml', '# nothing yet\n')).toEqual({ policies: [], diagnostics: [] });
  });

  it('reads fields named like properties of every object as unknown fields', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const found = messages(POLICY.replace('target: {all: true}', `target: {all: true, ${name}: {}}`));
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`Unknown field "${name}"`);
    }
  });

  it('tells a field that is written twice', () => {
    expect(messages(POLICY.replace('target: {all: true}', 'target: {all: true, all: true}'))).toEqual(['p.yaml:6:23: Not valid YAML: Map keys must be unique']);
  });

  it('points at where a word is written, also when an alias repeats it', () => {
    const text = POLICY.replace('spec:', 'x: &x [Writen]\nspec:').replace('[Written]', '*x');
    expect(messages(text).some((message) => message.startsWith('p.yaml:5:') && message.includes('Found "Writen"'))).toBe(true);
  });

  it('tells at most twenty mistakes', () => {
    const rules = Array.from({ length: 100 }, (_, index) => `    - {name: r${index}, severity: Bad, process: {origin: [Written]}}\n`).join('');
    expect(messages(POLICY + rules)).toHaveLength(20);
  });
});

describe('nearestWord', () => {
  it.each([
    ['orgin', 'origin'],
    ['Freze', 'Freeze'],
    ['kill', 'Kill'],
    ['Kil', 'Kill'],
    ['Wirtten', 'Written'],
    ['Banana', undefined],
    ['', undefined],
  ])('of %j is %j', (found, expected) => {
    expect(nearestWord(found, ['origin', 'Freeze', 'Kill', 'Written'])).toBe(expected);
  });
});

describe('fieldName', () => {
  it('writes paths as people do', () => {
    expect(fieldName(['spec', 'rules', 0, 'a.b', 'c'])).toBe('spec.rules[0]["a.b"].c');
  });
});

describe('a plan', () => {
  const plan: Plan = { format: 1, hash: '', policy: { kind: 'ClusterSecurityPolicy', name: 'x' }, mode: 'Audit', target: { all: true }, rules: [] };

  it('has the same text whatever the order of its keys', () => {
    expect(planText({ rules: [], target: { all: true }, mode: 'Audit', policy: { name: 'x', kind: 'ClusterSecurityPolicy' }, format: 1 })).toBe(planText(plan));
  });
});
