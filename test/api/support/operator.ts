import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kube } from '../../../src/kube/client';
import { statusOf } from '../../../src/kube/failure';
import { COMMAND } from '../../support/agent';
import { CHECKOUT } from '../../support/checkout';
import { waitFor } from '../../support/wait';
import type { Bench } from './bench';
import { rightsOf } from './rights';

export const OWN_NAMESPACE = 'stasis-system';
const ACCOUNT = { name: 'stasis-operator', namespace: OWN_NAMESPACE };

/** A cluster with the product's kinds, in which operators run with the rights of docs/rbac.md. */
export interface Operators {
  /** Starts a replica; resolves when it is ready. */
  readonly start: (name: string) => Promise<Operator>;
  /** An object as it is now; undefined: there is none. */
  get(kind: string, name: string, namespace?: string): Promise<ApiValue | undefined>;
  apply(...objects: readonly object[]): Promise<void>;
  /** Merges into the status of `name` or `namespace/name`, as the agent of a node or a kubelet would. */
  report(kind: string, place: string, status: object): Promise<void>;
  /** Requests that the operators sent so far and that change something, Leases and Events aside. */
  writes(): readonly Write[];
  /** How many requests there were so far, watches, Leases and Events aside. */
  requests(): number;
  /** What the operators asked for and have no right to, as "get securitynodes". */
  forbidden(): readonly string[];
}

