import type { NodeReport } from '../state/node';
import { noTotals, type PolicyTotals } from './totals';

/** One policy that is published. */
export interface PublishedPolicy {
  readonly name: string;
  /** As reports of nodes name it. */
  readonly number: number;
  readonly revision: number;
  /** Everybody's, or the nodes that it has to do with. */
  readonly hasTo: (node: CountedNode) => boolean;
  /** During a roll-out: whether the node belongs to it. */
  readonly isInside: (node: CountedNode) => boolean;
}

/** All policies that are published. */
export interface PublishedPolicies {
  readonly list: readonly PublishedPolicy[];
  readonly byNumber: ReadonlyMap<number, PublishedPolicy>;
  readonly lastRevision: number;
}

export function publishedPolicies(list: readonly PublishedPolicy[]): PublishedPolicies {
  const lastRevision = list.reduce((last, { revision }) => Math.max(last, revision), 0);
  return { list, byNumber: new Map(list.map((policy) => [policy.number, policy])), lastRevision };
}

/** One Node, with what is known of its agent. */
export interface CountedNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ready: boolean;
  /** Of an agent that was heard lately. */
  readonly report: NodeReport | undefined;
  /** Numbers of the policies that select something there, as the pods themselves tell; asked only where the agent does not tell. */
  readonly selected: () => ReadonlySet<number>;
}

/** Adds up what one node says about all policies. */
export function addNode(totals: Map<string, PolicyTotals>, policies: PublishedPolicies, node: CountedNode): void {
  if (node.report === undefined) addSilent(totals, policies, node);
  else addReported(totals, policies, { node, report: node.report });
}

function addSilent(totals: Map<string, PolicyTotals>, policies: PublishedPolicies, node: CountedNode): void {
  const selected = node.selected();
  if (selected.size === 0) return;
  for (const number of selected) {
    const policy = policies.byNumber.get(number);
    if (policy?.hasTo(node) !== true) continue;
    const of = totalsOf(totals, policy.name);
    of.selected++;
    (node.ready ? of.missing : of.unreachable).add(node.name);
  }
}

function addReported(totals: Map<string, PolicyTotals>, policies: PublishedPolicies, { node, report }: { readonly node: CountedNode; readonly report: NodeReport }): void {
  const rows = rowsOf(report);
  const exceptions = new Map(report.exceptions.map(({ policy, reason }) => [policy, reason]));
  for (const policy of concerned(policies, report)) {
    const row = rows.get(policy.number);
    const isSelected = row !== undefined || isSelectedUnlisted(policy, node, report);
    const isBehind = report.appliedRevision < policy.revision;
    if ((!isSelected && !isBehind) || !policy.hasTo(node)) continue;
    const of = totalsOf(totals, policy.name);
    if (row !== undefined) addRow(of, report, row);
    if (isSelected) of.selected++;
    judge(of, { node, policy, exception: exceptions.get(policy.name), isSelected, isBehind });
    if (isSelected && report.degraded !== undefined) of.degraded.add(node.name, report.degraded.slice(0, 120));
  }
}

/** Of a node that is up to date, only what it lists can matter: a pass over thousands of nodes is short. */
function concerned({ list, byNumber, lastRevision }: PublishedPolicies, { appliedRevision, policies }: NodeReport): readonly PublishedPolicy[] {
  if (appliedRevision < lastRevision || policies.omitted > 0) return list;
  return [...policies.names].flatMap((number) => byNumber.get(number) ?? []);
}

function isSelectedUnlisted({ number }: PublishedPolicy, node: CountedNode, { policies }: NodeReport): boolean {
  return policies.omitted > 0 && node.selected().has(number);
}

interface Judged {
  readonly node: CountedNode;
  readonly policy: PublishedPolicy;
  readonly exception: string | undefined;
  readonly isSelected: boolean;
  readonly isBehind: boolean;
}

/** A node without a selected pod counts only while it is behind: a pod may come before the plan. */
function judge(of: PolicyTotals, { node, policy, exception, isSelected, isBehind }: Judged): void {
  if (isBehind) of.pending.add(node.name);
  else if (!isSelected) return;
  else if (exception !== undefined) of.excepted.add(node.name, exception);
  else if (!policy.isInside(node)) of.outside.add(node.name);
  else of.applied++;
}

function addRow(of: PolicyTotals, { policies }: NodeReport, row: number): void {
  of.pods += policies.pods[row] ?? 0;
  of.findings += policies.findings[row] ?? 0;
  of.wouldAct += policies.wouldAct[row] ?? 0;
}

function rowsOf({ policies }: NodeReport): ReadonlyMap<number, number> {
  return new Map(Array.from(policies.names, (number, row) => [number, row]));
}

export function totalsOf(totals: Map<string, PolicyTotals>, policy: string): PolicyTotals {
  const known = totals.get(policy) ?? noTotals();
  totals.set(policy, known);
  return known;
}
