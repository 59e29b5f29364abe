import type { WrittenPlan } from './agent-config';
import { quoted } from './diagnostic';
import { MAX_PLAN_TEXT, PLAN_FORMAT, planText } from './plan';
import type { Hash, Plan } from './plan';
import { hasShapeOf, isPolicyKind } from './policy-shape';
import { policyOf } from './policy';
import type { Policy } from './policy';

/** The formats that this version reads and writes, the newest first. */
export const PLAN_FORMATS: readonly number[] = [PLAN_FORMAT, PLAN_FORMAT - 1].filter((format) => format > 0);

/** UnknownFormat: of a version that is too new or too old. Damaged: not what its compiler made. Invalid: that, and still no plan. */
export type PlanProblem = 'UnknownFormat' | 'Damaged' | 'Invalid';
export type PlanReading = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly reason: PlanProblem; readonly problem: string };

/** A plan as an AgentConfig carries it, in one of `PLAN_FORMATS`. */
export function writePlan(plan: Plan, format: number, hash: Hash): WrittenPlan {
  const text = planText({ ...plan, format });
  return { format, hash: hash(text), text };
}

/** Reads what `writePlan` wrote, also that of the version before. Whether the plan makes sense is asked by the linker. */
export function readPlan({ format, hash: expected, text }: WrittenPlan, hash: Hash): PlanReading {
  if (!PLAN_FORMATS.includes(format)) return { ok: false, reason: 'UnknownFormat', problem: `The plan has format ${format}, this version reads ${PLAN_FORMATS.join(' and ')}` };
  if (text.length > MAX_PLAN_TEXT) return { ok: false, reason: 'Invalid', problem: `The plan has ${text.length} characters, at most ${MAX_PLAN_TEXT} are allowed` };
  if (hash(text) !== expected) return { ok: false, reason: 'Damaged', problem: 'The plan is not the one that its hash is of' };
  const policy = policyIn(parsed(text), format);
  if (policy === undefined) return { ok: false, reason: 'Invalid', problem: `The text is no plan of format ${format}: ${quoted(text)}` };
  const { kind, name, namespace, mode, target, rules } = policy;
  return { ok: true, plan: { format, hash: expected, policy: { kind, name, ...(namespace === undefined ? {} : { namespace }) }, mode, target, rules } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A plan has the parts of a policy, so it is one that passes as a policy. */
function policyIn(value: unknown, format: number): Policy | undefined {
  const { format: found, policy, ...spec } = mapOf(value);
  const { kind, ...metadata } = mapOf(policy);
  if (found !== format || !isPolicyKind(kind)) return undefined;
  const resource: unknown = { apiVersion: 'stasis.dev/v1alpha1', kind, metadata, spec };
  return hasShapeOf(kind, resource) ? policyOf(resource) : undefined;
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}
