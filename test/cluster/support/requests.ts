import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { STATE } from './place';

export interface Answer {
  /** HTTP status. */
  readonly code: number;
  readonly message: string;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
}

/** Speaks to the API server with a token and nothing else, as a program that has stolen it would. */
export class Bearer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });
  private readonly ca = readFileSync(join(STATE, 'pki/ca.crt'));

  /** `server`: as https://10.77.0.2:6443 */
  constructor(
    private readonly server: string,
    private readonly token: string,
  ) {}

  /** Of a watch, what comes first; a list is read to its end. */
  ask({ method, path, body }: Call): Promise<Answer> {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const headers = { authorization: `Bearer ${this.token}`, accept: 'application/json', 'content-type': type };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.server), { method, headers, agent: this.agent, ca: this.ca, timeout: 20_000 }, (response) => {
        const code = response.statusCode ?? 0;
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ code, message: messageOf(text) }));
        if (!path.includes('watch=') || code !== 200) return;
        resolve({ code, message: '' });
        response.destroy();
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} takes too long`)));
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return text.slice(0, 200);
  }
}
