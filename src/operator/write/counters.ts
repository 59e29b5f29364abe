import { statusOf } from '../../kube/failure';
import type { ApiObject } from '../../kube/watch-stream';
import type { Writer } from './writer';

/** Numbers that only rise, whoever leads: kept in a ConfigMap, taken in blocks. */
export interface CounterOptions {
  readonly writer: Writer;
  readonly namespace: string;
  readonly name: string;
  /** The highest ones that are seen in objects, should the ConfigMap have been lost. */
  readonly atLeast: { readonly term: number; readonly revision: number };
}

/** Another leader has begun. */
export class DeposedError extends Error {
  override readonly name = 'DeposedError';
}

interface Stored {
  readonly version: string | undefined;
  readonly term: number;
  readonly revision: number;
}

const BLOCK = 100;
const TRIES = 5;

export class Counters {
  private next: number;
  private end: number;

  private constructor(
    private readonly options: CounterOptions,
    /** The number of this leadership, greater than any before. */
    readonly term: number,
    private stored: Stored,
  ) {
    this.next = this.end = stored.revision + 1;
  }

  /** Begins a leadership. */
  static async begin(options: CounterOptions): Promise<Counters> {
    for (let tries = 1; ; tries++) {
      const { version, ...found } = await read(options);
      const term = Math.max(found.term, options.atLeast.term) + 1;
      const revision = Math.max(found.revision, options.atLeast.revision);
      try {
        return new Counters(options, term, await write(options, { version, term, revision }));
      } catch (error) {
        if (statusOf(error) !== 409 || tries === TRIES) throw error;
      }
    }
  }

  /** The next revision. Some numbers are left out where a leader ended. */
  async revision(): Promise<number> {
    if (this.next >= this.end) {
      await this.reserve();
    }
    return this.next++;
  }

  private async reserve(): Promise<void> {
    const revision = Math.max(this.stored.revision, this.next - 1) + BLOCK;
    try {
      this.stored = await write(this.options, { ...this.stored, revision });
    } catch (error) {
      if (![404, 409].includes(statusOf(error) ?? 0)) throw error;
      const found = await read(this.options);
      if (found.term > this.term) throw new DeposedError('another operator leads');
      this.stored = await write(this.options, { version: found.version, term: this.term, revision: Math.max(revision, found.revision + BLOCK) });
    }
    this.next = Math.max(this.next, this.stored.revision - BLOCK + 1);
    this.end = this.stored.revision + 1;
  }
}

async function read({ writer, namespace, name }: CounterOptions): Promise<Stored> {
  try {
    return storedIn(await writer.read(`/api/v1/namespaces/${namespace}/configmaps/${name}`));
  } catch (error) {
    if (statusOf(error) === 404) return { version: undefined, term: 0, revision: 0 };
    throw error;
  }
}

async function write({ writer, namespace, name }: CounterOptions, { version, term, revision }: Stored): Promise<Stored> {
  const collection = `/api/v1/namespaces/${namespace}/configmaps`;
  const data = { term: String(term), revision: String(revision) };
  if (version === undefined) return storedIn(await writer.create(collection, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data }));
  return storedIn(await writer.patch(`${collection}/${name}`, version, [{ op: 'add', path: '/data', value: data }]));
}

/** What is no number counts as 0; the objects themselves say more then. */
function storedIn(object: ApiObject & { readonly data?: Readonly<Record<string, string>> }): Stored {
  const { term = '0', revision = '0' } = object.data ?? {};
  return { version: object.metadata.resourceVersion, term: numberIn(term), revision: numberIn(revision) };
}

function numberIn(text: string): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
