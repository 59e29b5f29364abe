import fc from 'fast-check';
import { ALERT_LIMITS, boundAlert, readSecurityAlert } from './alert';
import type { AlertRule, AlertStatus } from './alert';
import { cutText, jsonBytes } from './bounds';
import type { Finding } from './finding';
import { boundFindings, NODE_LIMITS, readSecurityNode, sampleOf } from './node';
import type { FindingGroup, FindingSample } from './node';
import { SEVERITIES, severityRank, worstSeverity } from './severity';

const TIMES = ['2026-11-24T03:16:37.1Z', '2026-11-24T03:16:38.1Z', '2026-11-24T03:16:39.1Z'];

function aSample(index: number, size: number): FindingSample {
  return { id: `boot.0.${index}`, time: '2026-11-24T03:16:37.123456789Z', executable: `/${'x'.repeat(size)}`, ancestors: Array.from({ length: 8 }, () => 'a'.repeat(size)) };
}

const samples = fc.tuple(fc.nat(5), fc.nat(255)).map(([count, size]) => Array.from({ length: count }, (_, index) => aSample(index, size)));
const common = {
  policy: fc.constant('shop/web-tier'),
  rule: fc.constantFrom('a', 'b'),
  severity: fc.constantFrom(...SEVERITIES),
  mode: fc.constant('Audit' as const),
  message: fc.constantFrom('', 'm'.repeat(256)),
  action: fc.constant('Kill' as const),
  result: fc.constant('WouldHave' as const),
  findings: fc.integer({ min: 1, max: 1000 }),
  firstSeen: fc.constantFrom(...TIMES),
  lastSeen: fc.constantFrom(...TIMES),
  samples,
};
const group: fc.Arbitrary<FindingGroup> = fc.record({ ...common, id: fc.uuid(), pod: fc.constant({ namespace: 'shop', name: 'p'.repeat(253), uid: 'u' }), container: fc.constant('app') });
const rule: fc.Arbitrary<AlertRule> = fc.record(common);
const A_GROUP: FindingGroup = {
  ...{ id: 'g', pod: { namespace: 'shop', name: 'web', uid: 'u' }, container: 'app', policy: 'shop/web-tier', rule: 'a', severity: 'High', mode: 'Audit', action: 'Kill', result: 'WouldHave' },
  ...{ findings: 3, firstSeen: TIMES[0] ?? '', lastSeen: TIMES[1] ?? '' },
};

function hasHalfCharacter(text: string): boolean {
  return Buffer.from(text, 'utf8').toString('utf8') !== text;
}

function aNode(groups: readonly FindingGroup[], omitted: number): object {
  const settings = {
    protected: { namespaces: [], priorityClasses: [] },
    allowedActions: { namespacedPolicies: [], clusterPolicies: [], people: [] },
    freezesPerMinute: 10,
    orphanAfter: '24h',
    startup: 'Open',
    freezer: 'Direct',
  };
  return { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata: { name: 'n1' }, spec: { mode: 'Enforce', settings }, status: { findings: { groups, omitted, dropped: 0 } } };
}

describe('boundFindings', () => {
  it('gives what a SecurityNode has room for, and counts the findings of the rest', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 200, size: 'max' }), (groups) => {
        const bounded = boundFindings(groups);
        expect(readSecurityNode(aNode(bounded.groups, bounded.omitted))).toMatchObject({ ok: true });
        expect(jsonBytes(bounded.groups)).toBeLessThanOrEqual(NODE_LIMITS.findingBytes);
        const sum = (list: readonly FindingGroup[]): number => list.reduce((total, { findings }) => total + findings, 0);
        expect(sum(bounded.groups) + bounded.omitted).toBe(sum(groups));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out the least bad first, and every sample before any group', () => {
    const many = Array.from({ length: 64 }, (_, index): FindingGroup => ({ ...A_GROUP, id: `g${index}`, severity: index === 63 ? 'Critical' : 'Low', message: 'm', samples: Array.from({ length: 5 }, (__, at) => aSample(at, 200)) }));
    const { groups, omitted } = boundFindings(many);
    expect({ kept: groups.length, first: groups[0]?.id, omitted }).toEqual({ kept: 64, first: 'g63', omitted: 0 });
    expect(groups.every(({ samples: left = [] }) => left.length < 5)).toBe(true);
  });

  it('keeps the last samples', () => {
    const one: FindingGroup = { ...A_GROUP, samples: Array.from({ length: 9 }, (_, index) => aSample(index, 1)) };
    expect(boundFindings([one]).groups[0]?.samples?.map(({ id }) => id)).toEqual(['boot.0.4', 'boot.0.5', 'boot.0.6', 'boot.0.7', 'boot.0.8']);
  });
});

