import { alertName, boundAlert, type AlertStatus } from '../../contract/alert';
import { statusOf } from '../../kube/failure';
import { nowMs } from '../../kube/pace';
import type { KeyedQueue } from '../../kube/queue';
import type { ApiObject } from '../../kube/watch-stream';
import { foldAlert, QUIET_MS, type SeenContainment } from '../alerts/alert';
import { AlertLimits } from '../alerts/limits';
import type { Controller, Parts } from '../parts';
import { sha256 } from '../sha256';
import { isSame } from '../sorted';
import { Latest } from '../state/latest';
import { keepAlert, type KeptAlert, type KeptContainment } from '../state/objects';
import { isOfItsPod } from '../state/own-containment';
import { Reports, workloadKey, type Workload } from '../state/reports';
import { wallMs } from '../time';
import { placeOf } from '../write/writer';
import { loop } from './loop';

/** What only counts is written as often as this; anything else after a short pause that gathers it. */
const COUNTS_EVERY_MS = 15_000;
const GATHER_MS = 1500;

const NO_ROOM_MS = 60_000;

/** Keeps one SecurityAlert for each workload in trouble. */
export class Alerts implements Controller {
  private readonly queue: KeyedQueue;
  private readonly reports: Reports;
  private readonly latest: Latest<KeptAlert>;
  private readonly limits: AlertLimits;
  private readonly writtenAt = new Map<string, number>();
  private readonly ends: (() => void)[] = [];

  constructor(private readonly parts: Parts) {
    const { caches } = parts;
    this.reports = new Reports(caches.pods);
    this.latest = new Latest({ get: (key) => caches.get('securityalerts', key) });
    this.limits = new AlertLimits(() => caches.all('securityalerts'));
    this.queue = loop(parts, { name: 'alerts', handle: (key) => this.handle(key), workers: 4 });
  }

