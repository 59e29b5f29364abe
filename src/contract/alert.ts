import { fitSampled, jsonBytes } from './bounds';
import { boundedName } from './names';
import { validateSecurityAlert } from './object-validators.gen';
import type { Hash } from './plan';
import { readObject } from './read-object';
import type { ObjectReading, ObjectValidator } from './read-object';
import type { SecurityAlert } from './resources.gen';
import { severityRank } from './severity';

export type { SecurityAlert } from './resources.gen';
export type AlertStatus = SecurityAlert['status'];
export type AlertState = AlertStatus['state'];
export type AlertRule = NonNullable<AlertStatus['rules']>[number];
export type AlertSample = NonNullable<AlertRule['samples']>[number];
export type AlertNode = NonNullable<AlertStatus['nodes']>[number];
export type AlertContainment = NonNullable<AlertStatus['containments']>[number];

/** The limits of a SecurityAlert, as its schema has them; `bytes` is of its status as JSON. */
export const ALERT_LIMITS = { nodes: 10, rules: 20, samples: 5, containments: 32, counted: 512, bytes: 64 * 1024 } as const;

/** The name of the alert of a workload, e.g. `deployment-web` of `Deployment/web`. */
export function alertName(workload: string, hash: Hash): string {
  return boundedName(workload.toLowerCase().replaceAll('/', '-'), hash);
}

export function readSecurityAlert(value: unknown): ObjectReading<SecurityAlert> {
  return readObject(validateSecurityAlert as ObjectValidator, value);
}

/** The status with what has room in it: the last nodes, the worst and then the last rules, the last samples. What goes is added to the counts of what is omitted; the sums stay. */
export function boundAlert(status: AlertStatus): AlertStatus {
  const nodes = [...(status.nodes ?? [])].sort(byLastSeen).slice(0, ALERT_LIMITS.nodes);
  const containments = (status.containments ?? []).slice(0, ALERT_LIMITS.containments);
  const counted = Object.fromEntries(Object.entries(status.counted ?? {}).slice(-ALERT_LIMITS.counted));
  const rest = {
    ...status,
    ...listed('nodes', 'nodesOmitted', { before: status.nodes, omitted: status.nodesOmitted, kept: nodes }),
    ...listed('containments', 'containmentsOmitted', { before: status.containments, omitted: status.containmentsOmitted, kept: containments }),
    ...(status.counted === undefined ? {} : { counted }),
  };
  const ranked = [...(status.rules ?? [])].sort(byRank).slice(0, ALERT_LIMITS.rules);
  const kept = fitSampled(ranked, { samples: ALERT_LIMITS.samples, bytes: ALERT_LIMITS.bytes - jsonBytes({ ...rest, rules: [], rulesOmitted: Number.MAX_SAFE_INTEGER }) });
  return { ...rest, ...listed('rules', 'rulesOmitted', { before: status.rules, omitted: status.rulesOmitted, kept }) };
}

interface Shortened {
  readonly before: readonly unknown[] | undefined;
  readonly omitted: number | undefined;
  readonly kept: readonly unknown[];
}

/** A list and the count of what it leaves out; both absent where there was no list. */
function listed(list: string, count: string, { before, omitted = 0, kept }: Shortened): object {
  if (before === undefined) return {};
  const without = omitted + before.length - kept.length;
  return { [list]: kept, ...(without === 0 ? {} : { [count]: without }) };
}

function byRank(left: AlertRule, right: AlertRule): number {
  return severityRank(right.severity) - severityRank(left.severity) || byLastSeen(left, right);
}

function byLastSeen(left: { readonly lastSeen: string }, right: { readonly lastSeen: string }): number {
  if (left.lastSeen === right.lastSeen) return 0;
  return left.lastSeen < right.lastSeen ? 1 : -1;
}
