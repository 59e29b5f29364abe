import type { IncomingMessage } from 'node:http';
import { StatusError, TooLargeError } from './failure';

/** What every object of the API has; a reflector keeps what its `keep` makes of it. */
export interface ApiObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
  };
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: ApiObject;
}

/** The stream says something that is no event: what it meant is lost, so a list must follow. */
export class BadLineError extends Error {
  override readonly name = 'BadLineError';
}

/** Characters of one event. An object of the API has at most 1.5 MiB in its store. */
const LINE_LIMIT = 16 * 2 ** 20;

/** The events of a watch. A line that was cut off by the stream's end is left out: the next watch brings it. Throws StatusError for an ERROR event. */
export async function* watchEvents(response: IncomingMessage): AsyncGenerator<WatchEvent> {
  response.setEncoding('utf8');
  let rest = '';
  for await (const chunk of response as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    rest += first;
    for (const next of others) {
      if (rest !== '') yield parseEvent(rest);
      rest = next;
    }
    if (rest.length > LINE_LIMIT) throw new TooLargeError(`a watch event of more than ${LINE_LIMIT} characters`);
  }
}

const TYPES: readonly unknown[] = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK'] satisfies WatchEvent['type'][];

function parseEvent(line: string): WatchEvent {
  const event = parseLine(line) as { readonly type?: unknown; readonly object?: unknown };
  if (event.type === 'ERROR') {
    const { code = 500, message = '' } = (event.object ?? {}) as { readonly code?: number; readonly message?: string };
    throw new StatusError(code, `the watch ended: ${message}`);
  }
  if (TYPES.includes(event.type) && isApiObject(event.object, event.type !== 'BOOKMARK')) return event as WatchEvent;
  throw new BadLineError(`not a watch event: ${line.slice(0, 100)}`);
}

function parseLine(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // reported below, with its beginning
  }
  throw new BadLineError(`not a JSON object: ${line.slice(0, 100)}`);
}

/** A bookmark has a version and nothing else. */
export function isApiObject(value: unknown, named = true): value is ApiObject {
  const metadata = (value as Partial<ApiObject> | null | undefined)?.metadata as Partial<ApiObject['metadata']> | undefined;
  if (typeof metadata?.resourceVersion !== 'string') return false;
  return !named || (typeof metadata.name === 'string' && typeof metadata.uid === 'string');
}
