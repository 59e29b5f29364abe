import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { run } from '../../support/command';
import type { Session } from '../../support/session';
import { HARNESS } from './place';

/** etcd and an API server alone: no controllers, no node. For tests that need nothing but the API. */
export interface ApiServer {
  /** As "https://127.0.0.1:PORT". */
  readonly url: string;
  /** The administrator's. */
  readonly kubeconfig: string;
  readonly auditLog: string;
  /** Pids of `etcd` and `kube-apiserver`, for tests that stop them. */
  readonly pid: (name: 'etcd' | 'kube-apiserver') => number;
  readonly close: () => Promise<void>;
}

const SCRIPT = join(HARNESS, 'api-only.sh');

/** Starts it (about 6 s) on a free port; it ends with the session. Fails when `make cluster` has not built its programs. */
export async function startApiServer(session: Session): Promise<ApiServer> {
  const directory = join(session.directory, `api-${randomBytes(2).toString('hex')}`);
  const port = await freePort();
  await run(SCRIPT, ['up', directory, String(port)], { timeout: 150_000 });
  const pid: ApiServer['pid'] = (name) => Number(readFileSync(join(directory, `${name}.pid`), 'utf8'));
  session.record(pid('etcd'));
  session.record(pid('kube-apiserver'));
  return {
    url: `https://127.0.0.1:${port}`,
    kubeconfig: join(directory, 'admin.kubeconfig'),
    auditLog: join(directory, 'audit.log'),
    pid,
    close: async () => {
      await run(SCRIPT, ['down', directory]);
    },
  };
}

/** Below the range that outgoing connections take their ports from, so none takes it before the server does. */
async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
