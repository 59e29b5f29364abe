import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApiServer, type ApiServer } from '../../cluster/support/api-server';
import { BIN } from '../../cluster/support/place';
import { CHECKOUT } from '../../support/checkout';
import { run, type Outcome } from '../../support/command';
import type { Session } from '../../support/session';

/** An API server that knows our kinds. */
export interface Api extends ApiServer {
  /** Runs kubectl as the administrator; exit code 1 is no failure. */
  kubectl(args: readonly string[], input?: string): Promise<Outcome>;
  /** The same as whom the token was issued for. */
  kubectlAs(token: string, args: readonly string[], input?: string): Promise<Outcome>;
  /** Creates objects and fails when they are refused. */
  create(...objects: readonly object[]): Promise<void>;
}

export const CRDS = join(CHECKOUT, 'crds');

export async function startApi(session: Session): Promise<Api> {
  const server = await startApiServer(session);
  const runKubectl = (args: readonly string[], input?: string): Promise<Outcome> =>
    run(join(BIN, 'kubectl'), ['--cache-dir', join(session.directory, 'cache'), ...args], { accept: [0, 1], timeout: 60_000, ...(input === undefined ? {} : { input }) });
  const kubectl: Api['kubectl'] = (args, input) => runKubectl(['--kubeconfig', server.kubeconfig, ...args], input);
  const kubectlAs: Api['kubectlAs'] = (token, args, input) => runKubectl(['--kubeconfig', '/dev/null', '--server', server.url, '--insecure-skip-tls-verify', '--token', token, ...args], input);
  const create: Api['create'] = async (...objects) => {
    const { code, stderr } = await kubectl(['create', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
    if (code !== 0) throw new Error(stderr);
  };
  for (const args of [['apply', '--server-side', '-f', CRDS], ['wait', '--for=condition=Established', '--timeout=30s', 'crd', '--all']]) {
    const { code, stderr } = await kubectl(args);
    if (code !== 0) throw new Error(stderr);
  }
  return { ...server, kubectl, kubectlAs, create };
}

/** An admission policy of the chart, as it is installed into the namespace `stasis-system`. */
export function admissionPolicy(name: string): string {
  return readFileSync(join(CHECKOUT, 'charts/stasis/templates', `admission-${name}.yaml`), 'utf8').replaceAll('{{ .Release.Namespace }}', 'stasis-system');
}
