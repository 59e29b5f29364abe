import { REPEATS_AFTER, type Finding } from '../../contract/finding';
import { boundFindings, NODE_LIMITS, sampleOf, type FindingGroup, type NodeFindings as Reported } from '../../contract/node';

/** What findings of one policy came to on this node. */
export interface PolicyCount {
  readonly findings: number;
  readonly wouldAct: number;
}

export interface NodeFindingsOptions {
  /** Unique for ever. */
  readonly newId: () => string;
}

/** Groups in memory; more than have room in a status, so that the worst are chosen among many. */
const MAX_GROUPS = 512;
const MAX_POLICIES = 4096;
/** So long after its last finding a group that was written once makes room. */
const KEPT_MS = 3_600_000;

interface Group {
  value: FindingGroup;
  /** How many of its findings are in a status that was written. */
  written: number;
}

/**
 * The findings of this node in groups, with counts that never fall: who adds up the differences counts each finding once. A group that has no
 * room any more ends; what it has not told counts as omitted, and its next finding begins another one.
 */
export class NodeFindings {
  private readonly groups = new Map<string, Group>();
  private readonly policies = new Map<string, PolicyCount>();
  private lost = 0;
  /** Of agents before. */
  private droppedBefore = 0;

  constructor(private readonly options: NodeFindingsOptions) {}

  /** Goes on from what an agent before wrote. */
  restore(reported: Reported | undefined, policies: readonly (PolicyCount & { readonly policy: string })[]): void {
    for (const value of reported?.groups ?? []) this.continue(value);
    for (const { policy, findings, wouldAct } of policies) {
      const since = this.countsOf(policy);
      this.policies.set(policy, { findings: findings + since.findings, wouldAct: wouldAct + since.wouldAct });
    }
    this.lost += reported?.omitted ?? 0;
    this.droppedBefore = reported?.dropped ?? 0;
  }

  /** Counts a finding. True: the first of its group. Findings outside pods are not counted here. */
  add(finding: Finding): boolean {
    const { pod, repeats, notes = [] } = finding;
    const count = notes.includes(REPEATS_AFTER) ? repeats : 1 + repeats;
    this.countPolicy(finding, count);
    if (pod?.uid === undefined) return false;
    const begun = groupOf(finding, { namespace: pod.namespace, name: pod.name, uid: pod.uid });
    const key = keyOf(begun);
    const known = this.groups.get(key);
    if (known !== undefined) {
      known.value = grown(known.value, finding, count);
      return false;
    }
    this.groups.set(key, { value: { ...begun, id: this.options.newId(), findings: count, samples: [sampleOf(finding)] }, written: 0 });
    if (this.groups.size > MAX_GROUPS) this.end(this.leastKey());
    return true;
  }

  countsOf(policy: string): PolicyCount {
    return this.policies.get(policy) ?? { findings: 0, wouldAct: 0 };
  }

  /** What a status says of them now. `dropped`: findings that the kernel had no room for, since this agent began. */
  report(dropped: number): Reported {
    const { groups, omitted } = boundFindings([...this.groups.values()].map(({ value }) => value));
    const shown = new Set(groups.map(({ id }) => id));
    const left = [...this.groups.values()].filter(({ value }) => !shown.has(value.id));
    const toldBefore = left.reduce((sum, { written }) => sum + written, 0);
    return { groups: [...groups], omitted: this.lost + omitted - toldBefore, dropped: this.droppedBefore + dropped };
  }

  /** A status with this report was written. */
  written({ groups = [] }: Reported, nowMs: number): void {
    const counts = new Map(groups.map(({ id, findings }) => [id, findings]));
    for (const [key, group] of [...this.groups]) {
      const told = counts.get(group.value.id);
      if (told !== undefined) group.written = told;
      const isOld = nowMs - Date.parse(group.value.lastSeen) > KEPT_MS && group.written === group.value.findings;
      if (isOld || (told === undefined && group.written > 0)) this.end(key);
    }
  }

  /** There may have been findings of the group before anybody told of it. */
  private continue(before: FindingGroup): void {
    const key = keyOf(before);
    const since = this.groups.get(key)?.value;
    const value = since === undefined ? before : { ...before, lastSeen: since.lastSeen, findings: before.findings + since.findings, samples: [...(before.samples ?? []), ...(since.samples ?? [])].slice(-NODE_LIMITS.samples) };
    this.groups.set(key, { value, written: before.findings });
  }

  private end(key: string): void {
    const group = this.groups.get(key);
    if (group === undefined) return;
    this.groups.delete(key);
    this.lost += group.value.findings - group.written;
  }

  private countPolicy({ policy, result }: Finding, count: number): void {
    if (this.policies.size >= MAX_POLICIES && !this.policies.has(policy)) return;
    const { findings, wouldAct } = this.countsOf(policy);
    this.policies.set(policy, { findings: findings + count, wouldAct: wouldAct + (result === 'WouldHave' ? count : 0) });
  }

  /** The one that would be shown last. */
  private leastKey(): string {
    const ranked = [...this.groups].sort(([, a], [, b]) => (a.value.lastSeen < b.value.lastSeen ? -1 : 1));
    return ranked[0]?.[0] ?? '';
  }
}

/** Of a pod's containers; the sandbox's name is its id. */
const MAX_CONTAINER_NAME = 63;

type Begun = Omit<FindingGroup, 'id' | 'findings' | 'samples'>;

function groupOf(finding: Finding, pod: FindingGroup['pod']): Begun {
  const { policy, rule, severity, mode, message, tags, action, result, reason, error, time, container } = finding;
  const why = reason ?? error;
  return {
    pod,
    container: (container?.name ?? '').slice(0, MAX_CONTAINER_NAME),
    ...{ policy, rule, severity, mode, action, result },
    ...(message === undefined ? {} : { message }),
    ...(tags === undefined ? {} : { tags }),
    ...(why === undefined ? {} : { reason: why }),
    firstSeen: time,
    lastSeen: time,
  };
}

function keyOf({ pod, container, policy, rule, action, result }: Pick<FindingGroup, 'pod' | 'container' | 'policy' | 'rule' | 'action' | 'result'>): string {
  return JSON.stringify([pod.uid, container, policy, rule, action, result]);
}

function grown(group: FindingGroup, finding: Finding, count: number): FindingGroup {
  const samples = [...(group.samples ?? []), sampleOf(finding)].slice(-NODE_LIMITS.samples);
  return { ...group, findings: group.findings + count, lastSeen: finding.time, samples };
}
