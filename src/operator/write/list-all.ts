import type { Transport } from '../../kube/transport';

/** An object of a list, of which the metadata alone is trusted. */
export interface Listed {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion: string;
    readonly generation?: number;
    readonly finalizers?: readonly string[];
  };
  readonly spec?: unknown;
  readonly status?: unknown;
}

interface Page {
  readonly metadata: { readonly continue?: string };
  readonly items: readonly Listed[];
}

const PAGE = 500;

/** Every object of a collection as it is now. */
export async function listAll(transport: Pick<Transport, 'json'>, collection: string): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let next = ''; ; ) {
    const page = (await transport.json({ method: 'GET', url: `${collection}?limit=${PAGE}${next}` })) as Page;
    all.push(...page.items);
    if (page.metadata.continue === undefined || page.metadata.continue === '') return all;
    next = `&continue=${encodeURIComponent(page.metadata.continue)}`;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
