import type { Kube } from '../../kube/client';
import type { ApiObject } from '../../kube/watch-stream';

/** What was about to be written is another leader's business now. */
export class NotLeadingError extends Error {
  override readonly name = 'NotLeadingError';
}

/** The owner of the fields that the operator writes. */
export const MANAGER = 'stasis-operator';

export interface PatchOperation {
  readonly op: 'test' | 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}

/** Every write of a leadership. Each asks first whether it still leads. */
export class Writer {
  constructor(
    private readonly kube: Kube,
    private readonly isLeader: () => boolean,
  ) {}

  /** Server-side apply; with `metadata.resourceVersion` in the object only onto that version. */
  async apply(path: string, object: object): Promise<ApiObject> {
    this.mustLead();
    return (await this.kube.apply(path, object, { manager: MANAGER, force: true })) as ApiObject;
  }

  /** Rejects with 409 where there is one already. */
  async create(collection: string, object: object): Promise<ApiObject> {
    this.mustLead();
    const url = `${collection}?fieldManager=${MANAGER}`;
    return (await this.kube.transport.json({ method: 'POST', url, headers: JSON_BODY, body: JSON.stringify(object) })) as ApiObject;
  }

  /** JSON patch of exactly that version; another one rejects with 409. */
  patch(path: string, version: string, operations: readonly PatchOperation[]): Promise<ApiObject> {
    return this.jsonPatch(path, [{ op: 'replace', path: '/metadata/resourceVersion', value: version }, ...operations]);
  }

  /** JSON patch of exactly that generation of that object, whatever its status says by now; another one rejects with 422. */
  patchSpec(path: string, { uid, generation }: { readonly uid: string; readonly generation: number }, spec: object): Promise<ApiObject> {
    return this.jsonPatch(path, [
      { op: 'test', path: '/metadata/uid', value: uid },
      { op: 'test', path: '/metadata/generation', value: generation },
      { op: 'replace', path: '/spec', value: spec },
    ]);
  }

  /** Deletes that very object, and that version of it where one is given. */
  async remove(path: string, uid: string, version?: string): Promise<void> {
    this.mustLead();
    const preconditions = { uid, ...(version === undefined ? {} : { resourceVersion: version }) };
    await this.kube.transport.json({ method: 'DELETE', url: path, headers: JSON_BODY, body: JSON.stringify({ kind: 'DeleteOptions', apiVersion: 'v1', preconditions }) });
  }

  /** Reads what is stored now; rejects with 404 where there is none. */
  async read(path: string): Promise<ApiObject> {
    return (await this.kube.transport.json({ method: 'GET', url: path })) as ApiObject;
  }

  private async jsonPatch(path: string, operations: readonly PatchOperation[]): Promise<ApiObject> {
    this.mustLead();
    const headers = { 'content-type': 'application/json-patch+json' };
    return (await this.kube.transport.json({ method: 'PATCH', url: `${path}?fieldManager=${MANAGER}`, headers, body: JSON.stringify(operations) })) as ApiObject;
  }

  private mustLead(): void {
    if (!this.isLeader()) throw new NotLeadingError('no longer the leader');
  }
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Where an object of the product is; without a name, its collection. */
export function placeOf(plural: string, { namespace, name }: { readonly namespace?: string | undefined; readonly name?: string }): string {
  const scope = namespace === undefined ? '' : `/namespaces/${namespace}`;
  return `/apis/stasis.dev/v1alpha1${scope}/${plural}${name === undefined ? '' : `/${name}`}`;
}
