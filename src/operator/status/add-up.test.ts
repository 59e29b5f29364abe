import type { NodeReport } from '../state/node';
import { addNode, publishedPolicies, type CountedNode, type PublishedPolicy } from './add-up';
import { NamedNodes, type PolicyTotals } from './totals';

function policy(number: number, fields: Partial<PublishedPolicy> = {}): PublishedPolicy {
  return { name: `p${number}`, number, revision: 5, hasTo: () => true, isInside: () => true, ...fields };
}

function report(listed: readonly number[], fields: Partial<NodeReport> = {}): NodeReport {
  const ones = Uint32Array.from(listed, () => 3);
  return {
    ...{ observedGeneration: 1, observedTime: 'x', mode: 'Enforce', planFormat: 1, appliedRevision: 9, degraded: undefined, exceptions: [], exceptionsOmitted: 0 },
    policies: { names: Uint32Array.from(listed), pods: Uint32Array.from(listed, () => 2), findings: ones, wouldAct: ones, omitted: 0 },
    ...{ groups: { ids: [], pods: [], findings: new Float64Array(), all: undefined }, requests: [], used: [] },
    ...fields,
  };
}

function node(name: string, fields: Partial<CountedNode> = {}): CountedNode {
  return { name, labels: {}, ready: true, report: undefined, selected: () => new Set(), ...fields };
}

function totals(policies: readonly PublishedPolicy[], nodes: readonly CountedNode[]): Map<string, PolicyTotals> {
  const made = new Map<string, PolicyTotals>();
  for (const each of nodes) addNode(made, publishedPolicies(policies), each);
  return made;
}

describe('what nodes say about a policy', () => {
  it('adds up, and counts those that apply what is published', () => {
    const of = totals([policy(0)], [node('a', { report: report([0]) }), node('b', { report: report([0]) }), node('c', { report: report([]) })]).get('p0');
    expect(of).toMatchObject({ selected: 2, applied: 2, pods: 4, findings: 6, wouldAct: 6 });
  });

  it('waits for every agent that has not seen the last change, also without a selected pod: one may come before the plan', () => {
    const of = totals([policy(0, { revision: 10 })], [node('a', { report: report([]) })]).get('p0');
    expect([of?.selected, of?.pending.text]).toEqual([0, 'a']);
  });

  it('misses an agent on a node that is ready and selected, and only there', () => {
    const selected = (): ReadonlySet<number> => new Set([0]);
    const of = totals([policy(0)], [node('a', { selected }), node('b', { selected, ready: false }), node('c')]).get('p0');
    expect([of?.selected, of?.missing.text, of?.unreachable.text]).toEqual([2, 'a', 'b']);
  });

  it('asks the pods where an agent has no room to list all policies', () => {
    const full = report([1], { policies: { ...report([1]).policies, omitted: 1 } });
    expect(totals([policy(0), policy(1)], [node('a', { report: full, selected: () => new Set([0]) })]).get('p0')).toMatchObject({ selected: 1, applied: 1 });
  });

  it('names nodes that cannot, that are outside the roll-out, and where all is weaker', () => {
    const exceptions = [{ policy: 'p0', reason: 'TooManyPatterns', message: '' }];
    const outside = policy(1, { isInside: () => false });
    const made = totals([policy(0), outside], [node('a', { report: report([0, 1], { exceptions, degraded: 'HookMissing: exec' }) })]);
    expect(made.get('p0')?.excepted.text).toBe('a (TooManyPatterns)');
    expect(made.get('p1')?.outside.text).toBe('a');
    expect(made.get('p1')?.degraded.text).toBe('a (HookMissing: exec)');
    expect(made.get('p0')?.applied).toBe(0);
  });

  it('leaves out nodes that the policy has nothing to do with', () => {
    expect(totals([policy(0, { hasTo: () => false })], [node('a', { report: report([]), selected: () => new Set([0]) })]).size).toBe(0);
  });
});

it('names the first five of many nodes, and counts the rest', () => {
  const nodes = new NamedNodes();
  for (const name of ['g', 'c', 'a', 'f', 'b', 'e', 'd']) nodes.add(name);
  expect(nodes.text).toBe('a, b, c, d, e and 2 more');
});
