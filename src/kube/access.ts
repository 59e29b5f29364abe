import { readFileSync } from 'node:fs';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import type { Access } from './transport';

/** The way to the API server of the current context. Throws when there is none that can be used. */
export async function accessOf(config: KubeConfig): Promise<Access> {
  const cluster = config.getCurrentCluster();
  if (cluster?.server.startsWith('https://') !== true) throw new Error('no API server: neither a kubeconfig with an https address nor a service account was found');
  if (cluster.proxyUrl !== undefined) throw new Error('the kubeconfig names a proxy, which is not supported');
  const fixed: RequestOptions = {};
  await config.applyToHTTPSOptions(fixed);
  const { ca, cert, key, servername, rejectUnauthorized } = fixed;
  const tls = Object.fromEntries(Object.entries({ ca, cert, key, servername, rejectUnauthorized }).filter(([, value]) => value !== undefined));
  return { server: cluster.server, tls, headers: headersOf(config, fixed) };
}

/** What authenticates a request: what the token file holds now, what a plug-in says now, or what never changes. */
function headersOf(config: KubeConfig, fixed: RequestOptions): Access['headers'] {
  const user = config.getCurrentUser();
  const provider = user?.authProvider as { readonly config?: { readonly tokenFile?: string } } | null | undefined;
  const tokenFile = provider?.config?.tokenFile;
  if (tokenFile !== undefined) return () => Promise.resolve({ ...plain(fixed), authorization: `Bearer ${readFileSync(tokenFile, 'utf8').trim()}` });
  if (!user?.exec && !provider) return () => Promise.resolve(plain(fixed));
  return async () => {
    const now: RequestOptions = {};
    await config.applyToHTTPSOptions(now);
    return plain(now);
  };
}

function plain({ headers, auth }: RequestOptions): Record<string, string> {
  const given = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return typeof auth === 'string' ? { ...given, authorization: `Basic ${Buffer.from(auth).toString('base64')}` } : given;
}
