import type { NodeSpec } from '../../contract/node';
import { statusOf } from '../../kube/failure';
import type { KeyedQueue } from '../../kube/queue';
import type { Controller, Parts } from '../parts';
import { isSame } from '../sorted';
import type { KeptSecurityNode } from '../state/node';
import type { KeptNode } from '../state/objects';
import type { NodeSpecs } from '../write/node-specs';
import { loop } from './loop';

/** Makes a SecurityNode for each Node, writes what the installation wants into its spec, and removes it with the Node. */
export class Nodes implements Controller {
  private readonly queue: KeyedQueue;
  private readonly ends: (() => void)[] = [];
  /** Generations of specs that were found right: changes of status alone are nobody's business here. */
  private readonly looked = new Map<string, number>();

  constructor(
    private readonly parts: Parts,
    private readonly specs: NodeSpecs,
  ) {
    this.queue = loop(parts, { name: 'nodes', handle: (name) => this.handle(name), workers: 2 });
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
    const known = this.specs.get(name);
    if (known !== undefined && known.owner !== node?.metadata.uid) await this.remove(name, known);
    else if (node !== undefined) await this.bring(name, node, known);
    return undefined;
  }

  private async replace(known: KeptSecurityNode, spec: NodeSpec): Promise<void> {
    try {
      await this.specs.replace(known, spec);
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      const stored = await this.specs.read(known.metadata.name);
      if (stored.metadata.generation === known.metadata.generation) throw error; // the API server does not take such a spec
      this.queue.add(known.metadata.name);
    }
  }

  /** Of a Node that is gone, or of an earlier one of this name. */
  private async remove(name: string, known: KeptSecurityNode): Promise<void> {
    try {
      await this.specs.remove(known);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    this.looked.delete(name);
    this.queue.add(name);
  }

  private async bring(name: string, node: KeptNode, known: KeptSecurityNode | undefined): Promise<void> {
    const { settings, nodeSettings } = this.parts.installation;
    const spec: NodeSpec = { ...known?.spec, mode: settings.mode, settings: nodeSettings };
    if (known === undefined) await this.specs.create(name, node.metadata.uid, spec);
    else if (!isSame(known.spec, spec)) await this.replace(known, spec);
    this.looked.set(name, this.specs.get(name)?.metadata.generation ?? 0);
  }
}
