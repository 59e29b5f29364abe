import type { Mode, PolicyRef, Rule, Target } from './policy';

/** The format of plans that this version compiles to. It reads and writes the one before too, so that a newer operator and older agents understand each other. */
export const PLAN_FORMAT: number = 1;

/** Longest text of a plan, in UTF-16 units: two of them have room in one object. */
export const MAX_PLAN_TEXT = 256 * 1024;

/** The compiled, symbolic form of one policy. Ids are given by each node's linker. */
export interface Plan {
  readonly format: number;
  /** Of everything else in it (`planText`), as computed by whoever compiled it. */
  readonly hash: string;
  readonly policy: PolicyRef;
  readonly mode: Mode;
  readonly target: Target;
  /** In the order of the policy; lists within them are sorted and without duplicates. */
  readonly rules: readonly Rule[];
}

/** A hash of text, for instance SHA-256 in hexadecimal. Given by the caller: this folder imports nothing of Node. */
export type Hash = (text: string) => string;

/** The text of which `plan.hash` is the hash: JSON without spaces, equal for equal plans, whatever the order of their keys. */
export function planText(plan: Omit<Plan, 'hash'>): string {
  const { format, policy, mode, target, rules } = plan;
  return canonical({ format, policy, mode, target, rules });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, child]) => child !== undefined);
  fields.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, child]) => `${JSON.stringify(name)}:${canonical(child)}`).join(',')}}`;
}
