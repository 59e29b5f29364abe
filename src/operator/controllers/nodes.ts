import type { NodeSpec } from '../../contract/node';
import { statusOf } from '../../kube/failure';
import type { KeyedQueue } from '../../kube/queue';
import type { Controller, Parts } from '../parts';
import { isSame } from '../sorted';
import { Latest } from '../state/latest';
import type { KeptSecurityNode } from '../state/node';
import type { KeptNode } from '../state/objects';
import { placeOf } from '../write/writer';
import { loop } from './loop';

/** Makes a SecurityNode for each Node, writes what the installation wants into its spec, and removes it with the Node. */
export class Nodes implements Controller {
  private readonly queue: KeyedQueue;
  private readonly ends: (() => void)[] = [];
  private readonly latest: Latest<KeptSecurityNode>;
  /** Generations of specs that were found right: changes of status alone are nobody's business here. */
  private readonly looked = new Map<string, number>();

  constructor(private readonly parts: Parts) {
    this.latest = new Latest({ get: (name) => parts.caches.get('securitynodes', name) });
    this.queue = loop(parts, { name: 'nodes', handle: (name) => this.handle(name), workers: 4 });
  }

  start(): void {
    const { caches, installation } = this.parts;
    const all = (): void => {
      for (const { metadata } of caches.all('nodes')) this.queue.add(metadata.name);
    };
    this.ends.push(
      caches.on('nodes', ({ key, kind }) => {
        if (kind !== 'Modified') this.queue.add(key);
      }),
      caches.on('securitynodes', ({ key, kind, object }) => {
        if (kind === 'Deleted') this.latest.forget(key, object.metadata.uid);
        if (kind !== 'Modified' || object.metadata.generation !== this.looked.get(key)) this.queue.add(key);
      }),
      installation.on(all),
    );
    all();
    for (const { metadata } of caches.all('securitynodes')) this.queue.add(metadata.name);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) end();
    await this.queue.stop();
  }

  private async handle(name: string): Promise<undefined> {
    const node = this.parts.caches.get('nodes', name);
    const known = this.latest.get(name);
    if (known !== undefined && known.owner !== node?.metadata.uid) await this.remove(name, known);
    else if (node !== undefined) await this.bring(name, node, known);
    return undefined;
  }

  /** Of a Node that is gone, or of an earlier one of this name. */
  private async remove(name: string, { metadata }: KeptSecurityNode): Promise<void> {
    try {
      await this.parts.writer.remove(placeOf('securitynodes', { name }), metadata.uid);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    this.latest.deleted(name, metadata.uid);
    this.looked.delete(name);
    this.queue.add(name);
  }

  private async bring(name: string, node: KeptNode, known: KeptSecurityNode | undefined): Promise<void> {
    const { settings, nodeSettings } = this.parts.installation;
    const spec: NodeSpec = { ...known?.spec, mode: settings.mode, settings: nodeSettings };
    if (!isSame(known?.spec, spec)) await this.write(name, { node, known, spec });
    this.looked.set(name, this.latest.get(name)?.metadata.generation ?? 0);
  }

  private async write(name: string, { node, known, spec }: { readonly node: KeptNode; readonly known: KeptSecurityNode | undefined; readonly spec: NodeSpec }): Promise<void> {
    const version = known === undefined ? {} : { resourceVersion: known.metadata.resourceVersion };
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name, uid: node.metadata.uid }];
    const object = { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata: { name, ownerReferences, ...version }, spec };
    const stored = await this.parts.writer.apply(placeOf('securitynodes', { name }), object);
    this.latest.wrote(name, this.parts.caches.keepSecurityNode(stored));
  }
}
