import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Whether the process does its work, and what is missing. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: () => Promise<string>;
  readonly readiness: () => Readiness;
}

const TIMEOUT_MS = 5000;
const MAX_CONNECTIONS = 64;

/**
 * Serves /metrics, /healthz (the event loop turns) and /readyz (what the caller says). Anybody who reaches the port may open connections:
 * where there are as many as may be, the oldest makes place for a new one, so that nobody who holds many keeps the kubelet out.
 */
export function serveHttp(options: HttpOptions): Promise<{ readonly port: number; close(): void }> {
  const server = createServer({ connectionsCheckingInterval: TIMEOUT_MS }, (request, response) => {
    answer(request, response, options).catch(() => response.destroy());
  });
  server.requestTimeout = TIMEOUT_MS;
  server.headersTimeout = TIMEOUT_MS;
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const [oldest] = open;
    if (open.size > MAX_CONNECTIONS) oldest?.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : options.port,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

interface Reply {
  readonly code: number;
  readonly type: string;
  readonly body: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> {
  const reply = request.method === 'GET' || request.method === 'HEAD' ? await replyTo(request.url, options) : { code: 405, type: 'text/plain', body: 'only GET\n' };
  response.writeHead(reply.code, { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

async function replyTo(url: string | undefined, options: HttpOptions): Promise<Reply> {
  switch (url) {
    case '/metrics':
      return { code: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: await options.metrics() };
    case '/healthz':
      return { code: 200, type: 'text/plain', body: 'ok\n' };
    case '/readyz': {
      const readiness = options.readiness();
      return { code: readiness.ready ? 200 : 503, type: 'application/json', body: `${JSON.stringify(readiness)}\n` };
    }
    default:
      return { code: 404, type: 'text/plain', body: 'known are /metrics, /healthz, /readyz\n' };
  }
}

/** Splits `host:port`, `[v6]:port` or `:port` (all addresses); undefined when it is none of these. */
export function parseListen(text: string): { readonly host: string; readonly port: number } | undefined {
  const match = /^(?:\[([0-9a-fA-F:]+)\]|([^:]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port > 65535) return undefined;
  const host = match[1] ?? match[2] ?? '';
  return { host: host === '' ? '::' : host, port };
}
