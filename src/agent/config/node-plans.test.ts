import { compile } from '../../compile';
import type { AgentConfigSpec } from '../../contract/agent-config';
import { PLAN_FORMAT } from '../../contract/plan';
import type { Policy } from '../../contract/policy';
import { writePlan } from '../../contract/written-plan';
import { allowedPlans } from './allowed';
import { NodePlans, sha256 } from './node-plans';

function spec(revision: number, change: Partial<Policy> = {}): AgentConfigSpec {
  const policy: Policy = { kind: 'SecurityPolicy', namespace: 'shop', name: 'web', mode: 'Enforce', target: { all: true }, rules: [{ name: 'r', severity: 'Low', tags: [], process: { origin: ['Memory'] }, respond: ['Freeze', 'Kill'] }], ...change };
  const { plan } = compile(policy, { hash: sha256 });
  if (plan === undefined) throw new Error('the policy of the test is wrong');
  return { policy: { kind: 'SecurityPolicy', namespace: 'shop', name: 'web', uid: 'u', generation: 1, createdAt: '2026-01-01T00:00:00Z' }, revision, plan: writePlan(plan, PLAN_FORMAT, sha256) };
}

it('keeps the last plan that it could read, and says which it could not', () => {
  const plans = new NodePlans('n1');
  plans.put('ns.shop.web', spec(1));
  const good = plans.state();
  const newer = spec(2, { mode: 'Audit' });
  plans.put('ns.shop.web', { ...newer, plan: { ...newer.plan, format: PLAN_FORMAT + 1 } });
  expect(plans.state()).toMatchObject({ hash: good.hash, revision: 2, inputs: [{ plan: { mode: 'Enforce' } }], exceptions: [{ policy: 'shop/web', reason: 'UnknownFormat' }] });
  plans.put('ns.shop.web', { ...newer, plan: { ...newer.plan, text: `${newer.plan.text} ` } });
  expect(plans.state()).toMatchObject({ inputs: [{ plan: { mode: 'Enforce' } }], exceptions: [{ reason: 'Damaged' }] });
  plans.put('ns.shop.web', newer);
  expect(plans.state()).toMatchObject({ inputs: [{ plan: { mode: 'Audit' } }], exceptions: [] });
});

it('applies the plan of before where a roll-out has not reached the node', () => {
  const plans = new NodePlans('n1');
  const { plan: previousPlan } = spec(1);
  plans.put('ns.shop.web', { ...spec(2, { mode: 'Audit' }), nodePercent: 0, previousPlan });
  expect(plans.state()).toMatchObject({ inputs: [{ plan: { mode: 'Enforce' } }], revision: 2 });
  plans.put('ns.shop.web', { ...spec(3), nodePercent: 0 });
  expect(plans.state().inputs).toEqual([]);
});

it('forgets a plan whose AgentConfig has gone, and restores what was kept as it was', () => {
  const plans = new NodePlans('n1');
  plans.put('ns.shop.web', spec(4));
  const other = new NodePlans('n1');
  other.restore(JSON.parse(JSON.stringify(plans.kept())) as ReturnType<NodePlans['kept']>, 4);
  expect(other.state()).toEqual(plans.state());
  plans.remove('ns.shop.web', 4);
  expect(plans.state()).toMatchObject({ inputs: [], revision: 4 });
});

it('takes out of rules what the installation does not allow, and enforces nothing in mode Audit', () => {
  const plans = new NodePlans('n1');
  plans.put('ns.shop.web', spec(1));
  const { inputs } = plans.state();
  const allowedActions = { namespacedPolicies: ['Alert', 'Kill'], clusterPolicies: ['Alert', 'Kill', 'Freeze'], people: ['Freeze'] } as const;
  expect(allowedPlans(inputs, { mode: 'Enforce', allowedActions })).toMatchObject({
    inputs: [{ plan: { mode: 'Enforce', rules: [{ respond: ['Kill'] }] } }],
    exceptions: [{ policy: 'shop/web', reason: 'ActionNotAllowed' }],
  });
  expect(allowedPlans(inputs, { mode: 'Audit', allowedActions }).inputs).toMatchObject([{ plan: { mode: 'Audit' } }]);
  expect(allowedPlans(inputs, { mode: 'Enforce', allowedActions: { ...allowedActions, namespacedPolicies: [] } }).inputs).toMatchObject([{ plan: { rules: [{ respond: ['Alert'] }] } }]);
});
