import type { NodeSpec } from '../../contract/node';
import type { ApiObject } from '../../kube/watch-stream';
import type { Controller } from '../parts';
import type { Caches } from '../state/caches';
import { Latest } from '../state/latest';
import type { KeptSecurityNode } from '../state/node';
import { placeOf, type Writer } from './writer';

/** The specs of SecurityNodes. Several controllers write them, each only onto the version that it has read. */
export class NodeSpecs implements Controller {
  private readonly latest: Latest<KeptSecurityNode>;
  private end: () => void = () => undefined;

  constructor(
    private readonly caches: Caches,
    private readonly writer: Writer,
  ) {
    this.latest = new Latest({ get: (name) => caches.get('securitynodes', name) });
  }

  start(): void {
    this.end = this.caches.on('securitynodes', ({ kind, key, object }) => {
      if (kind === 'Deleted') this.latest.forget(key, object.metadata.uid);
      else this.latest.get(key); // lets go of what was written, when the copy has caught up
    });
  }

  stop(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  get(name: string): KeptSecurityNode | undefined {
    return this.latest.get(name);
  }

  /** Makes one; 409 where there is one already. */
  async create(name: string, nodeUid: string, spec: NodeSpec): Promise<void> {
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name, uid: nodeUid }];
    const object = { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata: { name, ownerReferences }, spec };
    this.wrote(name, await this.writer.create(placeOf('securitynodes', {}), object));
  }

  /**
   * Replaces the spec of that very generation, whatever the agent has said since; 422 where it has another by now. A JSON patch costs
   * the API server a third of an apply where the status is large.
   */
  async replace({ metadata }: KeptSecurityNode, spec: NodeSpec): Promise<KeptSecurityNode> {
    return this.wrote(metadata.name, await this.writer.patchSpec(placeOf('securitynodes', metadata), metadata, spec));
  }

  /** As it is stored now. */
  async read(name: string): Promise<KeptSecurityNode> {
    return this.wrote(name, await this.writer.read(placeOf('securitynodes', { name })));
  }

  async remove({ metadata: { name, uid } }: KeptSecurityNode): Promise<void> {
    await this.writer.remove(placeOf('securitynodes', { name }), uid);
    this.latest.deleted(name, uid);
  }

  private wrote(name: string, object: ApiObject): KeptSecurityNode {
    const kept = this.caches.keepSecurityNode(object);
    this.latest.wrote(name, kept);
    return kept;
  }
}
