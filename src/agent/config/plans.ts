import { createHash } from 'node:crypto';
import { compile, link, scopeOf, type ContainerIdentity, type Labels, type LinkInput } from '../../compile';
import { covers, type Scope } from '../../compile/scope';
import { diagnosticOf, formatDiagnostic, type Diagnostic, type Fault } from '../../contract/diagnostic';
import { parsePolicies } from '../../contract/parse';
import { policyName, type Mode, type Policy, type Target } from '../../contract/policy';
import type { ContainerFacts, PodFacts } from '../identity/facts';
import type { LinkedRules } from '../rules';
import type { ParsedFile } from './store';

export interface CompiledFile {
  readonly plans: readonly LinkInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, checks and compiles the policies of one file. `mode` overrides what the policies say. */
export function compileFile(path: string, text: string, mode?: Mode): CompiledFile {
  const { policies, diagnostics } = parsePolicies(path, text);
  const compiled = policies.map(({ policy, source }) => ({ policy, ...compile(mode === undefined ? policy : { ...policy, mode }, { hash: sha256, source }) }));
  return {
    plans: compiled.flatMap(({ plan, policy: { createdAt } }) => (plan === undefined ? [] : [{ plan, ...(createdAt === undefined ? {} : { createdAt }) }])),
    diagnostics: [...diagnostics, ...compiled.flatMap((result) => result.diagnostics)],
  };
}

/** The same for the store of a watched folder, whose agent knows no cluster: a policy that needs one is a mistake there. */
export function parseFile(mode?: Mode): (path: string, text: string) => ParsedFile<LinkInput> {
  return (path, text) => {
    const { plans, diagnostics } = compileFile(path, text, mode);
    const unknowable = parsePolicies(path, text).policies.flatMap(({ policy, source }) => clusterFaults(policy).map((fault) => diagnosticOf(source, fault)));
    return { policies: plans, problems: [...diagnostics, ...unknowable].map(formatDiagnostic) };
  };
}

/** Fields about what only a cluster tells: they would select nothing here. */
function clusterFaults({ rollout, target }: Policy): readonly Fault[] {
  const fields = [
    ...(rollout === undefined ? [] : [['spec', 'rollout']]),
    ...(['namespaceSelector', 'nodeSelector'] as const).filter((field) => target[field] !== undefined).map((field) => ['spec', 'target', field]),
  ];
  return fields.map((path) => ({ path, atName: true, message: `Field "${path.at(-1) ?? ''}" needs a cluster, and this agent has none`, hint: 'leave it out' }));
}

/** Links the plans of this node, whose labels only a cluster knows. Policies that do not fit stay out whole and are among the problems. */
export function linkPlans(plans: readonly LinkInput[], nodeLabels?: Labels): LinkedRules {
  const linked = link(plans, nodeLabels);
  return {
    tables: linked.tables,
    scopeOf: (facts) => scopeOf(linked, identityOf(facts)),
    rulesOf: (id) => linked.rules[id] ?? [],
    awaits: (facts) => linked.scopes.some(({ scope }) => awaits(scope, facts)),
    selectsByLabels: linked.scopes.some(({ scope }) => scope.target.podSelector !== undefined),
    policies: plans.length - linked.rejected.length,
    scopes: linked.scopes,
    rejected: linked.rejected,
    problems: linked.rejected.map(({ policy, reason, message }) => `policy "${policyName(policy)}" is not in force: ${message} (${reason})`),
  };
}

/** Whether a scope that does not cover a container may do so once its labels and its image are known. */
function awaits({ target, ...scope }: Scope, facts: ContainerFacts): boolean {
  const { podSelector, images, ...known } = target;
  const unknown = (facts.pod !== undefined && facts.pod.cluster === undefined && podSelector !== undefined) || (facts.image === undefined && images !== undefined);
  if (!unknown) return false;
  const rest: Target = facts.image === undefined || images === undefined ? known : { ...known, images };
  return covers({ ...scope, target: Object.keys(rest).length === 0 ? { all: true } : rest }, identityOf(facts));
}

function identityOf({ name, image, pod }: ContainerFacts): ContainerIdentity {
  return { name, ...(image === undefined ? {} : { image }), ...(pod === undefined ? {} : { pod: podOf(pod) }) };
}

function podOf({ namespace, labels, namespaceLabels }: PodFacts): NonNullable<ContainerIdentity['pod']> {
  return { namespace, labels, ...(namespaceLabels === undefined ? {} : { namespaceLabels }) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
