import { aPlan, aPolicy } from '../../../test/support/build-policy';
import { policyStatus, sameButCounts, sameStatus, type PolicyFacts, type PolicyStatus } from './policy-status';
import { noTotals, type PolicyTotals } from './totals';

const sound = { ok: true, policy: aPolicy(), plan: aPlan() } as const;
const mistaken = { ok: false, mistakes: [{ field: 'spec.rules[0]', message: 'Wrong', hint: 'do it right' }] } as const;

function facts(fields: Partial<PolicyFacts> = {}): PolicyFacts {
  return { generation: 3, compiled: sound, revision: 7, current: true, mode: 'Enforce', held: false, totals: noTotals(), before: undefined, now: '2026-11-24T12:00:00Z', ...fields };
}

function totals(change: (totals: PolicyTotals) => void): PolicyTotals {
  const made = noTotals();
  change(made);
  return made;
}

function said(status: PolicyStatus, type: string): readonly unknown[] {
  const { status: is, reason, message } = status.conditions?.find((condition) => condition.type === type) ?? {};
  return [is, reason, message];
}

describe('the status of a policy', () => {
  it('says of a sound one that it is published, and in which mode it is in force', () => {
    const status = policyStatus(facts());
    expect(status.conditions?.map(({ type, status: is, observedGeneration }) => [type, is, observedGeneration])).toEqual([['Ready', 'True', 3], ['Stalled', 'False', 3], ['Enforced', 'True', 3], ['Degraded', 'False', 3]]);
    expect(status).toMatchObject({ observedGeneration: 3, effectiveMode: 'Enforce', revision: 7, rules: 1, nodes: { summary: '0/0' } });
  });

  it('says of one with a mistake which field, what is allowed, and what is in force instead', () => {
    const status = policyStatus(facts({ compiled: mistaken }));
    expect(said(status, 'Stalled')).toEqual(['True', 'Mistake', 'spec.rules[0]: Wrong (do it right)']);
    expect(said(status, 'Ready')).toEqual(['False', 'Stalled', 'It has a mistake, see Stalled; what was published before it stays in force']);
    expect(said(policyStatus(facts({ compiled: mistaken, revision: undefined })), 'Ready')).toEqual(['False', 'Stalled', 'It has a mistake, see Stalled; nothing of it is in force']);
    expect(said(status, 'Enforced')).toEqual(['False', 'Stalled', expect.any(String)]);
  });

  it.each([
    ['missing', 'AgentMissing'],
    ['excepted', 'NotApplied'],
    ['pending', 'Applying'],
    ['outside', 'RollingOut'],
  ] as const)('is not enforced while nodes are %s', (which, reason) => {
    const status = policyStatus(facts({ totals: totals((of) => of[which].add('n1')) }));
    expect(said(status, 'Enforced')).toEqual(['False', reason, expect.stringContaining('n1')]);
  });

  it('is not waited for where a node cannot be reached, and says so', () => {
    const unreachable = totals((of) => {
      of.selected = 1;
      of.unreachable.add('n1');
    });
    expect(said(policyStatus(facts({ totals: unreachable })), 'Enforced')).toEqual(['True', 'Applied', 'Every reachable node that it selects applies it; not reachable: n1']);
  });

  it('knows nothing of nodes before they are added up, and keeps the counts that it had', () => {
    const before = policyStatus(facts({ totals: totals((of) => Object.assign(of, { findings: 5, pods: 2 })) }));
    const status = policyStatus(facts({ totals: undefined, before }));
    expect([said(status, 'Enforced')[0], status.findings, status.pods]).toEqual(['Unknown', 5, 2]);
  });

  it.each([
    [{ mode: 'Off' }, 'Off'],
    [{ mode: 'Audit' }, 'Audit'],
    [{ held: true }, 'Audit'],
    [{ held: true, mode: 'Off' }, 'Off'],
  ] as const)('with the brake %j is in force as %s', (brake, mode) => {
    expect(policyStatus(facts(brake)).effectiveMode).toBe(mode);
  });

  it('keeps the time of a condition whose status stays, and is the same when nothing but times would differ', () => {
    const before = policyStatus(facts());
    const later = policyStatus(facts({ before, now: '2026-11-24T13:00:00Z', totals: totals((of) => of.pending.add('n1')) }));
    expect(later.conditions?.map(({ lastTransitionTime }) => lastTransitionTime.slice(11, 13))).toEqual(['12', '12', '13', '12']);
    expect(sameStatus(before, policyStatus(facts({ now: '2026-11-24T13:00:00Z' })))).toBe(true);
    expect(sameStatus(before, later)).toBe(false);
  });

  it('tells counts from everything else', () => {
    const before = policyStatus(facts());
    expect(sameButCounts(before, policyStatus(facts({ totals: totals((of) => Object.assign(of, { findings: 5 })) })))).toBe(true);
    expect(sameButCounts(before, policyStatus(facts({ totals: totals((of) => of.pending.add('n1')) })))).toBe(false);
  });
});
