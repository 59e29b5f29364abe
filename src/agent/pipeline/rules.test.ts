import { ruleSet } from '../../../test/support/events';
import type { LinkedRule } from '../../compile';
import { idsOf, nameFinding, wouldHave } from './rules';

const rule = (name: string, changes: Partial<LinkedRule> = {}): LinkedRule => ({ policy: 'p', rule: name, severity: 'High', mode: 'Enforce', message: undefined, tags: [], respond: ['Alert'], ...changes });
const named = (rules: readonly LinkedRule[], action: 'Alert' | 'Kill' | 'Freeze'): string | undefined => nameFinding(rules, action)?.rule.rule;

it('lists the ids of a set, across words', () => {
  expect(idsOf(ruleSet(0, 63, 64, 511))).toEqual([0, 63, 64, 511]);
});

it('names a finding after a rule whose action was taken, before a more severe one', () => {
  expect(named([rule('severe', { severity: 'Critical' }), rule('killer', { severity: 'Low', respond: ['Kill'] })], 'Kill')).toBe('killer');
});

it('never names it after an Audit rule where one in Enforce matched', () => {
  expect(named([rule('audit', { severity: 'Critical', mode: 'Audit', respond: ['Kill'] }), rule('enforced', { respond: ['Kill'] })], 'Kill')).toBe('enforced');
});

it('then goes by severity, then by policy and rule name', () => {
  expect(named([rule('a', { severity: 'Low' }), rule('b', { severity: 'Critical' })], 'Alert')).toBe('b');
  expect(named([rule('b'), rule('a'), rule('0', { policy: 'q' })], 'Alert')).toBe('a');
});

it('puts the others beside it', () => {
  expect(nameFinding([rule('a'), rule('b', { mode: 'Audit' })], 'Alert')?.others).toEqual([{ policy: 'p', rule: 'b', mode: 'Audit' }]);
});

it('knows the strongest action of a rule', () => {
  expect(wouldHave(rule('a', { respond: ['Kill', 'Freeze'] }))).toBe('Freeze');
  expect(wouldHave(rule('a'))).toBe('Alert');
});
