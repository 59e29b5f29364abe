import { cutText, fitSampled } from './bounds';
import type { Finding } from './finding';
import { validateSecurityNode } from './object-validators.gen';
import { printable } from './printable';
import { readObject } from './read-object';
import type { ObjectReading, ObjectValidator } from './read-object';
import type { SecurityNode } from './resources.gen';
import { severityRank } from './severity';

export type { SecurityNode } from './resources.gen';
export type NodeSpec = SecurityNode['spec'];
export type NodeStatus = NonNullable<SecurityNode['status']>;
/** Of the whole installation. */
export type InstallationMode = NodeSpec['mode'];
export type NodeSettings = NodeSpec['settings'];
export type Permit = NonNullable<NodeSpec['permits']>[number];
export type PermitAnswer = NonNullable<NodeSpec['permitAnswers']>[number];
export type PermitRequest = NonNullable<NodeStatus['permitRequests']>[number];
export type Capability = NonNullable<NodeStatus['capabilities']>[number];
/** A policy that is not in force on a node as it is published. */
export type PolicyException = NonNullable<NodeStatus['exceptions']>[number];
/** A policy that selects something on a node. */
export type SelectedPolicy = NonNullable<NodeStatus['policies']>[number];
export type NodeFindings = NonNullable<NodeStatus['findings']>;
/** Findings of one rule with one result in one container. */
export type FindingGroup = NonNullable<NodeFindings['groups']>[number];
export type FindingSample = NonNullable<FindingGroup['samples']>[number];

/** The limits of lists in a SecurityNode, as its schema has them. */
export const NODE_LIMITS = {
  permits: 512,
  permitAnswers: 64,
  permitRequests: 64,
  exceptions: 32,
  policies: 256,
  findingGroups: 64,
  findingBytes: 64 * 1024,
  samples: 5,
} as const;

const PATH = 256;
const ARGUMENT = 128;
const LIST = 8;

export function readSecurityNode(value: unknown): ObjectReading<SecurityNode> {
  return readObject(validateSecurityNode as ObjectValidator, value);
}

/** The groups that have room in a status, the worst and then the last first; `omitted` counts the findings of those that have none. */
export function boundFindings(groups: readonly FindingGroup[]): { readonly groups: readonly FindingGroup[]; readonly omitted: number } {
  const ranked = [...groups].sort(byRank).slice(0, NODE_LIMITS.findingGroups);
  const kept = fitSampled(ranked, { samples: NODE_LIMITS.samples, bytes: NODE_LIMITS.findingBytes });
  return { groups: kept, omitted: countOf(groups) - countOf(kept) };
}

function byRank(left: FindingGroup, right: FindingGroup): number {
  return severityRank(right.severity) - severityRank(left.severity) || compare(right.lastSeen, left.lastSeen) || compare(left.id, right.id);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function countOf(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { findings }) => sum + findings, 0);
}

/** The part of a finding that is shown where all of it has no room; long texts are cut, and nothing in it forges what a person reads. */
export function sampleOf(finding: Finding): FindingSample {
  const { process, parent, ancestors = [] } = finding;
  return {
    id: finding.id,
    time: finding.time,
    ...given({ executable: cut(process.executable, PATH), interpreter: cut(process.interpreter, PATH), origin: process.origin }),
    ...(process.args === undefined ? {} : { args: process.args.slice(0, LIST).map((argument) => cutText(printable(argument), ARGUMENT)) }),
    ...given({ pid: process.pid, uid: process.uid, parent: cut(parent?.executable, PATH) }),
    ...(ancestors.length === 0 ? {} : { ancestors: ancestors.slice(-LIST).map(({ executable }) => cutText(printable(executable), PATH)) }),
  };
}

function cut(text: string | undefined, max: number): string | undefined {
  return text === undefined ? undefined : cutText(printable(text), max);
}

type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that have a value. */
function given<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
