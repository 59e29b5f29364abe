import type { KeptAlert } from '../state/objects';

/** Alerts in one namespace and in the cluster. */
export const ALERT_CAPS = { namespace: 200, cluster: 2000 } as const;

export interface Room {
  /** Resolved alerts that have to go for a new one, those first that were resolved first. */
  readonly evicted: readonly KeptAlert[];
  /** There is none even so. */
  readonly full: boolean;
}

/** Keeps the number of alerts bounded, whatever happens in how many workloads. */
export class AlertLimits {
  constructor(
    private readonly alerts: () => Iterable<KeptAlert>,
    private readonly caps: { readonly namespace: number; readonly cluster: number } = ALERT_CAPS,
  ) {}

  roomFor(namespace: string): Room {
    const all = [...this.alerts()];
    const own = all.filter(({ metadata }) => metadata.namespace === namespace);
    const here = oldestResolved(own, own.length + 1 - this.caps.namespace);
    const left = all.filter((alert) => !here.evicted.includes(alert));
    const everywhere = oldestResolved(left, left.length + 1 - this.caps.cluster);
    return { evicted: [...here.evicted, ...everywhere.evicted], full: here.full || everywhere.full };
  }
}

function oldestResolved(alerts: readonly KeptAlert[], count: number): Room {
  if (count <= 0) return { evicted: [], full: false };
  const resolved = alerts.flatMap((alert) => (alert.status?.resolvedAt === undefined ? [] : [{ alert, at: Date.parse(alert.status.resolvedAt) }]));
  resolved.sort((left, right) => left.at - right.at);
  return { evicted: resolved.slice(0, count).map(({ alert }) => alert), full: resolved.length < count };
}
