import { link, runAutomaton, scopeOf } from '../../src/compile';
import type { ContainerIdentity, LinkInput, Linked } from '../../src/compile';
import { hasRule } from '../../src/compile/rule-set';
import { MAX_RULES } from '../../src/compile/tables';
import type { RuleSet } from '../../src/compile/tables';
import type { Plan } from '../../src/contract/plan';
import type { Policy, Target } from '../../src/contract/policy';
import { policyName } from '../../src/contract/policy';
import { aPlan, aRule } from './build-policy';

const POD: ContainerIdentity = { name: 'app', image: 'docker.io/library/nginx:1', pod: { namespace: 'shop', labels: { tier: 'web' } } };
const BARE: ContainerIdentity = { name: '3f0a', image: 'docker.io/library/nginx:1' };

function linkPlans(...plans: readonly Plan[]): Linked {
  return link(plans.map((plan) => ({ plan })));
}

function idsIn(set: RuleSet): readonly number[] {
  return Array.from({ length: MAX_RULES }, (_, id) => id).filter((id) => hasRule(set, id));
}

function rejections(linked: Linked): readonly string[] {
  return linked.rejected.map(({ policy, reason }) => `${policyName(policy)}: ${reason}`);
}

/** A policy with `count` rules that nobody else has. */
function manyRules(name: string, count: number, fields: Partial<Policy> = {}): Plan {
  return aPlan({ name, ...fields, rules: Array.from({ length: count }, (_, index) => aRule({ name: `r${index}`, process: { executable: [`/opt/${name}/${index}`] } })) });
}

describe('link', () => {
  it('of nothing gives tables that match nothing', () => {
    const { tables, rules, rejected } = linkPlans();
    expect(tables.plan.rules).toBe(0);
    expect(tables.matchSets).toHaveLength(1);
    expect(runAutomaton(tables.automaton, Buffer.from('/bin/sh'))).toBe(0);
    expect({ rules, rejected }).toEqual({ rules: [], rejected: [] });
  });

  it('lets the kernel act for rules of mode Enforce only', () => {
    const rules = [aRule({ respond: ['Kill', 'Freeze'] })];
    const { tables } = linkPlans(aPlan({ name: 'a', mode: 'Enforce', rules }), aPlan({ name: 'b', mode: 'Audit', rules }));
    expect(idsIn(tables.plan.kill)).toEqual([0]);
    expect(idsIn(tables.plan.freeze)).toEqual([0]);
    expect(tables.plan.rules).toBe(2);
  });

  it('gives equal conditions one id and names every rule behind it', () => {
    const linked = linkPlans(aPlan({ name: 'a', rules: [aRule({ name: 'one', severity: 'Low' })] }), aPlan({ name: 'b', rules: [aRule({ name: 'two', severity: 'Critical' })] }));
    expect(linked.tables.plan.rules).toBe(1);
    expect(linked.rules[0]?.map(({ policy, rule, severity }) => ({ policy, rule, severity }))).toEqual([
      { policy: 'a', rule: 'one', severity: 'Low' },
      { policy: 'b', rule: 'two', severity: 'Critical' },
    ]);
  });

  it('puts a rule without an origin condition under every origin, and one with it never under an unknown origin', () => {
    const { tables } = linkPlans(aPlan({ rules: [aRule({ name: 'a', process: { executable: ['/x'] } }), aRule({ name: 'b', process: { origin: ['Written', 'Image'] } })] }));
    expect(tables.plan.origin.map(idsIn)).toEqual([[0], [0, 1], [0], [0, 1], [0], [0], [0], [0]]);
  });

  it('judges a container of which nothing is known by cluster-wide "all" alone', () => {
    const linked = linkPlans(
      aPlan({ name: 'everything' }),
      aPlan({ name: 'some', target: { containers: ['*'] } }),
      aPlan({ name: 'shop', kind: 'SecurityPolicy', namespace: 'shop', target: { all: true } }),
    );
    expect(idsIn(linked.tables.plan.scopeUnbound).flatMap((id) => linked.rules[id] ?? []).map(({ policy }) => policy)).toEqual(['everything']);
  });
});

