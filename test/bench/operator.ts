import { setTimeout as sleep } from 'node:timers/promises';
import { openBench, type Bench } from '../api/support/bench';
import { SETTINGS } from '../api/support/node';
import { aNamespace, aNode, aSecurityPolicy } from '../api/support/objects';
import { OWN_NAMESPACE, prepareOperators, type Operator, type Operators } from '../api/support/operator';
import { waitFor } from '../support/wait';
import type { Figure } from './figure';
import { fullPermits, fullStatus } from './full-node';
import type { Scale } from './scale';
import type { Section } from './table';

const STASIS = '/apis/stasis.dev/v1alpha1';
const POLICIES = `${STASIS}/namespaces/shop/securitypolicies`;
const AT_ONCE = 8;
const LONG = { timeout: 900_000, interval: 1000 };
const SOON = { timeout: 60_000, interval: 20 };

/** The operator beside a real API server, whose load is in every figure. */
export async function operator(scale: Scale): Promise<readonly Section[]> {
  const bench = await openBench();
  try {
    const operators = await prepareOperators(bench);
    await operators.apply(aNamespace('shop'), aNode('n1'));
    const cluster = new Cluster(bench, operators);
    const policies = await withPolicies(cluster, scale);
    return [{ title: 'Operator, with the API server on the same machine', figures: [...policies, ...(await withNodes(cluster, scale))] }];
  } finally {
    await bench.close();
  }
}

class Cluster {
  private readonly kube: ReturnType<Bench['client']>;

  constructor(
    bench: Bench,
    readonly operators: Operators,
  ) {
    this.kube = bench.client({ deadline: 60_000 });
  }

  async send(method: string, url: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' };
    return (await this.kube).transport.json({ method, url, ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }) });
  }

  /** Does something for each number from 0 on, a few at a time. */
  async each(count: number, act: (index: number) => Promise<unknown>): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < count) await act(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  async countOf(plural: string): Promise<number> {
    const { items, metadata } = (await this.send('GET', `${STASIS}/${plural}?limit=1`)) as { items: readonly unknown[]; metadata: { remainingItemCount?: number } };
    return items.length + (metadata.remainingItemCount ?? 0);
  }

  async revisionOf(policy: string): Promise<number> {
    return ((await this.operators.get('agentconfig', `ns.shop.${policy}`))?.spec['revision'] as number | undefined) ?? 0;
  }

  async start(name: string): Promise<Operator> {
    const started = await this.operators.start(name);
    await waitFor('it to lead', async () => (await started.metric('stasis_leader')) === 1, LONG);
    return started;
  }
}

async function withPolicies(cluster: Cluster, { clusterPolicies, publishes }: Scale): Promise<readonly Figure[]> {
  const running = await cluster.start('policies');
  const began = performance.now();
  await cluster.each(clusterPolicies / 2, (index) => cluster.send('POST', POLICIES, aSecurityPolicy(`many-${index}`)));
  const applied = performance.now();
  await waitFor('them to be published', async () => (await cluster.countOf('agentconfigs')) === clusterPolicies / 2, { ...LONG, interval: 50 });
  const published = performance.now();
  await cluster.each(clusterPolicies / 2, (index) => cluster.send('POST', POLICIES, aSecurityPolicy(`many-${index + clusterPolicies / 2}`)));
  await waitFor('all to be published', async () => (await cluster.countOf('agentconfigs')) === clusterPolicies, LONG);
  await sleep(30_000); // their statuses
  const edits: number[] = [];
  for (let round = 0; round < 5 * publishes; round++) edits.push(await edit(cluster, round));
  await running.stop();
  return [
    { name: `${clusterPolicies / 2} policies at once: applied`, unit: 's', rounds: [[(applied - began) / 1000]] },
    { name: `${clusterPolicies / 2} policies at once: from the last one until all are published`, unit: 's', rounds: [[(published - applied) / 1000]] },
    { name: `one edit beside ${clusterPolicies} policies → its AgentConfig`, unit: 'ms', rounds: [edits], targets: [{ of: 'p99', limit: 1000 }] },
  ];
}

async function edit(cluster: Cluster, round: number): Promise<number> {
  const before = await cluster.revisionOf('many-0');
  const rules = [{ name: `edit-${round}`, severity: 'Low', process: { origin: ['Written'] }, respond: ['Kill'] }];
  const began = performance.now();
  await cluster.send('PATCH', `${POLICIES}/many-0`, { spec: { rules } });
  await waitFor('the edit to be published', async () => (await cluster.revisionOf('many-0')) > before, SOON);
  return performance.now() - began;
}

/** As after a restart: the nodes are there, with everything that they have to say. */
async function withNodes(cluster: Cluster, { nodes, idleSeconds }: Scale): Promise<readonly Figure[]> {
  await cluster.each(nodes, (index) => makeNode(cluster, `full-${index}`));
  const running = await cluster.start('nodes');
  const memory = async (): Promise<number> => (await running.metric('process_resident_memory_bytes')) / 2 ** 20;
  const samples: number[] = [];
  let written = -1;
  let quiet = 0;
  // Every node is taken over with a write; then it is quiet.
  await waitFor('the operator to be quiet', async () => {
    samples.push(await memory());
    const now = cluster.operators.requests();
    quiet = now === written ? quiet + 1 : 0;
    written = now;
    return quiet === 3;
  }, { timeout: 1_800_000, interval: 5000 });
  const from = Date.now();
  await sleep(idleSeconds * 1000);
  const minutes = (Date.now() - from) / 60_000;
  const requests = (cluster.operators.requests() - written) / minutes;
  const idle = await memory();
  await running.stop();
  return [
    { name: `memory while it takes ${nodes} full SecurityNodes over`, unit: 'MB', rounds: [samples], targets: [{ of: 'max', limit: 300 }] },
    { name: `memory beside ${nodes} full SecurityNodes, idle`, unit: 'MB', rounds: [[idle]], targets: [{ of: 'max', limit: 300 }] },
    { name: 'requests in a minute, idle (watches, the Lease and Events aside)', unit: '', rounds: [[requests]] },
  ];
}

async function makeNode(cluster: Cluster, name: string): Promise<void> {
  const { metadata } = (await cluster.send('POST', '/api/v1/nodes', aNode(name))) as { metadata: { uid: string } };
  const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name, uid: metadata.uid }];
  const settings = { ...SETTINGS, freezesPerMinute: 10, protected: { ...SETTINGS.protected, namespaces: ['kube-system', OWN_NAMESPACE] } };
  await cluster.send('POST', `${STASIS}/securitynodes`, { apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata: { name, ownerReferences }, spec: { mode: 'Enforce', settings, ...fullPermits() } });
  await cluster.send('PATCH', `${STASIS}/securitynodes/${name}/status`, { status: fullStatus() });
}
