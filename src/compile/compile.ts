import { diagnosticOf } from '../contract/diagnostic';
import type { Diagnostic, Fault, Source } from '../contract/diagnostic';
import { MAX_PLAN_TEXT, PLAN_FORMAT, planText } from '../contract/plan';
import type { Hash, Plan } from '../contract/plan';
import type { Policy, PolicyRef, Rule, Target } from '../contract/policy';
import { faultsOf } from './checks';

export interface CompileOptions {
  readonly hash: Hash;
  /** Where the policy was read from: gives diagnostics their place. */
  readonly source?: Source;
}

export interface CompileResult {
  /** Absent when there are diagnostics. */
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

const NOWHERE: Source = { file: '', locate: () => ({ line: 1, column: 1 }), locateName: () => ({ line: 1, column: 1 }) };

/** Checks what a policy means and makes its plan. Equal policies give equal plans, also when their lists are ordered differently. */
export function compile(policy: Policy, { hash, source = NOWHERE }: CompileOptions): CompileResult {
  const faults = faultsOf(policy);
  if (faults.length > 0) return { diagnostics: faults.map((fault) => diagnosticOf(source, fault)) };
  const plan = { format: PLAN_FORMAT, policy: refOf(policy), mode: policy.mode, target: targetOf(policy.target), rules: policy.rules.map(ruleOf) };
  const text = planText(plan);
  if (text.length > MAX_PLAN_TEXT) return { diagnostics: [diagnosticOf(source, tooLarge(text.length))] };
  return { plan: { ...plan, hash: hash(text) }, diagnostics: [] };
}

/** Every node keeps the plans of all policies. */
function tooLarge(characters: number): Fault {
  return { path: ['spec'], message: `The policy compiles to ${characters} characters, at most ${MAX_PLAN_TEXT} are allowed`, hint: 'make two policies of it' };
}

function refOf({ kind, name, namespace }: Policy): PolicyRef {
  return { kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

function targetOf(target: Target): Target {
  const { all, podSelector, namespaceSelector, nodeSelector } = target;
  return {
    ...(all === undefined ? {} : { all }),
    ...sortedLists(target, ['containers', 'images', 'namespaces']),
    ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
    ...(podSelector === undefined ? {} : { podSelector }),
    ...(nodeSelector === undefined ? {} : { nodeSelector }),
  };
}

function ruleOf({ name, severity, message, tags, process, respond }: Rule): Rule {
  const lists = sortedLists(process, ['executable', 'notExecutable', 'origin', 'ancestors', 'notAncestors']);
  return { name, severity, ...(message === undefined ? {} : { message }), tags, process: lists, respond: sorted(respond) };
}

/** The given lists of `value`, each sorted and without duplicates. */
function sortedLists<Value, Field extends keyof Value & string>(value: Value, fields: readonly Field[]): Pick<Value, Field> {
  const lists = fields.map((field) => [field, value[field]] as const).filter(([, list]) => Array.isArray(list));
  return Object.fromEntries(lists.map(([field, list]) => [field, sorted(list as readonly string[])])) as Pick<Value, Field>;
}

function sorted<Word extends string>(list: readonly Word[]): readonly Word[] {
  return [...new Set(list)].sort();
}
