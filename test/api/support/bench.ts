import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock';
import { Kube, type KubeOptions } from '../../../src/kube/client';
import { startApiServer, type ApiServer } from '../../cluster/support/api-server';
import { BIN } from '../../cluster/support/place';
import { run } from '../../support/command';
import { openSession, type Session } from '../../support/session';
import { FaultProxy } from './fault-proxy';

export const clock = systemClock();

/** An API server of its own, a proxy before it, and a client that is an administrator by a token in a file. */
export interface Bench {
  readonly session: Session;
  readonly server: ApiServer;
  readonly proxy: FaultProxy;
  readonly tokenFile: string;
  /** Straight to the server. */
  kubectl(args: readonly string[], input?: string): Promise<string>;
  /** A new token of the administrator's service account. */
  token(): Promise<string>;
  /** A client through the proxy. */
  client(options?: Partial<KubeOptions>): Promise<Kube>;
  close(): Promise<void>;
}

const ADMIN = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'tester', namespace: 'default' } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'tester' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name: 'tester', namespace: 'default' }],
    },
  ],
});

export async function openBench(): Promise<Bench> {
  const session = openSession();
  const clients: Kube[] = [];
  try {
    const server = await startApiServer(session);
    const proxy = await FaultProxy.before(server);
    const kubectl: Bench['kubectl'] = async (args, input) => {
      const outcome = await run(join(BIN, 'kubectl'), ['--kubeconfig', server.kubeconfig, ...args], { timeout: 60_000, ...(input !== undefined && { input }) });
      return outcome.stdout;
    };
    await kubectl(['apply', '-f', '-'], ADMIN);
    const token: Bench['token'] = async () => (await kubectl(['create', 'token', 'tester', '--namespace', 'default'])).trim();
    const tokenFile = join(session.directory, 'token');
    writeFileSync(tokenFile, await token());
    const kubeconfig = join(session.directory, 'proxied.kubeconfig');
    writeFileSync(kubeconfig, kubeconfigOf(proxy.url, join(server.kubeconfig, '../pki/ca.crt'), tokenFile));
    return {
      session, server, proxy, tokenFile, kubectl, token,
      client: async (options = {}) => {
        const kube = await Kube.open({ clock, userAgent: 'test', kubeconfig, ...options });
        clients.push(kube);
        return kube;
      },
      close: async () => {
        for (const kube of clients) kube.close();
        await proxy.close();
        await server.close();
        await session.close();
      },
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

function kubeconfigOf(server: string, ca: string, tokenFile: string): string {
  return JSON.stringify({
    apiVersion: 'v1', kind: 'Config', 'current-context': 'x',
    clusters: [{ name: 'x', cluster: { server, 'certificate-authority': ca } }],
    users: [{ name: 'x', user: { 'auth-provider': { name: 'tokenFile', config: { tokenFile } } } }],
    contexts: [{ name: 'x', context: { cluster: 'x', user: 'x' } }],
  });
}
