import fc from 'fast-check';
import { compile } from '../../src/compile';
import { readAgentConfig } from '../../src/contract/agent-config';
import type { WrittenPlan } from '../../src/contract/agent-config';
import { MAX_PLAN_TEXT, PLAN_FORMAT } from '../../src/contract/plan';
import type { Plan } from '../../src/contract/plan';
import { PLAN_FORMATS, readPlan, writePlan } from '../../src/contract/written-plan';
import { policies } from './arbitrary-policies';
import { aPlan, aPolicy, aRule, sha256 } from './build-policy';

/** Plans with all kinds of characters in the texts that people write. */
const plan: fc.Arbitrary<Plan> = fc
  .tuple(policies, fc.string({ unit: 'binary', minLength: 1, maxLength: 256 }), fc.uniqueArray(fc.string({ minLength: 1, maxLength: 64 }), { maxLength: 3 }))
  .map(([[policy], message, tags]) => ({ ...(policy ?? aPolicy({})), rules: (policy ?? aPolicy({})).rules.map((rule) => ({ ...rule, message, tags })) }))
  .map((policy) => compile(policy, { hash: sha256 }).plan ?? aPlan({}));

/** As it comes out of an API server. */
function stored(written: WrittenPlan): WrittenPlan {
  return JSON.parse(Buffer.from(JSON.stringify(written), 'utf8').toString('utf8')) as WrittenPlan;
}

function written(content: unknown, format = PLAN_FORMAT): WrittenPlan {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { format, hash: sha256(text), text };
}

describe('a plan that was written', () => {
  it('is read as it was, in every format that this version writes', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...PLAN_FORMATS), (one, format) => {
        const reading = readPlan(stored(writePlan(one, format, sha256)), sha256);
        expect(reading).toEqual({ ok: true, plan: { ...one, format, hash: writePlan(one, format, sha256).hash } });
      }),
    );
  });

  it('in the format that it was compiled to keeps its hash', () => {
    const one = aPlan({});
    expect(writePlan(one, PLAN_FORMAT, sha256).hash).toBe(one.hash);
  });

  it('of which one character was changed is damaged', () => {
    const one = writePlan(aPlan({}), PLAN_FORMAT, sha256);
    fc.assert(
      fc.property(fc.nat(one.text.length - 1), (at) => {
        const text = `${one.text.slice(0, at)}${one.text[at] === 'x' ? 'y' : 'x'}${one.text.slice(at + 1)}`;
        expect(readPlan({ ...one, text }, sha256)).toMatchObject({ ok: false, reason: 'Damaged' });
      }),
    );
  });

  it('of a newer format, or of none, is said to be so', () => {
    for (const format of [PLAN_FORMAT + 1, PLAN_FORMAT - 2, 0]) {
      expect(readPlan(written({}, format), sha256)).toEqual({ ok: false, reason: 'UnknownFormat', problem: `The plan has format ${format}, this version reads ${PLAN_FORMATS.join(' and ')}` });
    }
  });

  const good = JSON.parse(writePlan(aPlan({ rules: [aRule({})] }), PLAN_FORMAT, sha256).text) as Readonly<Record<string, unknown>>;

  it.each([
    ['no JSON', '{"format":1'],
    ['nesting without end', '['.repeat(100_000)],
    ['a list', []],
    ['another format inside', { ...good, format: PLAN_FORMAT + 1 }],
    ['an unknown kind of policy', { ...good, policy: { kind: 'NetworkPolicy', name: 'x' } }],
    ['a field that is not of this format', { ...good, sequence: [] }],
    ['a rule without a matcher', { ...good, rules: [{ name: 'x', severity: 'Low', tags: [], respond: ['Kill'] }] }],
    ['a target that is no map', { ...good, target: 'all' }],
  ])('that is %s is no plan', (_, content) => {
    const reading = readPlan(written(content), sha256);
    expect(reading).toMatchObject({ ok: false, reason: 'Invalid' });
    expect(reading.ok ? '' : reading.problem.length).toBeLessThan(150);
  });

  it('fits twice into an AgentConfig, at its largest', () => {
    const largest = { format: PLAN_FORMAT, hash: sha256(''), text: '"'.repeat(MAX_PLAN_TEXT) };
    const policy = { kind: 'ClusterSecurityPolicy', name: 'x', uid: 'u', generation: 1, createdAt: '2026-11-24T00:00:00Z' };
    const config = { apiVersion: 'stasis.dev/v1alpha1', kind: 'AgentConfig', metadata: { name: 'cluster.x' }, spec: { policy, revision: 1, plan: largest, nodePercent: 10, previousPlan: largest } };
    expect(readAgentConfig(config)).toMatchObject({ ok: true });
    expect(JSON.stringify(config).length).toBeLessThan(1.5 * 1024 * 1024);
    expect(readAgentConfig({ ...config, spec: { ...config.spec, plan: { ...largest, text: `${largest.text}"` } } })).toMatchObject({ ok: false });
  });
});

describe('a policy that is too large', () => {
  it('does not compile, and says by how much', () => {
    const process = { executable: Array.from({ length: 64 }, (_, index) => `/${'x'.repeat(240)}/${index}`) };
    const rules = Array.from({ length: 20 }, (_, index) => aRule({ name: `r${index}`, process: { ...process, notExecutable: process.executable } }));
    const { plan: none, diagnostics } = compile(aPolicy({ rules }), { hash: sha256 });
    expect(none).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(/^The policy compiles to \d+ characters, at most 262144 are allowed$/u);
  });
});
