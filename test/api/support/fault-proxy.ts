import { readFileSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { ApiServer } from '../../cluster/support/api-server';

/** What the proxy does to one request instead of passing it on untouched. */
export type Fault =
  /** Answers itself. */
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: OutgoingHttpHeaders; readonly body?: string }
  /** Cuts the connection without a word. */
  | { readonly kind: 'drop' }
  /** Takes the request and says nothing; with `begun`, after the headers of a good answer. */
  | { readonly kind: 'silent'; readonly begun: boolean }
  /** Passes so many bytes of the answer, then cuts the connection. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** Passes the request on later. */
  | { readonly kind: 'delay'; readonly milliseconds: number };

export interface Seen {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly watch: boolean;
  readonly query: URLSearchParams;
  readonly fault: Fault['kind'] | undefined;
}

/** Stands before an API server, ends TLS with the server's own certificate, and does to requests what the test says. */
export class FaultProxy {
  readonly seen: Seen[] = [];
  /** TLS connections that clients opened. */
  connections = 0;
  /** Asked for each request. */
  fault: (seen: Omit<Seen, 'fault'>) => Fault | undefined = () => undefined;
  url = '';
  private readonly upstream: Agent;
  private readonly sockets = new Set<Socket>();
  private readonly server;

  private constructor(private readonly target: string, pki: string) {
    const read = (name: string): Buffer => readFileSync(join(pki, name));
    this.upstream = new Agent({ keepAlive: true, ca: read('ca.crt') });
    this.server = createServer({ key: read('apiserver.key'), cert: read('apiserver.crt') }, (from, to) => this.serve(from, to));
    this.server.on('secureConnection', (socket) => {
      this.connections++;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    });
  }

  static async before(server: ApiServer): Promise<FaultProxy> {
    const proxy = new FaultProxy(server.url, join(server.kubeconfig, '../pki'));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    proxy.url = `https://127.0.0.1:${(proxy.server.address() as AddressInfo).port}`;
    return proxy;
  }

  /** Cuts every connection that is open. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.upstream.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(from: IncomingMessage, to: ServerResponse): void {
    const { pathname, searchParams } = new URL(from.url ?? '/', this.url);
    const what = { at: Date.now(), method: from.method ?? '', path: pathname, watch: searchParams.has('watch'), query: searchParams };
    const fault = this.fault(what);
    this.seen.push({ ...what, fault: fault?.kind });
    to.on('error', () => undefined);
    if (fault === undefined) this.pass(from, to, Infinity);
    else this.act(fault, from, to);
  }

  private act(fault: Fault, from: IncomingMessage, to: ServerResponse): void {
    switch (fault.kind) {
      case 'answer':
        to.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body ?? '{}');
        return;
      case 'drop':
        from.socket.destroy();
        return;
      case 'silent':
        if (fault.begun) to.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
        return;
      case 'truncate':
        this.pass(from, to, fault.bytes);
        return;
      case 'delay':
        setTimeout(() => this.pass(from, to, Infinity), fault.milliseconds);
    }
  }

  private pass(from: IncomingMessage, to: ServerResponse, bytes: number): void {
    const headers = { ...from.headers, host: new URL(this.target).host };
    const out = request(this.target + (from.url ?? ''), { method: from.method, headers, agent: this.upstream }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers).flushHeaders();
      let left = bytes;
      answer.on('data', (chunk: Buffer) => {
        to.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) setImmediate(() => from.socket.destroy());
      });
      answer.on('end', () => to.end()).on('error', () => from.socket.destroy());
    });
    out.on('error', () => from.socket.destroy());
    to.on('close', () => out.destroy());
    from.pipe(out);
  }
}
