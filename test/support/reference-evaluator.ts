import type { LabelSelector, Policy, ProcessMatch, Rule, Target } from '../../src/contract/policy';
import { policyName } from '../../src/contract/policy';
import type { ContainerIdentity, Labels } from '../../src/compile';
import type { Origin } from '../../src/compile/tables';

/**
 * What a policy means, written as plainly as possible: no bitsets, no automaton, nothing shared with the compiler but
 * types. Tables and kernel must give the same verdicts.
 */

/** A file that is judged as a program. */
export interface JudgedFile {
  /** Undefined: too long, or renamed while it was read. */
  readonly path: string | undefined;
  /** Of a file of the container's own root file system, seen through another mount: the path through which it was seen. */
  readonly alias?: string;
  readonly origin: Origin;
  /** Seen through the container's own root mount. */
  readonly onRootMount: boolean;
}

/** One program is started. */
export interface Operation {
  /** Undefined: of the container nothing but its existence is known. */
  readonly container: ContainerIdentity | undefined;
  readonly file: JudgedFile;
  /** Of a script. */
  readonly interpreter?: JudgedFile;
  readonly lineage: { readonly complete: boolean; readonly programs: readonly JudgedFile[] };
}

export interface Verdict {
  /** `<policy>: <rule>`, sorted. */
  readonly matched: readonly string[];
  readonly kill: boolean;
  readonly freeze: boolean;
}

/** The verdict on a node with these labels; without them, on one whose labels are not known. */
export function evaluate(policies: readonly Policy[], operation: Operation, nodeLabels?: Labels): Verdict {
  const hits = policies.flatMap((policy) => {
    if (!isOnNode(policy, nodeLabels) || !isCovered(policy, operation)) return [];
    return policy.rules.filter((rule) => ruleMatches(rule, operation)).map((rule) => ({ policy, rule }));
  });
  const does = (action: 'Kill' | 'Freeze'): boolean => hits.some(({ policy, rule }) => policy.mode === 'Enforce' && rule.respond.includes(action));
  return { matched: hits.map(({ policy, rule }) => `${policyName(policy)}: ${rule.name}`).sort(), kill: does('Kill'), freeze: does('Freeze') };
}

function isOnNode({ target }: Policy, labels: Labels | undefined): boolean {
  return selectorHoldsIfGiven(target.nodeSelector, labels);
}

function isCovered(policy: Policy, { container }: Operation): boolean {
  const { target } = policy;
  if (container === undefined) return policy.kind === 'ClusterSecurityPolicy' && (target.all === true || Object.keys(target).join() === 'nodeSelector');
  if (policy.kind === 'SecurityPolicy' && container.pod?.namespace !== policy.namespace) return false;
  return targetHolds(target, container);
}

function targetHolds(target: Target, { name, image, pod }: ContainerIdentity): boolean {
  if (target.containers !== undefined && !target.containers.some((glob) => globMatches(glob, name))) return false;
  if (target.images !== undefined && !target.images.some((glob) => image !== undefined && globMatches(glob, image))) return false;
  if (target.namespaces !== undefined && !target.namespaces.some((glob) => pod !== undefined && globMatches(glob, pod.namespace))) return false;
  return selectorHoldsIfGiven(target.namespaceSelector, pod?.namespaceLabels) && selectorHoldsIfGiven(target.podSelector, pod?.labels);
}

/** Labels that are not known satisfy no selector. */
function selectorHoldsIfGiven(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  return selector === undefined || (labels !== undefined && selectorHolds(selector, labels));
}

/** As in Kubernetes; the selector is not empty. */
export function selectorHolds(selector: LabelSelector, labels: Labels): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) if (labels[key] !== value) return false;
  return (selector.matchExpressions ?? []).every((expression) => expressionHolds(expression, labels[expression.key]));
}

function expressionHolds({ operator, values }: NonNullable<LabelSelector['matchExpressions']>[number], label: string | undefined): boolean {
  if (operator === 'Exists') return label !== undefined;
  if (operator === 'DoesNotExist') return label === undefined;
  const among = label !== undefined && values?.includes(label) === true;
  return operator === 'In' ? among : !among;
}

function ruleMatches({ process }: Rule, { file, interpreter, lineage }: Operation): boolean {
  return programMatches(process, interpreter === undefined ? [file] : [file, interpreter]) && lineageMatches(process, lineage);
}

/** Of a script, `executable` and `origin` hold for the script or its interpreter, and either may be exempt. */
function programMatches({ executable, notExecutable, origin }: ProcessMatch, files: readonly JudgedFile[]): boolean {
  if (executable !== undefined && !files.some(({ path, alias }) => path === undefined || listed(executable, path) || (alias !== undefined && listed(executable, alias)))) return false;
  if (origin !== undefined && !files.some((one) => (origin as readonly string[]).includes(one.origin))) return false;
  return !(notExecutable !== undefined && files.some((one) => isExempt(notExecutable, one)));
}

/** A lineage that is not completely known fulfils `ancestors` and exempts from nothing. */
function lineageMatches({ ancestors, notAncestors }: ProcessMatch, { complete, programs }: Operation['lineage']): boolean {
  if (!complete) return true;
  if (ancestors !== undefined && !programs.some(({ path }) => path !== undefined && listed(ancestors, path))) return false;
  return !(notAncestors !== undefined && programs.some((one) => isExempt(notAncestors, one)));
}

/** A path exempts only the image's own file, seen through the container's own root mount. */
function isExempt(globs: readonly string[], { path, origin, onRootMount }: JudgedFile): boolean {
  return path !== undefined && origin === 'Image' && onRootMount && listed(globs, path);
}

function listed(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => pathMatches(glob, path));
}

/** A path pattern: as `globMatches`, and a pattern that begins with a double star begins at the root. */
export function pathMatches(glob: string, path: string): boolean {
  return globMatches(glob.startsWith('**/') ? `/${glob}` : glob, path);
}

/** `*` and `?` (one byte) within a segment, `**` as a whole segment across; at the end it stands for something. */
export function globMatches(glob: string, text: string): boolean {
  return segmentsMatch(bytesOf(glob).split('/'), bytesOf(text).split('/'));
}

/** One character for each byte. */
function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function segmentsMatch(globs: readonly string[], segments: readonly string[]): boolean {
  const [glob, ...restGlobs] = globs;
  const [segment, ...restSegments] = segments;
  if (glob === undefined || segment === undefined) return globs.length === 0 && segments.length === 0;
  if (glob !== '**') return segmentMatches(glob, segment) && segmentsMatch(restGlobs, restSegments);
  if (restGlobs.length === 0) return segments.join('/') !== '';
  return segmentsMatch(restGlobs, segments) || segmentsMatch(globs, restSegments);
}

function segmentMatches(glob: string, segment: string): boolean {
  if (glob === '') return segment === '';
  if (glob.startsWith('*')) return segmentMatches(glob.slice(1), segment) || (segment !== '' && segmentMatches(glob, segment.slice(1)));
  if (segment === '') return false;
  return (glob.startsWith('?') || glob[0] === segment[0]) && segmentMatches(glob.slice(1), segment.slice(1));
}