describe('policies that do not fit', () => {
  it('stay out whole when their rules have no ids left, and smaller ones come in', () => {
    const linked = linkPlans(...['a', 'b', 'c', 'd'].map((name) => manyRules(name, 128)), manyRules('e', 1));
    expect(linked.tables.plan.rules).toBe(512);
    expect(rejections(linked)).toEqual(['e: TooManyRules']);
    const smaller = linkPlans(...['a', 'b', 'c'].map((name) => manyRules(name, 128)), manyRules('d', 120), manyRules('e', 9), manyRules('f', 8));
    expect(rejections(smaller)).toEqual(['e: TooManyRules']);
    expect(smaller.tables.plan.rules).toBe(512);
  });

  it('are those of namespaces before those of the cluster, and the younger before the older', () => {
    const inputs: readonly LinkInput[] = [
      { plan: manyRules('young', 128, { kind: 'SecurityPolicy', namespace: 'shop' }), createdAt: '2026-03-01T00:00:00Z' },
      { plan: manyRules('undated', 128, { kind: 'SecurityPolicy', namespace: 'shop' }) },
      { plan: manyRules('old', 128, { kind: 'SecurityPolicy', namespace: 'shop' }), createdAt: '2026-01-01T00:00:00Z' },
      { plan: manyRules('cluster-a', 128) },
      { plan: manyRules('cluster-b', 128), createdAt: '2026-09-01T00:00:00Z' },
      { plan: manyRules('cluster-c', 128) },
    ];
    expect(rejections(link(inputs))).toEqual(['shop/young: TooManyRules', 'shop/undated: TooManyRules']);
  });

  it('stay out whole when their patterns multiply with those of older ones', () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const linked = linkPlans(...names.map((name) => aPlan({ name, rules: [aRule({ process: { executable: [`/usr/bin/*${name}*`] } })] })));
    const inForce = linked.rules.flat().map(({ policy }) => policy);
    expect(linked.rejected.length).toBeGreaterThan(0);
    expect(new Set(linked.rejected.map(({ reason }) => reason))).toEqual(new Set(['TooManyPatterns']));
    expect([...inForce, ...linked.rejected.map(({ policy }) => policyName(policy))]).toEqual(names);
    const path = Buffer.from('/usr/bin/x-p00-y');
    const sets = linked.tables.matchSets[runAutomaton(linked.tables.automaton, path)];
    expect(sets === undefined ? [] : idsIn(sets.executable)).toEqual([0]);
  });

  it('include the second of one name', () => {
    expect(rejections(linkPlans(aPlan(), aPlan({ rules: [aRule({ process: { executable: ['/x'] } })] })))).toEqual(['base: Duplicate']);
  });
});

describe('a plan that was not checked', () => {
  const sound = aPlan();
  const process = aRule().process;

  it.each<[string, Partial<Plan>]>([
    ['an empty target', { target: {} }],
    ['an empty list in its target', { target: { containers: [] } }],
    ['an empty selector', { target: { podSelector: {} } }],
    ['an empty label map', { target: { podSelector: { matchLabels: {} } } }],
    ['an empty matcher', { rules: [aRule({ process: {} })] }],
    ['an empty list in a matcher', { rules: [aRule({ process: { ...process, executable: [] } })] }],
    ['an exemption list that is empty', { rules: [aRule({ process: { ...process, notExecutable: [] } })] }],
    ['nothing to do', { rules: [aRule({ respond: [] })] }],
    ['no rules', { rules: [] }],
    ['a bad pattern', { rules: [aRule({ process: { executable: ['bin/[a-z]'] } })] }],
  ])('with %s selects nothing and is reported', (_, fields) => {
    const linked = linkPlans({ ...sound, ...fields });
    expect(rejections(linked)).toEqual(['base: Invalid']);
    expect(linked.tables.plan.rules).toBe(0);
    expect(idsIn(scopeOf(linked, POD))).toEqual([]);
  });
});

