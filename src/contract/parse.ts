import { diagnosticOf, quoted } from './diagnostic';
import type { Diagnostic, Fault, Source } from './diagnostic';
import { nearestWord } from './nearest';
import { policyOf } from './policy';
import type { Policy, PolicyKind } from './policy';
import { isPolicyKind, POLICY_KINDS, shapeErrors } from './policy-shape';
import type { PolicyResource } from './resources.gen';
import type { FieldPath } from './schema';
import { schemaFaults } from './schema-faults';
import { SCHEMAS } from './schemas.gen';
import { unenforcedFaults } from './unenforced';
import { readDocuments } from './yaml-documents';
import type { YamlDocument } from './yaml-documents';

/** A policy and where it was read from. */
export interface ParsedPolicy {
  readonly policy: Policy;
  readonly source: Source;
}

export interface ParseResult {
  /** In the order of the file; those without a mistake. */
  readonly policies: readonly ParsedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** More than these are cut: whoever mends the first sees the rest the next time. */
const MAX_DIAGNOSTICS = 20;

/** Reads the policies of one YAML file: shape alone. What they mean is checked by `compile`. */
export function parsePolicies(file: string, text: string): ParseResult {
  const { documents, diagnostics } = readDocuments(file, text);
  const parsed = documents.map(parseDocument);
  return {
    policies: parsed.flatMap(({ policies }) => policies),
    diagnostics: [...diagnostics, ...parsed.flatMap((result) => result.diagnostics)].slice(0, MAX_DIAGNOSTICS),
  };
}

function parseDocument({ value, source }: YamlDocument): ParseResult {
  const kind = kindOf(value);
  if (typeof kind !== 'string') return failed(source, [kind]);
  const faults = policyFaults(kind, value);
  if (faults.length > 0) return failed(source, faults);
  return { policies: [{ policy: policyOf(value as PolicyResource), source }], diagnostics: [] };
}

function failed(source: Source, faults: readonly Fault[]): ParseResult {
  const diagnostics = faults.map((fault) => diagnosticOf(source, fault));
  diagnostics.sort((left, right) => left.line - right.line || left.column - right.column);
  return { policies: [], diagnostics };
}

function kindOf(value: unknown): PolicyKind | Fault {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { path: [], message: `Found ${quoted(value)}, expected a policy` };
  const { kind } = value as { readonly kind?: unknown };
  if (isPolicyKind(kind)) return kind;
  if (kind === undefined) return { path: [], message: 'Field "kind" is missing', hint: `allowed: ${POLICY_KINDS.join(', ')}` };
  const nearest = typeof kind === 'string' ? nearestWord(kind, POLICY_KINDS) : undefined;
  return { path: ['kind'], message: `Found ${quoted(kind)}`, hint: `${nearest === undefined ? 'allowed' : `did you mean "${nearest}"? Allowed`}: ${POLICY_KINDS.join(', ')}` };
}

/** What is wrong with the shape of a policy, in words; nothing: it is one. */
export function policyFaults(kind: PolicyKind, value: unknown): readonly Fault[] {
  const first = unenforcedFaults(value);
  const shape = schemaFaults(shapeErrors(kind, value), value, SCHEMAS[kind]).map((fault) => elsewhere(kind, fault));
  return [...first, ...shape.filter((fault) => !first.some((told) => isSaid(told, fault)))];
}

/** A rule whose kind is wrong is not reported as one without a kind too. */
function isSaid(told: Fault, fault: Fault): boolean {
  return startsWith(fault.path, told.path) || (fault.message === 'Field "process" is missing' && startsWith(told.path, fault.path));
}

function startsWith(path: FieldPath, prefix: FieldPath): boolean {
  return prefix.every((step, index) => path[index] === step);
}

/** A field that the other kind has. */
function elsewhere(kind: PolicyKind, fault: Fault): Fault {
  const name = fault.path.join('.');
  const field = kind === 'SecurityPolicy' ? /^spec\.target\.(namespaces|namespaceSelector|nodeSelector)$/u.exec(name)?.[1] : undefined;
  if (field !== undefined) return { ...fault, message: `A SecurityPolicy covers its own namespace${field === 'nodeSelector' ? ', on every node' : ''}`, hint: `a ClusterSecurityPolicy has "${field}"` };
  if (kind === 'ClusterSecurityPolicy' && name === 'metadata.namespace') return { ...fault, message: 'A ClusterSecurityPolicy has no namespace', hint: 'leave it out, or make it a SecurityPolicy' };
  return fault;
}
