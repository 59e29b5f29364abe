import { createHash } from 'node:crypto';
import { compile } from '../../src/compile';
import type { Plan } from '../../src/contract/plan';
import type { Policy, Rule } from '../../src/contract/policy';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A rule about programs written after the start, unless told otherwise. */
export function aRule(fields: Partial<Rule> = {}): Rule {
  return { name: 'dropped', severity: 'High', tags: [], process: { origin: ['Written'] }, respond: ['Alert'], ...fields };
}

/** A cluster policy for everything with one rule, unless told otherwise. */
export function aPolicy(fields: Partial<Policy> = {}): Policy {
  return { kind: 'ClusterSecurityPolicy', name: 'base', mode: 'Enforce', target: { all: true }, rules: [aRule()], ...fields };
}

/** Compiles a policy that has no mistake. */
export function aPlan(fields: Partial<Policy> = {}): Plan {
  const { plan, diagnostics } = compile(aPolicy(fields), { hash: sha256 });
  if (plan === undefined) throw new Error(diagnostics.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  return plan;
}
