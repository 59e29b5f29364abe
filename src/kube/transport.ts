import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request, type AgentOptions } from 'node:https';
import type { Clock } from '../clock';
import { StatusError, TooLargeError } from './failure';
import { nowMs, sleep } from './pace';

/** How to reach and convince one API server. */
export interface Access {
  /** https://host:port, with a path before the API's where there is one. */
  readonly server: string;
  readonly tls: Pick<AgentOptions, 'ca' | 'cert' | 'key' | 'servername' | 'rejectUnauthorized'>;
  /** Asked for each request: tokens rotate. */
  headers(): Promise<Readonly<Record<string, string>>>;
}

/** One attempt of a request, for metrics. `code` is the HTTP status, `deadline` or `connection`. */
export interface Attempt {
  readonly verb: string;
  readonly resource: string;
  readonly code: string;
  readonly seconds: number;
}

export interface TransportOptions {
  readonly access: Access;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly observe?: (attempt: Attempt) => void;
  /** Of a call with everything that it waits for, in milliseconds (default 10 s). */
  readonly deadline?: number;
}

export interface Call {
  readonly method: string;
  /** From `/api` or `/apis` on, or absolute. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly deadline?: number;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Idle connections are closed before the API server does it (90 s), so that no request meets a closing one. */
const IDLE_MS = 60_000;
/** Of silence, before a connection is probed. */
const KEEP_ALIVE_MS = 15_000;
const ANSWER_LIMIT = 64 * 2 ** 20;
const LONGEST_RETRY_AFTER_MS = 60_000;
/** Of one call, each after the wait that the server asked for. */
const REPEATS = 3;

/** Every request to one API server, over one pool of kept connections. */
export class Transport {
  private readonly agent: Agent;

  constructor(private readonly options: TransportOptions) {
    this.agent = new Agent({ ...options.access.tls, keepAlive: true, keepAliveMsecs: KEEP_ALIVE_MS, timeout: IDLE_MS, maxFreeSockets: 8, scheduling: 'lifo' });
  }

  get server(): string {
    return this.options.access.server;
  }

  /** Resolves with the answer, whatever its status; waits and repeats where the server asks for it and the deadline allows. */
  async call(call: Call): Promise<Answer> {
    const { clock } = this.options;
    const until = nowMs(clock) + (call.deadline ?? this.options.deadline ?? 10_000);
    for (let repeats = 0; ; repeats++) {
      const answer = await this.attempt(call, until - nowMs(clock), collect);
      const wait = retryAfterMs(answer.status, answer.headers);
      if (wait === undefined || repeats === REPEATS || nowMs(clock) + wait >= until) return answer;
      await sleep(clock, wait, call.signal ?? new AbortController().signal);
    }
  }

  /** The same for JSON; rejects with a StatusError unless the server answers 2xx. */
  async json(call: Call): Promise<unknown> {
    const answer = await this.call({ ...call, headers: { accept: 'application/json', ...call.headers } });
    if (!isSuccess(answer.status)) throw statusError(answer);
    return JSON.parse(answer.body.toString());
  }

  /** An answer without end, such as a watch. The deadline is that of its first byte; `signal` ends it. */
  open(call: Call): Promise<IncomingMessage> {
    return this.attempt(call, call.deadline ?? this.options.deadline ?? 10_000, async (response) => {
      if (isSuccess(response.statusCode ?? 0)) return response;
      throw statusError(await collect(response));
    });
  }

  /** Ends the connections, with what is under way on them. */
  close(): void {
    this.agent.destroy();
  }

  private async attempt<T>(call: Call, deadline: number, use: (response: IncomingMessage) => Promise<T>): Promise<T> {
    const { access, clock, userAgent, observe } = this.options;
    const began = nowMs(clock);
    const url = new URL(call.url.startsWith('/') ? access.server + call.url : call.url);
    const tell = (code: string): void => observe?.({ ...naming(call.method, url), code, seconds: (nowMs(clock) - began) / 1000 });
    const limit = new AbortController();
    const timer = clock.after(deadline, () => limit.abort());
    try {
      const headers = { 'user-agent': userAgent, ...call.headers, ...(await access.headers()) };
      const response = await this.send({ ...call, url: url.href, headers }, limit.signal);
      const result = await use(response);
      tell(String(response.statusCode));
      return result;
    } catch (error) {
      const late = limit.signal.aborted;
      tell(error instanceof StatusError ? String(error.code) : late ? 'deadline' : 'connection');
      throw late ? new Error(`no answer to ${call.method} ${url.pathname} within ${Math.round(deadline)} ms`) : error;
    } finally {
      timer.cancel();
    }
  }

  private send({ method, url, headers = {}, body, signal }: Call, limit: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) }, agent: this.agent });
      const end = (): unknown => sent.destroy(new Error('aborted'));
      for (const reason of [signal, limit]) reason?.addEventListener('abort', end);
      sent.on('close', () => [signal, limit].forEach((reason) => reason?.removeEventListener('abort', end)));
      // Node's agent does so for idle connections alone. A peer that is cut off is known 15 s and ten probes later, not when the watch would have ended.
      sent.on('socket', (socket) => socket.setKeepAlive(true, KEEP_ALIVE_MS));
      sent.on('error', reject);
      sent.on('response', resolve);
      if (signal?.aborted === true || limit.aborted) end();
      sent.end(body);
    });
  }
}

async function collect(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > ANSWER_LIMIT) throw new TooLargeError(`an answer of more than ${ANSWER_LIMIT} bytes`); // leaving the loop ends the connection
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks, length) };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** With the server's own words, where it answers with a Status object. */
function statusError({ status, headers, body }: Answer): StatusError {
  let said: unknown = body.toString('utf8', 0, 200);
  try {
    said = (JSON.parse(body.toString()) as { readonly message?: unknown } | null)?.message ?? said;
  } catch {
    // a proxy or load balancer has answered
  }
  return new StatusError(status, `the API server answered ${status}: ${String(said)}`, retryAfterMs(status, headers));
}

/** How long the server wants to be left alone: it has not done what was asked. Never less than a second. */
function retryAfterMs(status: number, headers: IncomingHttpHeaders): number | undefined {
  const seconds = Number(headers['retry-after'] ?? NaN);
  if ((status !== 429 && status < 500) || Number.isNaN(seconds)) return undefined;
  return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(1, seconds) * 1000);
}

const VERBS: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' };

/** What a request is in the words of the API. The resource carries no name, so that metrics stay few. */
function naming(method: string, { pathname, searchParams }: URL): { verb: string; resource: string } {
  const [, path = ''] = /\/(?:api\/[^/]+|apis\/[^/]+\/[^/]+)\/(.+)$/.exec(pathname) ?? [];
  const [resource = 'other', name, part] = path.replace(/^namespaces\/[^/]+\/(?!status$|finalize$)/, '').split('/');
  const read = searchParams.get('watch') !== null ? 'watch' : name === undefined ? 'list' : 'get';
  return { verb: VERBS[method] ?? read, resource: part === undefined ? resource : `${resource}/${part}` };
}
