import { StatusError } from '../../kube/failure';
import type { Transport } from '../../kube/transport';

export type DrillKind = 'pods' | 'securitypolicies' | 'containments' | 'securityalerts';

/** The objects of one namespace, as far as a drill needs them. */
export class DrillObjects {
  constructor(
    private readonly transport: Pick<Transport, 'json'>,
    private readonly namespace: string,
  ) {}

  create(kind: DrillKind, object: object): Promise<unknown> {
    return this.transport.json({ method: 'POST', url: this.place(kind), headers: { 'content-type': 'application/json' }, body: JSON.stringify(object) });
  }

  /** Undefined: there is none. */
  get(kind: DrillKind, name: string): Promise<unknown> {
    return orUndefined(this.transport.json({ method: 'GET', url: this.place(kind, name) }));
  }

  /** At most so many as fit into one answer. */
  async list(kind: DrillKind): Promise<readonly unknown[]> {
    const { items } = (await this.transport.json({ method: 'GET', url: `${this.place(kind)}?limit=500` })) as { readonly items: readonly unknown[] };
    return items;
  }

  /** Asks for it; the object may stay until others have let it go. */
  async delete(kind: DrillKind, name: string): Promise<void> {
    await orUndefined(this.transport.json({ method: 'DELETE', url: this.place(kind, name) }));
  }

  private place(kind: DrillKind, name?: string): string {
    const group = kind === 'pods' ? '/api/v1' : '/apis/stasis.dev/v1alpha1';
    return `${group}/namespaces/${this.namespace}/${kind}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
  }
}

async function orUndefined(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof StatusError && error.code === 404) return undefined;
    throw error;
  }
}
