import { waitFor } from '../support/wait';
import { openBench, type Bench } from './support/bench';
import { aNamespace, aNode, aPod, aSecurityPolicy, makeReady, ofDeployment, PlayedAgent, waitForCondition } from './support/objects';
import { OWN_NAMESPACE, prepareOperators, type Operator, type Operators } from './support/operator';

let bench: Bench;
let operators: Operators;
let agent: PlayedAgent;

const PATIENCE = { timeout: 30_000, interval: 100 };

beforeAll(async () => {
  bench = await openBench();
  operators = await prepareOperators(bench);
  await operators.apply(aNamespace('shop'), aNode('n1'), aNode('n2'), counters({ term: '41', revision: '900' }));
  await makeReady(operators, 'n1');
}, 180_000);

afterAll(() => bench.close(), 60_000);

function counters(data: object): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'stasis-counters', namespace: OWN_NAMESPACE }, data };
}

async function runPod(name: string): Promise<string> {
  await operators.apply(aPod(name, 'n1', ofDeployment('web')));
  await operators.report('pod', `shop/${name}`, { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] });
  return (await operators.get('pod', name, 'shop'))?.metadata.uid ?? '';
}

async function nodeSpec(): Promise<{ readonly permitTerm?: number; readonly permits?: readonly { readonly podUID: string; readonly revoked?: boolean }[] }> {
  return (await operators.get('securitynode', 'n1'))?.spec ?? {};
}

/** As its agent would: it has the permits of the spec in the kernel, and every plan in force. */
async function acknowledge(status: object = {}): Promise<void> {
  const generation = (await operators.get('securitynode', 'n1'))?.metadata.generation;
  await agent.say({ observedGeneration: generation, permitsUsed: [], ...status });
}

async function permitFor(uid: string): Promise<void> {
  await waitFor(`a permit for ${uid}`, async () => {
    await acknowledge();
    return ((await nodeSpec()).permits ?? []).some(({ podUID, revoked }) => podUID === uid && revoked !== true);
  }, PATIENCE);
}

async function published(name: string): Promise<number> {
  await waitForCondition(operators, { name }, { type: 'Ready', status: 'True' });
  return ((await operators.get('agentconfig', `ns.shop.${name}`))?.spec['revision'] as number | undefined) ?? 0;
}

/** Switches it off, then deletes what goes with its namespace; kinds and their objects stay. */
async function uninstall(operator: Operator): Promise<void> {
  await operators.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'stasis', namespace: OWN_NAMESPACE }, data: { mode: 'Off' } });
  await waitFor('the permits to be taken back', async () => (await nodeSpec()).permits?.every(({ revoked }) => revoked === true), PATIENCE);
  await operator.stop();
  await bench.kubectl(['delete', 'configmaps,leases', '--all', '-n', OWN_NAMESPACE]);
}

it('goes on with permits and plans where its namespace was deleted and the kinds were kept', async () => {
  let operator = await operators.start('first');
  await waitFor('the SecurityNode', () => operators.get('securitynode', 'n1'), PATIENCE);
  agent = new PlayedAgent(operators, 'n1');
  await operators.apply(aSecurityPolicy('web'));
  const before = await published('web');
  expect(before).toBeGreaterThan(900);
  await permitFor(await runPod('web-5d4f8-a'));
  expect((await nodeSpec()).permitTerm).toBe(42);
  await acknowledge({ appliedRevision: before + 1 });
  await new PlayedAgent(operators, 'n2').say({ appliedRevision: Number.MAX_SAFE_INTEGER }); // it lies
  await bench.kubectl(['delete', 'secpol', '-n', 'shop', 'web']); // so that no plan tells how far the numbers are
  await waitFor('it to be withdrawn', async () => (await operators.get('agentconfig', 'ns.shop.web')) === undefined, PATIENCE);
  await uninstall(operator);
  await bench.kubectl(['delete', 'pod', '-n', 'shop', 'web-5d4f8-a', '--force', '--grace-period=0']);

  operator = await operators.start('second');
  await operators.apply(aSecurityPolicy('web'));
  const again = await published('web');
  expect(again).toBeGreaterThan(before + 1);
  expect(again).toBeLessThan(2 ** 40);
  await permitFor(await runPod('web-5d4f8-b'));
  expect((await nodeSpec()).permitTerm).toBeGreaterThan(42);
  await operator.stop();
  expect(operators.forbidden()).toEqual([]); // after a conflict of its own writes it reads what is there
}, 120_000);
