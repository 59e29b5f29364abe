import { waitFor } from '../support/wait';
import { openBench, type Bench } from './support/bench';
import { aGroup, aNamespace, aNode, aPod, aSecurityPolicy, makeReady, ofDeployment, PlayedAgent, waitForCondition } from './support/objects';
import { prepareOperators, type Operator, type Operators } from './support/operator';

let bench: Bench;
let operators: Operators;

const PATIENCE = { timeout: 45_000, interval: 200 };
const MANY = 500;

beforeAll(async () => {
  bench = await openBench();
  operators = await prepareOperators(bench);
  await operators.apply(aNamespace('shop'), aNode('n1'));
  await operators.apply(aPod('web-5d4f8-a', 'n1', ofDeployment('web')));
  await makeReady(operators, 'n1');
}, 180_000);

afterAll(() => bench.close(), 60_000);

async function leads(operator: Operator): Promise<boolean> {
  return (await operator.metric('stasis_leader').catch(() => 0)) === 1;
}

async function revisions(): Promise<ReadonlyMap<string, number>> {
  const { items } = JSON.parse(await bench.kubectl(['get', 'agentconfigs', '-o', 'json'])) as { items: readonly { metadata: { name: string }; spec: { revision: number } }[] };
  return new Map(items.filter(({ metadata }) => metadata.name.includes('many-')).map(({ metadata, spec }) => [metadata.name, spec.revision]));
}

/** As fast as the API server takes them; kubectl holds itself back. */
async function createMany(): Promise<void> {
  const kube = await bench.client({ deadline: 60_000 });
  const left = Array.from({ length: MANY }, (_, index) => JSON.stringify(aSecurityPolicy(`many-${index}`)));
  const create = async (): Promise<void> => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) {
      await kube.transport.json({ method: 'POST', url: '/apis/stasis.dev/v1alpha1/namespaces/shop/securitypolicies', headers: { 'content-type': 'application/json' }, body });
    }
  };
  await Promise.all(Array.from({ length: 8 }, create));
}

async function ready(): Promise<number> {
  const text = await bench.kubectl(['get', 'secpol', '-n', 'shop', '-o', 'jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}']);
  return text.match(/True/gu)?.length ?? 0;
}

it('loses nothing when its leader stands still in the middle of work, and nothing when that one goes on', async () => {
  const first = await operators.start('a');
  await waitFor('the first to lead', () => leads(first), PATIENCE);
  const second = await operators.start('b');
  const agent = new PlayedAgent(operators, 'n1');
  await waitFor('the SecurityNode', () => operators.get('securitynode', 'n1'), PATIENCE);
  await operators.apply(aSecurityPolicy('before'));
  await waitForCondition(operators, { name: 'before' }, { type: 'Ready', status: 'True' });
  const pod = { name: 'web-5d4f8-a', uid: (await operators.get('pod', 'web-5d4f8-a', 'shop'))?.metadata.uid ?? '' };
  await agent.find(aGroup('g', pod, { findings: 5 }));
  await waitFor('the alert', () => operators.get('securityalert', 'deployment-web', 'shop'), PATIENCE);
  first.child.kill('SIGSTOP');
  await operators.apply(aSecurityPolicy('while-stopped'));
  await bench.kubectl(['delete', 'secpol', '-n', 'shop', 'before']);
  await agent.find(aGroup('g', pod, { findings: 9 }));
  await waitFor('the second to lead', () => leads(second), PATIENCE);
  first.child.kill('SIGCONT');
  await waitForCondition(operators, { name: 'while-stopped' }, { type: 'Ready', status: 'True' });
  await waitFor('the deleted one to be withdrawn', async () => (await operators.get('agentconfig', 'ns.shop.before')) === undefined, PATIENCE);
  await waitFor('the findings', async () => (await operators.get('securityalert', 'deployment-web', 'shop'))?.status?.['findings'] === 9, PATIENCE);
  await waitFor('the first to know', async () => !(await leads(first)), PATIENCE);
  const published = operators.writes().filter(({ resource, name, code }) => resource === 'agentconfigs' && name === 'ns.shop.while-stopped' && code < 300);
  expect(published).toHaveLength(1);
  await first.stop();
  await second.stop();
}, 120_000);

it('publishes five hundred policies that come at once, each with one write and a number of its own', async () => {
  const operator = await operators.start('c');
  await waitFor('it to lead', () => leads(operator), PATIENCE);
  const from = Date.now();
  await createMany();
  const applied = Date.now();
  await waitFor('all of them', async () => (await revisions()).size === MANY, { timeout: 120_000, interval: 300 });
  const published = Date.now();
  await waitFor('their status', async () => (await ready()) >= MANY, { timeout: 120_000, interval: 300 });
  const numbers = await revisions();
  expect(new Set(numbers.values()).size).toBe(MANY);
  const writes = operators.writes().filter(({ time, code }) => time >= from && code < 300);
  const configs = writes.filter(({ resource, name }) => resource === 'agentconfigs' && name.startsWith('ns.shop.many-'));
  const statuses = writes.filter(({ resource }) => resource === 'securitypolicies/status');
  const memory = (await operator.metric('process_resident_memory_bytes')) / 2 ** 20;
  console.log(`${MANY} policies: applied in ${applied - from} ms, published ${published - applied} ms later; ${configs.length} AgentConfig writes, ${statuses.length} status writes, operator ${memory.toFixed(0)} MB`);
  expect(configs).toHaveLength(MANY);
  const hundredth = configs[99]?.time ?? 0;
  expect(statuses.filter(({ time }) => time < hundredth).length).toBeLessThan(25); // nodes come first
  await operator.stop();
}, 300_000);
