import fc from 'fast-check';
import { link, scopeOf, selects, selectsNode } from '../../src/compile';
import type { ContainerIdentity, Labels } from '../../src/compile';
import { hasRule } from '../../src/compile/rule-set';
import type { LabelSelector, Target } from '../../src/contract/policy';
import { labels, selector } from './arbitrary-policies';
import { aPlan } from './build-policy';
import { selectorHolds } from './reference-evaluator';

interface Case {
  readonly what: string;
  readonly by: LabelSelector;
  readonly of: Labels;
  readonly expected: boolean;
}

const CASES: readonly Case[] = [
  { what: 'a label with the value', by: { matchLabels: { tier: 'web' } }, of: { tier: 'web', app: 'x' }, expected: true },
  { what: 'not another value', by: { matchLabels: { tier: 'web' } }, of: { tier: 'db' }, expected: false },
  { what: 'not what lacks the label', by: { matchLabels: { tier: '' } }, of: {}, expected: false },
  { what: 'an empty value', by: { matchLabels: { tier: '' } }, of: { tier: '' }, expected: true },
  { what: 'one of the values', by: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['web', 'db'] }] }, of: { tier: 'db' }, expected: true },
  { what: 'by NotIn what lacks the label', by: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] }, of: {}, expected: true },
  { what: 'by NotIn another value', by: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] }, of: { tier: 'db' }, expected: true },
  { what: 'by NotIn none of the values', by: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] }, of: { tier: 'web' }, expected: false },
  { what: 'by In nothing that lacks the label', by: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['web'] }] }, of: {}, expected: false },
  { what: 'by Exists an empty value', by: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, of: { tier: '' }, expected: true },
  { what: 'by DoesNotExist what lacks the label', by: { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, of: { app: 'x' }, expected: true },
  { what: 'only where all conditions hold', by: { matchLabels: { tier: 'web' }, matchExpressions: [{ key: 'app', operator: 'Exists' }] }, of: { tier: 'web' }, expected: false },
  { what: 'no name that every object has', by: { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, of: {}, expected: false },
  { what: 'nothing when it is empty', by: {}, of: { tier: 'web' }, expected: false },
  { what: 'nothing when its parts are empty', by: { matchLabels: {}, matchExpressions: [] }, of: { tier: 'web' }, expected: false },
];

describe('a label selector', () => {
  it.each(CASES)('selects $what', ({ by, of, expected }) => {
    expect(selects(by, of)).toBe(expected);
  });

  it('selects what the plain reading of it says', () => {
    let selected = 0;
    fc.assert(
      fc.property(selector, labels, (one, of) => {
        expect(selects(one, of)).toBe(selectorHolds(one, of));
        selected += Number(selects(one, of));
      }),
      { numRuns: 1000 },
    );
    expect(selected).toBeGreaterThan(100);
  });
});

describe('a target', () => {
  const POD: ContainerIdentity = { name: 'app', pod: { namespace: 'shop', labels: {}, namespaceLabels: { team: 'shop' } } };
  const BARE: ContainerIdentity = { name: '3f0a' };

  function covers(target: Target, identity: ContainerIdentity, nodeLabels?: Labels): boolean {
    return hasRule(scopeOf(link([{ plan: aPlan({ target }) }], nodeLabels), identity), 0);
  }

  const byNamespace: Target = { namespaceSelector: { matchLabels: { team: 'shop' } } };
  const byNode: Target = { nodeSelector: { matchLabels: { role: 'edge' } } };

  it('selects pods by the labels of their namespace, and nothing while these are not known', () => {
    expect(covers(byNamespace, POD)).toBe(true);
    expect(covers(byNamespace, { ...POD, pod: { namespace: 'shop', labels: {} } })).toBe(false);
    expect(covers(byNamespace, BARE)).toBe(false);
  });

  it('with a node selector alone selects everything on those nodes, from the first moment on', () => {
    const { tables } = link([{ plan: aPlan({ target: byNode }) }], { role: 'edge' });
    expect(hasRule(tables.plan.scopeUnbound, 0)).toBe(true);
    expect([POD, BARE].map((identity) => covers(byNode, identity, { role: 'edge' }))).toEqual([true, true]);
  });

  it('with a node selector selects nothing on other nodes, nor on one whose labels are not known', () => {
    for (const nodeLabels of [{ role: 'core' }, {}, undefined]) {
      expect(link([{ plan: aPlan({ target: byNode }) }], nodeLabels)).toMatchObject({ rules: [], rejected: [] });
      expect(selectsNode(byNode, nodeLabels)).toBe(false);
    }
    expect(selectsNode(byNamespace, undefined)).toBe(true);
  });

  it('with both selects by both', () => {
    const both = { ...byNamespace, ...byNode };
    expect([covers(both, POD, { role: 'edge' }), covers(both, BARE, { role: 'edge' }), covers(both, POD, {})]).toEqual([true, false, false]);
  });
});