describe('boundAlert', () => {
  const empty: AlertStatus = { state: 'Active', severity: 'High', summary: 's', findings: 7, firstSeen: TIMES[0] ?? '', lastSeen: TIMES[2] ?? '' };

  function anAlert(status: AlertStatus): object {
    return { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityAlert', metadata: { name: 'deployment-web', namespace: 'shop' }, spec: { workload: 'Deployment/web' }, status };
  }

  it('gives what a SecurityAlert has room for, and leaves the sums alone', () => {
    const nodes = fc.array(fc.record({ name: fc.constant('n'.repeat(253)), findings: fc.nat(), lastSeen: fc.constantFrom(...TIMES) }), { maxLength: 30, size: 'max' });
    const counted = fc.dictionary(fc.uuid(), fc.nat(), { maxKeys: 600, size: 'max', noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 60, size: 'max' }), nodes, counted, (rules, onNodes, groups) => {
        const bounded = boundAlert({ ...empty, rules, nodes: onNodes, counted: groups });
        expect(readSecurityAlert(anAlert(bounded))).toMatchObject({ ok: true });
        expect(jsonBytes(bounded)).toBeLessThanOrEqual(ALERT_LIMITS.bytes);
        expect(bounded.findings).toBe(7);
        expect((bounded.rules ?? []).length + (bounded.rulesOmitted ?? 0)).toBe(rules.length);
        expect((bounded.nodes ?? []).length + (bounded.nodesOmitted ?? 0)).toBe(onNodes.length);
      }),
      { numRuns: 50 },
    );
  });

  it('changes nothing that has room', () => {
    expect(boundAlert(empty)).toEqual(empty);
  });
});

describe('cutText', () => {
  it('never gives more than is allowed, nor half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '😀') }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(Math.max(max, 1));
        expect(hasHalfCharacter(cut)).toBe(false);
      }),
    );
  });
});

describe('sampleOf', () => {
  it('takes over what is known and cuts what is long', () => {
    const finding: Finding = {
      id: '9f1c.3.48211',
      time: '2026-11-24T03:16:37.123456789Z',
      node: 'n1',
      policy: 'shop/web-tier',
      rule: 'foreign-program',
      severity: 'Critical',
      mode: 'Enforce',
      action: 'Kill',
      result: 'Done',
      process: { hostPid: 20412, executable: `/${'x'.repeat(4000)}`, args: Array.from({ length: 20 }, () => 'y'.repeat(500)), tty: false },
      ancestors: Array.from({ length: 18 }, (_, index) => ({ executable: `/bin/${index}` })),
      object: { kind: 'process' },
      repeats: 0,
    };
    const sample = sampleOf(finding);
    expect(sample.executable).toHaveLength(256);
    expect(sample.args?.map(({ length }) => length)).toEqual(Array.from({ length: 8 }, () => 128));
    expect(sample.ancestors?.at(-1)).toBe('/bin/17');
    expect(Object.keys(sample)).toEqual(['id', 'time', 'executable', 'args', 'ancestors']);
  });
});

describe('severities', () => {
  it('rise from Low to Critical', () => {
    expect(worstSeverity(['Low', 'Critical', 'High'])).toBe('Critical');
    expect(worstSeverity([])).toBeUndefined();
    expect([...SEVERITIES].sort((left, right) => severityRank(left) - severityRank(right))).toEqual(['Low', 'Medium', 'High', 'Critical']);
  });
});