describe('scope', () => {
  interface Case {
    readonly what: string;
    readonly kind: Policy['kind'];
    readonly target: Target;
    readonly identity: ContainerIdentity;
    readonly covers: boolean;
  }

  function covered({ kind, target, identity }: Case): boolean {
    const plan = aPlan({ kind, target, ...(kind === 'SecurityPolicy' ? { namespace: 'shop' } : {}) });
    return idsIn(scopeOf(linkPlans(plan), identity)).length > 0;
  }

  it.each<Case>([
    { what: 'a cluster policy for all covers a container without a pod', kind: 'ClusterSecurityPolicy', target: { all: true }, identity: BARE, covers: true },
    { what: 'a cluster policy covers a container without a pod by name', kind: 'ClusterSecurityPolicy', target: { containers: ['3f*'] }, identity: BARE, covers: true },
    { what: 'a cluster policy covers a container without a pod by image', kind: 'ClusterSecurityPolicy', target: { images: ['**/nginx:*'] }, identity: BARE, covers: true },
    { what: 'an image pattern never holds where there is no image', kind: 'ClusterSecurityPolicy', target: { images: ['**'] }, identity: { name: 'app' }, covers: false },
    { what: 'a namespace never holds without a pod', kind: 'ClusterSecurityPolicy', target: { namespaces: ['*'] }, identity: BARE, covers: false },
    { what: 'a label condition never holds without a pod', kind: 'ClusterSecurityPolicy', target: { podSelector: { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } }, identity: BARE, covers: false },
    { what: 'a policy of a namespace never covers a container without a pod', kind: 'SecurityPolicy', target: { all: true }, identity: BARE, covers: false },
    { what: 'a policy covers the pods of its namespace', kind: 'SecurityPolicy', target: { all: true }, identity: POD, covers: true },
    { what: 'a policy never covers pods of another namespace', kind: 'SecurityPolicy', target: { all: true }, identity: { ...POD, pod: { namespace: 'bank', labels: {} } }, covers: false },
    { what: 'every given field must hold', kind: 'SecurityPolicy', target: { containers: ['app'], images: ['**/redis:*'] }, identity: POD, covers: false },
    { what: 'labels select', kind: 'SecurityPolicy', target: { podSelector: { matchLabels: { tier: 'web' } } }, identity: POD, covers: true },
    { what: 'labels that differ do not select', kind: 'SecurityPolicy', target: { podSelector: { matchLabels: { tier: 'db' } } }, identity: POD, covers: false },
    { what: 'NotIn holds for a label that is absent', kind: 'SecurityPolicy', target: { podSelector: { matchExpressions: [{ key: 'stage', operator: 'NotIn', values: ['prod'] }] } }, identity: POD, covers: true },
    { what: 'a label named like a property of every object is not there', kind: 'SecurityPolicy', target: { podSelector: { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] } }, identity: POD, covers: false },
    { what: 'namespaces are globs', kind: 'ClusterSecurityPolicy', target: { namespaces: ['sh*'] }, identity: POD, covers: true },
  ])('$what', (one) => {
    expect(covered(one)).toBe(one.covers);
  });
});

describe('a full node', () => {
  const folders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/app/bin'];

  /** A fifth of them with stars. */
  function patternOf(index: number): string {
    const name = ((index * 2654435761) >>> 0).toString(36);
    if (index % 5 !== 0) return `${folders[index % folders.length] ?? ''}/${name}`;
    return [`**/${name}`, `/usr/lib/${name}-*/bin/x`, `/usr/bin/${name}*`, `/srv/${name}/*/run`][(index / 5) % 4] ?? '';
  }

  it('has room for 500 rules with a pattern each, a fifth of them with stars', () => {
    const plans = Array.from({ length: 10 }, (_, policy) => {
      const rules = Array.from({ length: 50 }, (__, rule) => aRule({ name: `r${rule}`, process: { executable: [patternOf(50 * policy + rule)] } }));
      return aPlan({ name: `p${policy}`, rules });
    });
    const linked = linkPlans(...plans);
    expect(linked.rejected).toEqual([]);
    expect(linked.tables.plan.rules).toBe(500);
    expect(linked.states).toBeLessThan(8192);
    const path = Buffer.from(patternOf(7));
    const sets = linked.tables.matchSets[runAutomaton(linked.tables.automaton, path)];
    expect(sets === undefined ? [] : idsIn(sets.executable)).toEqual([7]);
  });
});