export interface Operator {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly url: string;
  readonly log: () => string;
  readonly metric: (name: string) => Promise<number>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Of an object in the API, whatever is asked for. */
export interface ApiValue {
  readonly metadata: { readonly name: string; readonly uid: string; readonly generation?: number; readonly ownerReferences?: readonly { readonly uid: string }[] };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>> & { readonly conditions?: readonly Condition[] };
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** A request that was answered. */
export interface Write {
  readonly verb: string;
  readonly resource: string;
  readonly name: string;
  readonly code: number;
  readonly time: number;
}

export async function prepareOperators(bench: Bench): Promise<Operators> {
  await bench.kubectl(['apply', '-f', join(CHECKOUT, 'crds')]);
  await bench.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s']);
  await bench.kubectl(['create', 'namespace', OWN_NAMESPACE]);
  await bench.kubectl(['apply', '-f', '-'], rightsOf('The operator', ACCOUNT));
  const kubeconfig = await operatorKubeconfig(bench);
  const kube = await bench.client({ deadline: 60_000 });
  let port = 30_000 + (process.pid % 1000) * 2;
  return {
    start: (name) => startOperator(bench, { name, kubeconfig, port: port++ }),
    get: (kind, name, namespace) => read(kube, placeOf(kind, name, namespace)),
    apply: async (...objects) => {
      await bench.kubectl(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
    },
    report: async (kind, place, status) => {
      const [name = '', namespace] = place.split('/').reverse();
      const headers = { 'content-type': 'application/merge-patch+json' };
      await kube.transport.json({ method: 'PATCH', url: `${placeOf(kind, name, namespace)}/status`, headers, body: JSON.stringify({ status }) });
    },
    writes: () => writesIn(bench.server.auditLog),
    requests: () => requestsIn(bench.server.auditLog).filter(({ verb, resource }) => verb !== 'watch' && !ASIDE.includes(resource)).length,
    forbidden: () => requestsIn(bench.server.auditLog).filter(({ code }) => code === 403).map(({ verb, resource }) => `${verb} ${resource}`),
  };
}

const STASIS = '/apis/stasis.dev/v1alpha1';
/** Where the kinds are, and their plural. */
const KINDS: Readonly<Record<string, readonly [group: string, plural: string]>> = {
  ...{ node: ['/api/v1', 'nodes'], pod: ['/api/v1', 'pods'], pdb: ['/apis/policy/v1', 'poddisruptionbudgets'] },
  ...{ securitynode: [STASIS, 'securitynodes'], securityalert: [STASIS, 'securityalerts'], containment: [STASIS, 'containments'] },
  ...{ securitypolicy: [STASIS, 'securitypolicies'], clustersecuritypolicy: [STASIS, 'clustersecuritypolicies'], agentconfig: [STASIS, 'agentconfigs'] },
};

function placeOf(kind: string, name: string, namespace: string | undefined): string {
  const [group = '', plural = ''] = KINDS[kind] ?? [];
  if (plural === '') throw new Error(`unknown kind "${kind}"`);
  return `${group}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${plural}/${name}`;
}

async function read(kube: Kube, url: string): Promise<ApiValue | undefined> {
  try {
    return (await kube.transport.json({ method: 'GET', url })) as ApiValue;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function operatorKubeconfig(bench: Bench): Promise<string> {
  const { session, server } = bench;
  const token = (await bench.kubectl(['create', 'token', ACCOUNT.name, '-n', ACCOUNT.namespace, '--duration', '2h'])).trim();
  const kubeconfig = join(session.directory, 'operator.kubeconfig');
  const cluster = { server: server.url, 'certificate-authority': join(server.kubeconfig, '../pki/ca.crt') };
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1', kind: 'Config', 'current-context': 'x',
      clusters: [{ name: 'x', cluster }], users: [{ name: 'x', user: { token } }], contexts: [{ name: 'x', context: { cluster: 'x', user: 'x', namespace: OWN_NAMESPACE } }],
    }),
  );
  return kubeconfig;
}

async function startOperator({ session }: Bench, { name, kubeconfig, port }: { readonly name: string; readonly kubeconfig: string; readonly port: number }): Promise<Operator> {
  const child = session.start(COMMAND, ['operator', '--kubeconfig', kubeconfig, '--name', name, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const file = join(session.directory, `${name}.log`);
  writeFileSync(file, '');
  child.stderr?.on('data', (chunk: Buffer) => appendFileSync(file, chunk));
  const url = `http://127.0.0.1:${port}`;
  const log = (): string => readFileSync(file, 'utf8');
  await waitFor(`operator "${name}" to be ready`, async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200, { timeout: 30_000, interval: 100 }).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${log()}`);
  });
  return {
    ...{ pid: child.pid ?? 0, child, url, log },
    metric: async (metric) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lines = text.split('\n').filter((line) => line.startsWith(`${metric} `) || line.startsWith(`${metric}{`));
      return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    },
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

interface Entry {
  readonly stage: string;
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly requestReceivedTimestamp: string;
  readonly objectRef?: { readonly resource?: string; readonly subresource?: string; readonly name?: string; readonly namespace?: string };
  readonly responseStatus?: { readonly code?: number };
}

const USER = `system:serviceaccount:${ACCOUNT.namespace}:${ACCOUNT.name}`;
const ASIDE = ['leases', 'events'];
const READS = ['get', 'list', 'watch'];

function writesIn(auditLog: string): readonly Write[] {
  return requestsIn(auditLog).filter(({ verb, resource }) => !READS.includes(verb) && !ASIDE.includes(resource));
}

/** Requests of the operators that were answered. */
function requestsIn(auditLog: string): readonly Write[] {
  return entriesIn(auditLog)
    .filter(({ stage, user }) => stage === 'ResponseComplete' && user.username === USER)
    .map(({ verb, objectRef: { resource = '', subresource, name = '', namespace } = {}, responseStatus, requestReceivedTimestamp }) => ({
      ...{ verb, resource: subresource === undefined ? resource : `${resource}/${subresource}` },
      name: namespace === undefined ? name : `${namespace}/${name}`,
      code: responseStatus?.code ?? 0,
      time: Date.parse(requestReceivedTimestamp),
    }));
}

/** Users that wrote to a resource, e.g. `securitypolicies/status`. */
export function writersOf(auditLog: string, resource: string): readonly string[] {
  const [kind, part] = resource.split('/');
  const writes = entriesIn(auditLog).filter(({ verb, objectRef }) => !READS.includes(verb) && objectRef?.resource === kind && objectRef?.subresource === part);
  return [...new Set(writes.map(({ user }) => user.username))];
}

function entriesIn(auditLog: string): readonly Entry[] {
  return readFileSync(auditLog, 'utf8').split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Entry);
}
