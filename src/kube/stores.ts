import type { V1Lease } from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import type { Kube } from './client';
import { ELECTOR_TIMES, type LeaseRecord, type LeaseStore, type StoredLease } from './elector';
import { statusOf } from './failure';
import type { EventSink } from './recorder';

export interface LeaseOptions {
  readonly kube: Kube;
  readonly namespace: string;
  readonly name: string;
  /** The candidate's own pod, in that namespace: where it is deleted, the Lease that it holds is, too, and nobody waits for its end. */
  readonly pod?: { readonly name: string; readonly uid: string };
}

/** One Lease, with the deadlines that an elector with client-go's times needs. */
export function leaseStore({ kube, namespace, name, pod }: LeaseOptions): LeaseStore {
  const api = kube.api('CoordinationV1Api', ELECTOR_TIMES.renew / 2);
  const { setHeaderOptions, PatchStrategy, V1MicroTime } = kube.library;
  const owned = pod === undefined ? {} : { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', ...pod }] };
  return {
    read: async () => {
      try {
        return storedLease(await api.readNamespacedLease({ namespace, name }));
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    write: async (record, previous) => {
      const spec = specOf(record);
      if (previous === undefined) {
        const times = { acquireTime: new V1MicroTime(record.acquired), renewTime: new V1MicroTime(record.renewed) };
        return storedLease(await api.createNamespacedLease({ namespace, body: { metadata: { name, ...owned }, spec: { ...spec, ...times, holderIdentity: record.holder } } }));
      }
      // A patch that names a version is refused when the object has another, and leaves alone what it does not name.
      const body = { metadata: { resourceVersion: previous.version, ...(record.holder === '' ? {} : owned) }, spec };
      return storedLease(await api.patchNamespacedLease({ namespace, name, body }, setHeaderOptions('content-type', PatchStrategy.MergePatch)));
    },
  };
}

/** Events of one source: `controller` as `example.dev/operator`, `instance` as the pod's name (at most 128 characters). */
export function eventSink(kube: Kube, controller: string, instance: string): EventSink {
  const api = kube.api('EventsV1Api');
  const { setHeaderOptions, PatchStrategy, V1MicroTime } = kube.library;
  return {
    create: async ({ name, namespace, time, count, lastTime, ...said }) => {
      const series = count > 1 ? { series: { count, lastObservedTime: new V1MicroTime(lastTime) } } : {};
      const body = { metadata: { name, namespace }, eventTime: new V1MicroTime(time), reportingController: controller, reportingInstance: instance, ...said, ...series };
      await api.createNamespacedEvent({ namespace, body });
    },
    repeat: async ({ namespace, name, count, lastTime }) => {
      const body = { series: { count, lastObservedTime: lastTime } };
      await api.patchNamespacedEvent({ namespace, name, body }, setHeaderOptions('content-type', PatchStrategy.MergePatch));
    },
  };
}

function storedLease({ metadata, spec }: V1Lease): StoredLease {
  const { holderIdentity, leaseDurationSeconds, leaseTransitions, acquireTime, renewTime } = spec ?? {};
  return {
    version: metadata?.resourceVersion ?? '',
    record: {
      holder: holderIdentity ?? '',
      leaseSeconds: leaseDurationSeconds ?? 0,
      acquired: textOf(acquireTime),
      renewed: textOf(renewTime),
      transitions: leaseTransitions ?? 0,
    },
  };
}

/** The library declares a Date where it leaves the server's text. */
function textOf(time: Date | string | undefined): string {
  return time instanceof Date ? time.toISOString() : (time ?? '');
}

/** As a merge patch reads it: null is nobody. */
function specOf({ holder, leaseSeconds, acquired, renewed, transitions }: LeaseRecord): Record<string, unknown> {
  return { holderIdentity: holder || null, leaseDurationSeconds: leaseSeconds, acquireTime: acquired, renewTime: renewed, leaseTransitions: transitions };
}
