import { abilities } from './actions';
import type { Check, Health } from './check';

const check = (name: string, health: Health): Check => ({ name, health, proof: 'p', meaning: `meaning of ${name}` });
const HEALTHY = ['kernel', 'programs', 'freezer', 'hook exec', 'real-time scheduling', 'bpf among security modules'].map((name) => check(name, 'ok'));
const but = (name: string, health: Health): readonly Check[] => HEALTHY.map((one) => (one.name === name ? check(name, health) : one));
const able = (checks: readonly Check[]): readonly boolean[] => abilities(checks).map((ability) => ability.able);

it('says that a healthy machine can kill and freeze, and never that it can block', () => {
  expect(abilities(HEALTHY).map(({ action }) => action)).toEqual(['Kill', 'Freeze', 'Block']);
  expect(able(HEALTHY)).toEqual([true, true, false]);
});

it('says what is missing', () => {
  expect(abilities(but('hook exec', 'missing'))).toMatchObject([{ able: false, why: 'missing: hook exec' }, { able: false, why: 'missing: hook exec' }, {}]);
});

it('can kill where the freezer is missing', () => {
  expect(able(but('freezer', 'missing'))).toEqual([true, false, false]);
});

it('says what makes a freeze weaker', () => {
  expect(abilities(but('real-time scheduling', 'degraded'))[1]).toMatchObject({ able: true, why: expect.stringContaining('meaning of real-time scheduling') as string });
});

it('says whether the kernel has hooks that could block', () => {
  expect(abilities(but('bpf among security modules', 'degraded'))[2]?.why).toContain('lacks the hooks');
});
