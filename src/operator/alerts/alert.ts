import { ALERT_LIMITS, boundAlert, type AlertContainment, type AlertNode, type AlertRule, type AlertSample, type AlertState, type AlertStatus } from '../../contract/alert';
import type { FindingGroup } from '../../contract/node';
import { worstSeverity } from '../../contract/severity';
import { summaryOf } from './summary';

/** What is seen of one workload now. */
export interface Seen {
  readonly groups: readonly SeenGroup[];
  /** Whether any node reports a group of this id. */
  readonly isReported: (id: string) => boolean;
  /** Of its pods. */
  readonly containments: readonly SeenContainment[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A group of findings, in a pod that runs on the node that speaks. */
export interface SeenGroup {
  readonly node: string;
  readonly group: FindingGroup;
}

export interface SeenContainment extends AlertContainment {
  /** The pod does not run. */
  readonly holds: boolean;
}

/** Without a Containment and without a finding for so long, an alert is resolved. */
export const QUIET_MS = 15 * 60_000;
/** Ids that no node reports any more are kept while there is room: a group that comes back is not counted again. */
const COUNTED_WITHOUT_NEED = 256;

/**
 * The alert of a workload, from what it was and what is seen now. Each finding is added once, whoever asks how often: the sums and the
 * note of what is in them are written together. Undefined: nothing was ever found.
 */
export function foldAlert(before: AlertStatus | undefined, seen: Seen): AlertStatus | undefined {
  const added = additions(before, seen);
  if (before === undefined && added.fresh.length === 0) return undefined;
  const reopened = before?.state === 'Resolved' && added.fresh.length > 0;
  const times = timesOf(before, { added: added.fresh, reopened, now: seen.now });
  const last: Past = before ?? NOTHING;
  const rules = rulesOf(last.rules ?? [], added.fresh);
  const state = stateOf(seen, times.lastSeen);
  return boundAlert({
    ...{ state, ...worstOf(rules, reopened ? NOTHING : last), ...times },
    findings: added.fresh.reduce((findings, { more }) => findings + more, last.findings),
    ...added.omitted,
    ...resolvedAt(state, last, seen.now),
    ...{ nodes: nodesOf(last.nodes ?? [], added.fresh), rules },
    ...omittedOf(last),
    ...containmentsOf(seen.containments),
    counted: added.counted,
  });
}

type Past = Partial<AlertStatus> & Pick<AlertStatus, 'findings'>;
const NOTHING: Past = { findings: 0 };

/** What is said of the worst stays as long as nothing worse happens. */
function worstOf(rules: readonly AlertRule[], { severity: before, summary }: Past): Pick<AlertStatus, 'severity' | 'summary'> {
  const severity = worstSeverity(rules.map((rule) => rule.severity)) ?? before ?? 'Low';
  return { severity, summary: summary !== undefined && before === severity ? summary : summaryOf(rules) };
}

/** A group with findings that are not in the sums yet. */
interface Fresh extends SeenGroup {
  readonly more: number;
}

interface Additions {
  readonly fresh: readonly Fresh[];
  readonly counted: Readonly<Record<string, number>>;
  /** Of groups for which there is no room. */
  readonly omitted: Pick<AlertStatus, 'findingsOmitted'>;
}

function additions(before: AlertStatus | undefined, { groups, isReported }: Seen): Additions {
  const counted = new Map(stillNeeded(before?.counted ?? {}, isReported));
  const fresh: Fresh[] = [];
  let omitted = 0;
  for (const seen of groups) {
    const { id, findings } = seen.group;
    const known = counted.get(id);
    if (known === undefined && counted.size >= ALERT_LIMITS.counted) {
      omitted += findings;
      continue;
    }
    if (findings <= (known ?? 0)) continue;
    counted.set(id, findings);
    fresh.push({ ...seen, more: findings - (known ?? 0) });
  }
  return { fresh, counted: Object.fromEntries(counted), omitted: omitted === 0 ? {} : { findingsOmitted: omitted } };
}

function stillNeeded(counted: Readonly<Record<string, number>>, isReported: Seen['isReported']): readonly (readonly [string, number])[] {
  const entries = Object.entries(counted);
  return entries.length <= COUNTED_WITHOUT_NEED ? entries : entries.filter(([id]) => isReported(id));
}

interface Times {
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** Clocks of nodes may run ahead; nothing was found in the future. */
function timesOf(before: AlertStatus | undefined, { added, reopened, now }: { readonly added: readonly Fresh[]; readonly reopened: boolean; readonly now: number }): Times {
  const past = (time: string): string => (Date.parse(time) > now ? timeText(now) : time);
  const lasts = added.map(({ group }) => past(group.lastSeen));
  const lastSeen = [...lasts, ...(before === undefined ? [] : [before.lastSeen])].reduce(later);
  if (before !== undefined && !reopened) return { firstSeen: before.firstSeen, lastSeen };
  return { firstSeen: added.map(({ group }) => past(reopened ? group.lastSeen : group.firstSeen)).reduce(earlier), lastSeen };
}

function later(left: string, right: string): string {
  return Date.parse(left) >= Date.parse(right) ? left : right;
}

function earlier(left: string, right: string): string {
  return Date.parse(left) <= Date.parse(right) ? left : right;
}

function resolvedAt(state: AlertState, last: Past, now: number): Pick<AlertStatus, 'resolvedAt'> {
  return state === 'Resolved' ? { resolvedAt: last.resolvedAt ?? timeText(now) } : {};
}

function stateOf({ containments, now }: Seen, lastSeen: string): AlertState {
  if (containments.some(({ holds }) => holds)) return 'Contained';
  return containments.length === 0 && now - Date.parse(lastSeen) >= QUIET_MS ? 'Resolved' : 'Active';
}

function nodesOf(before: readonly AlertNode[], added: readonly Fresh[]): readonly AlertNode[] {
  const nodes = new Map(before.map((node) => [node.name, node]));
  for (const { node, group, more } of added) {
    const known = nodes.get(node);
    nodes.set(node, { name: node, findings: (known?.findings ?? 0) + more, lastSeen: known === undefined ? group.lastSeen : later(known.lastSeen, group.lastSeen) });
  }
  return [...nodes.values()];
}

function rulesOf(before: readonly AlertRule[], added: readonly Fresh[]): readonly AlertRule[] {
  const rules = new Map(before.map((rule) => [keyOf(rule), rule]));
  for (const fresh of added) rules.set(keyOf(fresh.group), withGroup(rules.get(keyOf(fresh.group)), fresh));
  return [...rules.values()];
}

function keyOf({ policy, rule, mode, action, result }: Pick<AlertRule, 'policy' | 'rule' | 'mode' | 'action' | 'result'>): string {
  return JSON.stringify([policy, rule, mode, action, result]);
}

function withGroup(known: AlertRule | undefined, { node, group, more }: Fresh): AlertRule {
  const { policy, rule, severity, mode, message, tags, action, result, reason } = group;
  return {
    ...{ policy, rule, severity, mode, action, result },
    ...(message === undefined ? {} : { message }),
    ...(tags === undefined ? {} : { tags }),
    ...(reason === undefined ? {} : { reason }),
    findings: (known?.findings ?? 0) + more,
    firstSeen: known === undefined ? group.firstSeen : earlier(known.firstSeen, group.firstSeen),
    lastSeen: known === undefined ? group.lastSeen : later(known.lastSeen, group.lastSeen),
    samples: samplesOf(known?.samples ?? [], node, group),
  };
}

/** The last ones, each once. */
function samplesOf(before: readonly AlertSample[], node: string, { pod, container, samples = [] }: FindingGroup): readonly AlertSample[] {
  const all = new Map(before.map((sample) => [sample.id, sample]));
  for (const sample of samples) all.set(sample.id, { node, pod: pod.name, container, ...sample });
  return [...all.values()].sort((left, right) => Date.parse(left.time) - Date.parse(right.time)).slice(-ALERT_LIMITS.samples);
}

function omittedOf({ nodesOmitted, rulesOmitted }: Past): Pick<AlertStatus, 'nodesOmitted' | 'rulesOmitted'> {
  return { ...(nodesOmitted === undefined ? {} : { nodesOmitted }), ...(rulesOmitted === undefined ? {} : { rulesOmitted }) };
}

function containmentsOf(containments: readonly SeenContainment[]): Pick<AlertStatus, 'containments'> {
  if (containments.length === 0) return {};
  return { containments: containments.map(({ name, pod, state }) => ({ name, ...(pod === undefined ? {} : { pod }), ...(state === undefined ? {} : { state }) })) };
}

function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
