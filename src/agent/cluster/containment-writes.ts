import { CONTAINMENT_FINALIZER, containmentName, readContainment, type Containment, type ContainmentStatus } from '../../contract/containment';
import type { Kube } from '../../kube/client';
import { statusOf } from '../../kube/failure';
import type { ContainerView, ContainmentRef } from '../respond/journal/types';

const GROUP = '/apis/stasis.dev/v1alpha1';
const MANAGER = 'stasis-agent';
const REASON = 512;

type Json = Readonly<Record<string, unknown>>;

/** What is read of objects of any kind. */
interface Seen {
  readonly metadata: { readonly uid: string; readonly deletionTimestamp?: string };
}

/** Containments and what they hang on, read and written in the API server. Everything rejects with the server's answer. */
export class ContainmentWrites {
  constructor(
    private readonly kube: Kube,
    private readonly nodeName: string,
  ) {}

  /**
   * Makes the Containment of a pod; the one that is there already stays, unless it is not this node's or another pod's: that rejects.
   * `why`: in words for people.
   */
  async declare({ namespace, podName, podUid, name }: ContainerView, why: { readonly reason: string; readonly requestedBy: string }): Promise<void> {
    const body = {
      apiVersion: 'stasis.dev/v1alpha1',
      kind: 'Containment',
      metadata: {
        name: containmentName({ name: podName, uid: podUid }),
        namespace,
        finalizers: [CONTAINMENT_FINALIZER],
        ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: podName, uid: podUid }],
      },
      spec: { podRef: { name: podName, uid: podUid }, nodeName: this.nodeName, containers: [name], actions: ['Freeze'], reason: why.reason.slice(0, REASON), requestedBy: why.requestedBy },
    };
    const made = await this.send('POST', this.path(namespace), body).catch(unless(409));
    if (made === undefined) await this.expectOwn(namespace, body.metadata.name, podUid);
  }

  /** Adds a container to those that a Containment names, as long as it is as it was seen. */
  async append(containment: Containment, container: string): Promise<void> {
    const { metadata, spec } = containment;
    await this.merge(metadata, { metadata: { resourceVersion: metadata.resourceVersion }, spec: { containers: [...spec.containers, container] } });
  }

  async addFinalizer(containment: Containment): Promise<void> {
    await this.putFinalizers(containment, [...(containment.metadata.finalizers ?? []), CONTAINMENT_FINALIZER]);
  }

  async dropFinalizer(containment: Containment): Promise<void> {
    await this.putFinalizers(containment, (containment.metadata.finalizers ?? []).filter((name) => name !== CONTAINMENT_FINALIZER)).catch(unless(404));
  }

  async remove(namespace: string, { name, uid }: ContainmentRef): Promise<void> {
    await this.send('DELETE', this.path(namespace, name), { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid } }).catch(unless(404));
  }

  async writeStatus({ metadata: { name, namespace, uid } }: Containment, status: ContainmentStatus): Promise<void> {
    const object = { apiVersion: 'stasis.dev/v1alpha1', kind: 'Containment', metadata: { name, namespace, uid }, status };
    await this.kube.apply(`${this.path(namespace, name)}/status`, object, { manager: MANAGER, force: true }).catch(unless(404));
  }

  /** Whether some Containment of its pod holds a container, but for those in `ended`; asked of the API server itself. */
  async isHeld({ id, name, namespace, podUid }: ContainerView, ended: readonly string[]): Promise<boolean> {
    const list = (await this.kube.transport.json({ method: 'GET', url: this.path(namespace) })) as { readonly items?: readonly unknown[] };
    return (list.items ?? []).some((item) => {
      const reading = readContainment(item);
      if (!reading.ok) return false;
      const { metadata, spec, status } = reading.object;
      if (spec.nodeName !== this.nodeName || spec.podRef.uid !== podUid || !spec.containers.includes(name) || metadata.deletionTimestamp !== undefined) return false;
      if (hasEnded(status) || ended.includes(metadata.uid ?? '')) return false;
      return !heldBy(reading.object).some((held) => held.name === name && held.id !== id);
    });
  }

  /** What becomes of the pod with this UID; asked of the API server itself. */
  async lifeOf({ namespace, podName, podUid }: ContainerView): Promise<'Alive' | 'Ending' | 'Doomed'> {
    const pod = await this.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(podName)}`);
    if (pod?.metadata.uid !== podUid || pod.metadata.deletionTimestamp !== undefined) return 'Doomed';
    const place = await this.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}`);
    return place !== undefined && place.metadata.deletionTimestamp === undefined ? 'Alive' : 'Ending';
  }

  /** Names can be taken by anybody who may make a Containment; one of another node is nothing that this one acts on. */
  private async expectOwn(namespace: string, name: string, podUid: string): Promise<void> {
    const object = await this.get(this.path(namespace, name));
    if (object === undefined) return; // gone again: the journal asks once more
    const reading = readContainment(object);
    if (reading.ok && reading.object.spec.nodeName === this.nodeName && reading.object.spec.podRef.uid === podUid) return;
    throw new Error(`Containment ${namespace}/${name} is there and is not one of this pod on this node: delete it`);
  }

  private async get(url: string): Promise<Seen | undefined> {
    return (await this.kube.transport.json({ method: 'GET', url }).catch(unless(404))) as Seen | undefined;
  }

  private async putFinalizers({ metadata }: Containment, finalizers: readonly string[]): Promise<void> {
    await this.merge(metadata, { metadata: { resourceVersion: metadata.resourceVersion, finalizers } });
  }

  private merge({ namespace, name }: Containment['metadata'], change: Json): Promise<unknown> {
    const headers = { 'content-type': 'application/merge-patch+json' };
    return this.kube.transport.json({ method: 'PATCH', url: this.path(namespace, name), headers, body: JSON.stringify(change) });
  }

  private send(method: 'POST' | 'DELETE', url: string, body: Json): Promise<unknown> {
    return this.kube.transport.json({ method, url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  private path(namespace: string, name?: string): string {
    const collection = `${GROUP}/namespaces/${encodeURIComponent(namespace)}/containments`;
    return name === undefined ? collection : `${collection}/${encodeURIComponent(name)}`;
  }
}

/** Its status says that it holds nothing again. */
export function hasEnded(status: ContainmentStatus | undefined): boolean {
  const reason = status?.conditions?.find(({ type }) => type === 'Ready')?.reason;
  return reason === 'Released' || reason === 'Terminated';
}

/** The containers that its status tells of as held, now or before. */
export function heldBy({ status }: Containment): readonly { readonly name: string; readonly id: string }[] {
  return (status?.containers ?? []).flatMap(({ name, id, state }) => (id === undefined || state === 'Pending' || state === 'Refused' ? [] : [{ name, id }]));
}

/** Takes an answer with this status for a success. */
function unless(code: number): (error: unknown) => undefined {
  return (error) => {
    if (statusOf(error) !== code) throw error;
  };
}