  start(): void {
    const { caches } = this.parts;
    this.ends.push(
      caches.on('securitynodes', (change) => this.report(change)),
      caches.on('pods', ({ kind, object }) => {
        const key = kind === 'Deleted' ? undefined : this.reports.arrived(object);
        if (key !== undefined) this.look(key);
      }),
      caches.on('containments', ({ object }) => this.contained(object)),
      caches.on('securityalerts', ({ kind, key, object }) => {
        if (kind === 'Deleted') this.latest.forget(key, object.metadata.uid);
        this.alerted(object);
      }),
    );
    for (const object of caches.all('securitynodes')) this.report({ kind: 'Added', key: object.metadata.name, object });
    for (const object of caches.all('securityalerts')) this.alerted(object);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) end();
    await this.queue.stop();
  }

  private report(change: Parameters<Reports['take']>[0]): void {
    const { changed, orphans } = this.reports.take(change);
    for (const key of changed) this.look(key);
    for (const orphan of orphans) this.parts.metrics.findingsDropped(orphan, 1);
  }

  private contained({ object }: KeptContainment): void {
    const pod = object === undefined ? undefined : this.parts.caches.pods.known(object.spec.podRef.uid);
    if (pod !== undefined) this.look(workloadKey({ namespace: pod.metadata.namespace ?? '', workload: pod.workload }));
  }

  private alerted({ metadata: { namespace = '' }, workload }: KeptAlert): void {
    if (workload !== '') this.look(workloadKey({ namespace, workload }));
  }

  private look(key: string): void {
    this.queue.add(key);
  }

  private async handle(key: string): Promise<number | undefined> {
    const of = workloadOfKey(key);
    const name = alertName(of.workload, sha256);
    const known = this.latest.get(`${of.namespace}/${name}`);
    if (known !== undefined && known.status === undefined) throw new Error('its alert was written by a newer version');
    const now = wallMs(this.parts.clock);
    const containments = this.containmentsOf(of);
    const status = foldAlert(known?.status, { groups: this.reports.of(key), isReported: (id) => this.reports.isReported(id), containments, now });
    if (status === undefined) return undefined;
    const waits = this.waits(key, known?.status, status);
    if (waits > 0) return waits;
    return this.bring({ key, of, name, known, status: withUndo(status, of, containments), now });
  }

  /** Milliseconds until the change may be written. */
  private waits(key: string, before: AlertStatus | undefined, status: AlertStatus): number {
    const last = this.writtenAt.get(key);
    if (before === undefined || last === undefined) return 0;
    return last + (sameButCounts(before, status) ? COUNTS_EVERY_MS : GATHER_MS) - nowMs(this.parts.clock);
  }

  private async bring(alert: Brought): Promise<number | undefined> {
    const { known, status, now } = alert;
    const endsAt = Date.parse(status.resolvedAt ?? '') + this.parts.installation.settings.alertRetentionMs;
    if (known !== undefined && endsAt <= now) {
      await this.remove(known);
      return undefined;
    }
    if (known === undefined && !(await this.makeRoom(alert.of))) return NO_ROOM_MS;
    if (!isSame(known?.status, status) && !(await this.write(alert))) return undefined;
    return againAfter(status, endsAt, now);
  }

  /** False: its namespace is gone or going, and there can be no alert. */
  private async write({ key, of, name, known, status }: Brought): Promise<boolean> {
    const { namespace, workload } = of;
    let stored: ApiObject | undefined;
    if (known === undefined) {
      stored = await this.create(namespace, { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityAlert', metadata: { name, namespace }, spec: { workload }, status });
    } else {
      stored = await this.parts.writer.patch(placeOf('securityalerts', { namespace, name }), known.metadata.resourceVersion, [{ op: 'replace', path: '/status', value: status }]);
    }
    if (stored === undefined) return false;
    const kept = keepAlert(stored);
    this.latest.wrote(`${namespace}/${name}`, kept);
    this.writtenAt.set(key, nowMs(this.parts.clock));
    this.tell(kept, { before: known?.status, status });
    return true;
  }

  private async create(namespace: string, object: object): Promise<ApiObject | undefined> {
    const { caches, writer } = this.parts;
    const isGone = (): boolean => caches.get('namespaces', namespace)?.metadata.leaving !== false;
    try {
      return await writer.create(placeOf('securityalerts', { namespace }), object);
    } catch (error) {
      if (![403, 404].includes(statusOf(error) ?? 0) || !isGone()) throw error;
      return undefined;
    }
  }

  /** False: so many alerts are not resolved that there is no room for another one. */
  private async makeRoom({ namespace, workload }: Workload): Promise<boolean> {
    const { evicted, full } = this.limits.roomFor(namespace);
    if (!full) for (const alert of evicted) await this.remove(alert);
    if (!full) return true;
    const { events, metrics } = this.parts;
    metrics.refused('alert', 'TooManyAlerts');
    const note = `no room for an alert about ${workload}: too many are not resolved; its findings are in the status of its SecurityNode`;
    events.record({ regarding: { apiVersion: 'v1', kind: 'Namespace', name: namespace }, type: 'Warning', reason: 'TooManyAlerts', action: 'Watch', note });
    return false;
  }

  private async remove({ metadata: { namespace, name, uid, resourceVersion } }: KeptAlert): Promise<void> {
    try {
      await this.parts.writer.remove(placeOf('securityalerts', { namespace, name }), uid, resourceVersion);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    this.latest.deleted(`${namespace ?? ''}/${name}`, uid);
  }

  private containmentsOf({ namespace, workload }: Workload): readonly SeenContainment[] {
    const found: SeenContainment[] = [];
    for (const { metadata, object } of this.parts.caches.all('containments')) {
      if (metadata.namespace !== namespace || object === undefined) continue;
      const { podRef } = object.spec;
      const pod = this.parts.caches.pods.known(podRef.uid);
      if (pod?.workload !== workload || !isOfItsPod(namespace, object.spec, pod)) continue;
      const state = stateOf(object);
      found.push({ name: metadata.name, pod: podRef.name, state, holds: HOLDING.has(state) });
    }
    return found;
  }

  private tell({ metadata: { namespace = '', name, uid } }: KeptAlert, { before, status }: { readonly before: AlertStatus | undefined; readonly status: AlertStatus }): void {
    if (before?.state === status.state) return;
    const regarding = { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityAlert', namespace, name, uid };
    const type = status.state === 'Resolved' ? 'Normal' : 'Warning';
    this.parts.events.record({ regarding, type, reason: status.state, action: 'Watch', note: `${status.severity}: ${status.summary}` });
  }
}

interface Brought {
  readonly key: string;
  readonly of: Workload;
  readonly name: string;
  readonly known: KeptAlert | undefined;
  readonly status: AlertStatus;
  readonly now: number;
}

/** States of a Containment in which no process of the pod runs on; Expired goes on holding and says so. */
const HOLDING: ReadonlySet<string> = new Set(['Contained', 'Expired']);

/** Milliseconds until time alone changes it. */
function againAfter({ state, lastSeen }: AlertStatus, endsAt: number, now: number): number | undefined {
  if (state === 'Resolved') return endsAt - now;
  return state === 'Active' ? Math.max(1000, Date.parse(lastSeen) + QUIET_MS - now) : undefined;
}

function stateOf({ status }: NonNullable<KeptContainment['object']>): string {
  return status?.conditions?.find(({ type }) => type === 'Ready')?.reason ?? 'Pending';
}

function workloadOfKey(key: string): Workload {
  const [namespace = '', workload = ''] = key.split(' ');
  return { namespace, workload };
}

function withUndo(status: AlertStatus, { namespace }: Workload, containments: readonly SeenContainment[]): AlertStatus {
  const held = containments.filter(({ holds }) => holds).map(({ name }) => name);
  return held.length === 0 ? status : boundAlert({ ...status, undo: `kubectl delete containment -n ${namespace} ${held.slice(0, MOST_UNDONE).join(' ')}`.slice(0, LONGEST_UNDO) });
}

const MOST_UNDONE = 3;
const LONGEST_UNDO = 1024;

/** Whether nothing but numbers, times and samples differs. */
function sameButCounts(left: AlertStatus, right: AlertStatus): boolean {
  return JSON.stringify(shape(left)) === JSON.stringify(shape(right));
}

function shape({ state, severity, summary, rules = [], containments = [] }: AlertStatus): unknown {
  return [state, severity, summary, rules.map(({ policy, rule, mode, action, result }) => [policy, rule, mode, action, result]).sort(), containments];
}
