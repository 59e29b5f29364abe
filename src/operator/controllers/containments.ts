import { CONTAINMENT_FINALIZER } from '../../contract/containment';
import { statusOf } from '../../kube/failure';
import type { KeyedQueue } from '../../kube/queue';
import type { Controller, Parts } from '../parts';
import type { KeptContainment, KeptNode } from '../state/objects';
import { wallMs } from '../time';
import { placeOf } from '../write/writer';
import { loop } from './loop';

/** A node that is not ready for so long is not waited for; nor is one for this long where the pod's namespace is being deleted. */
const NOT_READY_MS = 300_000;
const NOT_READY_GOING_MS = 30_000;

/** Why nobody is left who could let the pod go. */
type Reason = 'PodGone' | 'NodeGone' | 'NodeNotReady';

const WORDS: Readonly<Record<Reason, string>> = {
  PodGone: 'the pod is gone',
  NodeGone: 'the node is gone',
  NodeNotReady: 'the node is not ready, and was waited for long enough; its agent lets the pod go when it is back',
};

/** Lets Containments go that were deleted and whose agent cannot answer any more. */
export class Containments implements Controller {
  private readonly queue: KeyedQueue;
  private readonly ends: (() => void)[] = [];

  constructor(private readonly parts: Parts) {
    this.queue = loop(parts, { name: 'containments', handle: (key) => this.handle(key), workers: 2 });
  }

  start(): void {
    const { caches } = this.parts;
    this.ends.push(
      caches.on('containments', ({ key, object }) => {
        if (isWaiting(object)) this.queue.add(key);
      }),
      caches.on('namespaces', ({ key, object }) => {
        if (object.metadata.leaving) this.look((_, namespace) => namespace === key);
      }),
      caches.on('nodes', ({ key }) => this.look(({ nodeName }) => nodeName === key)),
      caches.on('pods', ({ kind, object }) => {
        if (kind === 'Deleted') this.look(({ podRef }) => podRef.uid === object.metadata.uid);
      }),
    );
    this.look(() => true);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) end();
    await this.queue.stop();
  }

  private look(concerns: (spec: NonNullable<KeptContainment['object']>['spec'], namespace: string) => boolean): void {
    for (const containment of this.parts.caches.all('containments')) {
      const { metadata, object } = containment;
      if (isWaiting(containment) && object !== undefined && concerns(object.spec, metadata.namespace ?? '')) this.queue.add(`${metadata.namespace ?? ''}/${metadata.name}`);
    }
  }

  private async handle(key: string): Promise<number | undefined> {
    const containment = this.parts.caches.get('containments', key);
    if (containment?.object === undefined || !isWaiting(containment)) return undefined;
    const found = await this.judge(containment, containment.object.spec);
    if (typeof found !== 'string') return found;
    await this.release(containment, found);
    return undefined;
  }

  /** The reason to let it go, or when to look again. What a copy does not have is asked of the API server itself: copies may be behind. */
  private async judge({ metadata }: KeptContainment, { podRef, nodeName }: NonNullable<KeptContainment['object']>['spec']): Promise<Reason | number | undefined> {
    const { caches } = this.parts;
    const pod = caches.pods.get(podRef.uid);
    if (pod === undefined && (await this.uidOf(`/api/v1/namespaces/${metadata.namespace ?? ''}/pods/${podRef.name}`)) !== podRef.uid) return 'PodGone';
    const node = caches.get('nodes', nodeName);
    if (node === undefined) return (await this.uidOf(`/api/v1/nodes/${nodeName}`)) === undefined ? 'NodeGone' : SOON_MS;
    if (node.ready) return undefined;
    const left = this.waitsFor(node, metadata.namespace ?? '');
    return left > 0 ? left : 'NodeNotReady';
  }

  /** Milliseconds that a node which is not ready is waited for. */
  private waitsFor({ since }: KeptNode, namespace: string): number {
    const { caches, clock } = this.parts;
    const isGoing = caches.get('namespaces', namespace)?.metadata.leaving !== false;
    const patience = isGoing ? NOT_READY_GOING_MS : NOT_READY_MS;
    const left = Date.parse(since) + patience - wallMs(clock);
    return Number.isNaN(left) ? patience : left;
  }

  private async uidOf(path: string): Promise<string | undefined> {
    try {
      return (await this.parts.writer.read(path)).metadata.uid;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  private async release({ metadata, finalizers }: KeptContainment, reason: Reason): Promise<void> {
    const { writer, events, metrics, logger } = this.parts;
    const { namespace, name, uid, resourceVersion } = metadata;
    const path = `/metadata/finalizers/${finalizers.indexOf(CONTAINMENT_FINALIZER)}`;
    try {
      await writer.patch(placeOf('containments', { namespace, name }), resourceVersion, [{ op: 'test', path, value: CONTAINMENT_FINALIZER }, { op: 'remove', path }]);
    } catch (error) {
      if (statusOf(error) === 404) return;
      throw error;
    }
    metrics.refused('thaw', reason);
    logger.info('a Containment goes without its agent', { containment: `${namespace ?? ''}/${name}`, reason });
    const regarding = { apiVersion: 'stasis.dev/v1alpha1', kind: 'Containment', name, uid, ...(namespace === undefined ? {} : { namespace }) };
    events.record({ regarding, type: 'Warning', reason, action: 'DropFinalizer', note: `Nobody thawed it: ${WORDS[reason]}` });
  }
}

const SOON_MS = 1000;

function isWaiting({ metadata, finalizers }: KeptContainment): boolean {
  return metadata.leaving && finalizers.includes(CONTAINMENT_FINALIZER);
}
