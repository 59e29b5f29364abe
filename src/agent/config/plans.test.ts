import { factsWithoutBundle } from '../identity/bundle';
import type { ContainerFacts } from '../identity/facts';
import type { LinkedRules } from '../rules';
import { compileFile, linkPlans, parseFile } from './plans';

function rules(target: string): LinkedRules {
  const text = `apiVersion: stasis.dev/v1alpha1
kind: ClusterSecurityPolicy
metadata: {name: p}
spec: {target: ${target}, rules: [{name: r, severity: High, process: {origin: [Memory]}, respond: [Alert]}]}
`;
  const { plans, diagnostics } = compileFile('test.yaml', text);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return linkPlans(plans);
}

const IN_POD: ContainerFacts = {
  ...factsWithoutBundle({ id: 'c', runtime: 'containerd', containerdNamespace: 'k8s.io' }),
  name: 'app',
  image: 'web:1',
  pod: { namespace: 'shop', name: 'web-1', uid: undefined, labels: {} },
};
const WITHOUT_IMAGE: ContainerFacts = { ...IN_POD, image: undefined, pod: undefined };

describe('rules await what the API tells of a container', () => {
  it.each([
    ['{podSelector: {matchLabels: {tier: web}}}', IN_POD],
    ['{namespaces: [shop], podSelector: {matchLabels: {tier: web}}}', IN_POD],
    ['{images: ["web:*"]}', WITHOUT_IMAGE],
    ['{images: ["web:*"], containers: [app]}', WITHOUT_IMAGE],
    ['{images: ["web:*"], podSelector: {matchLabels: {tier: web}}}', { ...IN_POD, image: undefined }],
  ])('when they select %s', (target, facts) => {
    expect(rules(target).awaits(facts)).toBe(true);
  });

  it.each([
    ['{all: true}', IN_POD],
    ['{images: ["web:*"]}', IN_POD],
    ['{namespaces: [other], podSelector: {matchLabels: {tier: web}}}', IN_POD],
    ['{podSelector: {matchLabels: {tier: web}}}', WITHOUT_IMAGE],
    ['{images: ["web:*"], containers: [other]}', WITHOUT_IMAGE],
    ['{images: ["db:*"], podSelector: {matchLabels: {tier: web}}}', IN_POD],
  ])('but not when they select %s and it is another, or known', (target, facts) => {
    expect(rules(target).awaits(facts)).toBe(false);
  });
});

it('tells whether rules select by labels of pods', () => {
  expect(rules('{podSelector: {matchLabels: {tier: web}}}').selectsByLabels).toBe(true);
  expect(rules('{namespaces: [shop]}').selectsByLabels).toBe(false);
});

it('refuses in a folder what only a cluster can tell, with its place', () => {
  const text = `apiVersion: stasis.dev/v1alpha1
kind: ClusterSecurityPolicy
metadata: {name: p}
spec:
  target:
    namespaceSelector: {matchLabels: {team: shop}}
    nodeSelector: {matchLabels: {role: edge}}
  rollout: {nodePercent: 10}
  rules: [{name: r, severity: High, process: {origin: [Memory]}}]
`;
  expect(compileFile('p.yaml', text).diagnostics).toEqual([]);
  expect(parseFile()('p.yaml', text).problems).toEqual([
    'p.yaml:8:3: spec.rollout: Field "rollout" needs a cluster, and this agent has none (leave it out)',
    'p.yaml:6:5: spec.target.namespaceSelector: Field "namespaceSelector" needs a cluster, and this agent has none (leave it out)',
    'p.yaml:7:5: spec.target.nodeSelector: Field "nodeSelector" needs a cluster, and this agent has none (leave it out)',
  ]);
});
