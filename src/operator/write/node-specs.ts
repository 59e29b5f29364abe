import type { NodeSpec } from '../../contract/node';
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
    });
  }

  stop(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  get(name: string): KeptSecurityNode | undefined {
    return this.latest.get(name);
  }

  /** Makes one; 409 where there is one of another Node. */
  async create(name: string, nodeUid: string, spec: NodeSpec): Promise<void> {
    await this.apply(name, { owner: nodeUid, version: undefined, spec });
  }

  /** Replaces the spec of that very version; 409 where it has another by now. */
  async replace({ metadata, owner = '' }: KeptSecurityNode, spec: NodeSpec): Promise<KeptSecurityNode> {
    return this.apply(metadata.name, { owner, version: metadata.resourceVersion, spec });
  }

  /** As it is stored now. */
  async read(name: string): Promise<KeptSecurityNode> {
    const found = this.caches.keepSecurityNode(await this.writer.read(placeOf('securitynodes', { name })));
    this.latest.wrote(name, found);
    return found;
  }

  async remove({ metadata: { name, uid } }: KeptSecurityNode): Promise<void> {
    await this.writer.remove(placeOf('securitynodes', { name }), uid);
    this.latest.deleted(name, uid);
  }

  private async apply(name: string, { owner, version, spec }: { readonly owner: string; readonly version: string | undefined; readonly spec: NodeSpec }): Promise<KeptSecurityNode> {
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name, uid: owner }];
    const metadata = { name, ownerReferences, ...(version === undefined ? {} : { resourceVersion: version }) };
    const stored = await this.writer.apply(placeOf('securitynodes', { name }), { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata, spec });
    const kept = this.caches.keepSecurityNode(stored);
    this.latest.wrote(name, kept);
    return kept;
  }
}
