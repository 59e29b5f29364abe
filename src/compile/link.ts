import { policyName } from '../contract/policy';
import type { Action, Mode, Severity } from '../contract/policy';
import { admit } from './admit';
import type { AdmittedRule, Conditions, LinkInput, Rejected } from './admit';
import { pathTables, questionsOf } from './automaton/path-tables';
import type { PathTables } from './automaton/path-tables';
import { addRule, emptyRuleSet, unite } from './rule-set';
import { covers, coversUnbound, selectsNode } from './scope';
import type { ContainerIdentity, Scope } from './scope';
import type { Labels } from './selector';
import { ORIGINS } from './tables';
import type { PlanSets, RuleSet, Tables } from './tables';

/** One rule of one policy, as findings name it. */
export interface LinkedRule {
  /** `<namespace>/<name>`, or the name alone for a cluster policy. */
  readonly policy: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly message: string | undefined;
  readonly tags: readonly string[];
  readonly respond: readonly Action[];
}

/** All plans of one node as the kernel's tables, and what its answers mean. */
export interface Linked {
  readonly tables: Tables;
  /** By id: the rules that share it. */
  readonly rules: readonly (readonly LinkedRule[])[];
  /** Whom which rules cover; asked through `scopeOf`. */
  readonly scopes: readonly { readonly scope: Scope; readonly rules: RuleSet }[];
  /** Policies that stay out. */
  readonly rejected: readonly Rejected[];
  /** States of the automaton in use. */
  readonly states: number;
}

/**
 * Links the plans of the policies that select the node with these labels; without labels, those that select every node.
 * Deterministic: the same plans give the same tables, in whatever order they come. Policies that do not fit stay out
 * whole and are in `rejected`; no input makes it throw.
 */
export function link(inputs: readonly LinkInput[], nodeLabels?: Labels): Linked {
  const { policies, rejected } = admit(inputs.filter(({ plan }) => selectsNode(plan.target, nodeLabels)));
  const { count, identified, paths } = mostThatFit(policies);
  const tooMany = policies.slice(count).flatMap(([first]) => (first === undefined ? [] : [tooManyPatterns(first)]));
  return {
    tables: { plan: planSets(identified.map(({ conditions }) => conditions)), matchSets: paths.matchSets, automaton: paths.automaton },
    rules: identified.map(({ rules }) => rules),
    scopes: scopesOf(identified),
    rejected: [...rejected, ...tooMany],
    states: paths.states,
  };
}

/** Rules that cover a container. */
export function scopeOf(linked: Linked, identity: ContainerIdentity): RuleSet {
  const set = emptyRuleSet();
  for (const { scope, rules } of linked.scopes) if (covers(scope, identity)) unite(set, rules);
  return set;
}

/** The first `count` policies, with ids and the tables of their patterns. */
interface Fit {
  readonly count: number;
  readonly identified: readonly Identified[];
  readonly paths: PathTables;
}

/** The most policies, from the first on, whose patterns fit into the tables together. */
function mostThatFit(policies: readonly (readonly AdmittedRule[])[]): Fit {
  const all = fit(policies, policies.length);
  if (all !== undefined) return all;
  let best = fit(policies, 0);
  let tooMany = policies.length;
  while (best !== undefined && tooMany - best.count > 1) {
    const middle: number = (best.count + tooMany) >> 1;
    const found = fit(policies, middle);
    if (found === undefined) tooMany = middle;
    else best = found;
  }
  if (best === undefined) throw new Error('Tables without patterns do not fit');
  return best;
}

function fit(policies: readonly (readonly AdmittedRule[])[], count: number): Fit | undefined {
  const identified = identify(policies.slice(0, count));
  const paths = pathsOf(identified);
  return paths === undefined ? undefined : { count, identified, paths };
}

function tooManyPatterns({ plan }: AdmittedRule): Rejected {
  return { policy: plan.policy, reason: 'TooManyPatterns', message: 'The path patterns of the policies before it leave no room for its own' };
}

/** One id: conditions, and the rules that have them. */
interface Identified {
  readonly conditions: Conditions;
  readonly rules: LinkedRule[];
}

function identify(policies: readonly (readonly AdmittedRule[])[]): readonly Identified[] {
  const byKey = new Map<string, Identified>();
  for (const admitted of policies.flat()) {
    const known = byKey.get(admitted.key) ?? { conditions: admitted.conditions, rules: [] };
    byKey.set(admitted.key, known);
    known.rules.push(linkedRule(admitted));
  }
  return [...byKey.values()];
}

function linkedRule({ plan, rule }: AdmittedRule): LinkedRule {
  const { name, severity, message, tags, respond } = rule;
  return { policy: policyName(plan.policy), rule: name, severity, mode: plan.mode, message, tags, respond };
}

function pathsOf(identified: readonly Identified[]): PathTables | undefined {
  return pathTables(identified.flatMap(({ conditions: { process } }, rule) => questionsOf(process, rule)));
}

function planSets(conditions: readonly Conditions[]): PlanSets {
  const where = (holds: (of: Conditions) => boolean): RuleSet => {
    const set = emptyRuleSet();
    conditions.forEach((of, id) => {
      if (holds(of)) addRule(set, id);
    });
    return set;
  };
  return {
    rules: conditions.length,
    scopeUnbound: where(({ scope }) => coversUnbound(scope)),
    executableAny: where(({ process }) => process.executable === undefined),
    ancestorsAny: where(({ process }) => process.ancestors === undefined),
    origin: Array.from({ length: ORIGIN_COUNT }, (_, index) => where(({ process }) => satisfiesOrigin(process.origin, index))),
    kill: where(({ kill }) => kill),
    freeze: where(({ freeze }) => freeze),
    hasNotExecutable: where(({ process }) => process.notExecutable !== undefined),
    hasNotAncestors: where(({ process }) => process.notAncestors !== undefined),
  };
}

/** As in native/abi/state.h: the kernel's table has room for one more than there are. */
export const ORIGIN_COUNT = 8;

/** A program of unknown origin satisfies no `origin` condition. */
function satisfiesOrigin(wanted: Conditions['process']['origin'], index: number): boolean {
  if (wanted === undefined) return true;
  const origin = ORIGINS[index];
  return origin !== undefined && origin !== 'Unknown' && wanted.includes(origin);
}

function scopesOf(identified: readonly Identified[]): Linked['scopes'] {
  const byKey = new Map<string, { readonly scope: Scope; readonly rules: RuleSet }>();
  identified.forEach(({ conditions: { scope } }, id) => {
    const key = JSON.stringify(scope);
    const known = byKey.get(key) ?? { scope, rules: emptyRuleSet() };
    byKey.set(key, known);
    addRule(known.rules, id);
  });
  return [...byKey.values()];
}
