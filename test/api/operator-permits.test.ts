import { waitFor } from '../support/wait';
import { openBench, type Bench } from './support/bench';
import { aNamespace, aNode, aPod, aSecurityPolicy, makeReady, ofDeployment, PlayedAgent } from './support/objects';
import { OWN_NAMESPACE, prepareOperators, type Operator, type Operators } from './support/operator';

interface Permit {
  readonly podUID: string;
  readonly revoked?: boolean;
  readonly insteadOf?: string;
}

interface Answer {
  readonly request: string;
  readonly decision: string;
  readonly reason?: string;
}

let bench: Bench;
let operators: Operators;
let operator: Operator;
const agents = new Map<string, PlayedAgent>();
const uids = new Map<string, string>();

const PATIENCE = { timeout: 20_000, interval: 100 };
const NODES = ['n1', 'n2', 'n3'];
const PODS = ['web-5d4f8-a', 'web-5d4f8-b', 'web-5d4f8-c'];

beforeAll(async () => {
  bench = await openBench();
  operators = await prepareOperators(bench);
  await operators.apply(aNamespace('shop'), ...NODES.map((name) => aNode(name)));
  for (const [index, pod] of PODS.entries()) await operators.apply(aPod(pod, NODES[index] ?? '', ofDeployment('web')));
  for (const pod of PODS) {
    const ready = { type: 'Ready', status: 'True' };
    await operators.report('pod', `shop/${pod}`, { phase: 'Running', conditions: [ready] });
    uids.set(pod, (await operators.get('pod', pod, 'shop'))?.metadata.uid ?? '');
  }
  for (const node of NODES) await makeReady(operators, node);
  await operators.apply(aSecurityPolicy('web'));
  operator = await operators.start('permits');
  for (const node of NODES) {
    await waitFor(`the SecurityNode of ${node}`, () => operators.get('securitynode', node), PATIENCE);
    agents.set(node, new PlayedAgent(operators, node));
    await acknowledge(node);
  }
}, 180_000);

afterAll(() => bench.close(), 60_000);

/** As an agent that has the permits of the spec in its kernel now. */
async function acknowledge(node: string, status: object = {}): Promise<void> {
  const generation = (await operators.get('securitynode', node))?.metadata.generation;
  await agents.get(node)?.say({ observedGeneration: generation, permitsUsed: [], permitRequests: [], ...status });
}

async function permits(): Promise<readonly (Permit & { readonly node: string })[]> {
  const all = await Promise.all(NODES.map(async (node) => ((await operators.get('securitynode', node))?.spec['permits'] as Permit[] | undefined)?.map((permit) => ({ ...permit, node })) ?? []));
  return all.flat();
}

function aRequest(id: string, pod: string): object {
  const soon = new Date(Date.now() + 2000).toISOString();
  return { id, pod: { namespace: 'shop', name: pod, uid: uids.get(pod) ?? '' }, container: 'app', policy: 'shop/web', rule: 'foreign', time: new Date().toISOString(), deadline: soon };
}

async function answer(node: string, id: string): Promise<Answer | undefined> {
  return ((await operators.get('securitynode', node))?.spec['permitAnswers'] as Answer[] | undefined)?.find((given) => given.request === id);
}

function answered(node: string, id: string): Promise<Answer> {
  return waitFor(`an answer to ${id}`, () => answer(node, id), PATIENCE);
}

function nodeOf(pod: string): string {
  return NODES[PODS.indexOf(pod)] ?? '';
}

/**
 * Asks for a pod until the answer is about the pod: where everything is slow, two seconds are too short for an acknowledgement, and an agent asks
 * again. `meanwhile` is done until the answer is there.
 */
async function ask(pod: string, id: string, meanwhile: (id: string) => Promise<void> = () => Promise.resolve()): Promise<Answer> {
  const node = nodeOf(pod);
  for (let tries = 1; tries <= 10; tries++) {
    const request = `${id}.${tries}`;
    await acknowledge(node, { permitRequests: [aRequest(request, pod)] });
    const given = await waitFor(`an answer to ${request}`, async () => {
      await meanwhile(request);
      return answer(node, request);
    }, PATIENCE);
    if (given.reason !== 'NoAcknowledgement') return given;
  }
  throw new Error(`${pod} never got an answer in time`);
}

function nameOf(uid: string): string {
  return [...uids].find(([, known]) => known === uid)?.[0] ?? uid;
}

async function armed(): Promise<readonly string[]> {
  return (await permits()).filter(({ revoked }) => revoked !== true).map(({ podUID }) => nameOf(podUID));
}

it('arms one pod of a small Deployment, and moves its permit to the pod that asks, once the other node has given it back', async () => {
  const [first = ''] = await waitFor('a permit', async () => ((await armed()).length === 1 ? armed() : undefined), PATIENCE);
  const [other = '', third = ''] = PODS.filter((pod) => pod !== first);
  const early: unknown[] = [];
  const giveBack = async (id: string): Promise<void> => {
    if (!(await permits()).some(({ podUID, revoked }) => podUID === uids.get(first) && revoked === true)) return;
    early.push(await answer(nodeOf(other), id));
    await acknowledge(nodeOf(first));
  };
  expect(await ask(other, 'r1', giveBack)).toMatchObject({ decision: 'Granted' });
  expect(early.filter((given) => (given as Answer | undefined)?.decision === 'Granted')).toEqual([]);
  expect(early).not.toHaveLength(0);
  expect(await armed()).toEqual([other]);
  await acknowledge(nodeOf(other), { permitsUsed: [{ podUID: uids.get(other) }] });
  expect(await ask(third, 'r2')).toMatchObject({ decision: 'Refused', reason: 'BudgetUsed' });
  await waitFor('it to be counted', async () => (await operator.metric('stasis_refusals_total{what="freeze",reason="BudgetUsed"}')) === 1, PATIENCE);
  await waitFor('an Event of the pod', async () => (await bench.kubectl(['get', 'events', '-n', 'shop', '--field-selector', 'reason=FreezeRefused', '-o', 'name'])) !== '', PATIENCE);
}, 120_000);

it('refuses at once where a node asks for a pod that it does not run, and for one that does not exist', async () => {
  const foreign = 'n2';
  const ghost = { ...aRequest('r4', 'web-5d4f8-a'), pod: { namespace: 'shop', name: 'ghost', uid: 'ghost' } };
  await acknowledge(foreign, { permitRequests: [aRequest('r3', 'web-5d4f8-a'), ghost] });
  expect(await answered(foreign, 'r3')).toMatchObject({ decision: 'Refused', reason: 'OtherNode' });
  expect(await answered(foreign, 'r4')).toMatchObject({ decision: 'Refused', reason: 'UnknownPod' });
}, 60_000);

it('takes every permit back while people hold the namespace or the installation back, and gives them out again', async () => {
  for (const node of NODES) await acknowledge(node);
  const rearmed = (): Promise<unknown> =>
    waitFor('a permit', async () => {
      for (const node of NODES) await acknowledge(node);
      return (await permits()).some(({ revoked }) => revoked !== true);
    }, PATIENCE);
  const disarmed = (): Promise<unknown> =>
    waitFor('no permit', async () => {
      for (const node of NODES) await acknowledge(node);
      return (await permits()).length === 0;
    }, PATIENCE);
  await rearmed();
  const holdBackFor = (milliseconds: number): Promise<string> => bench.kubectl(['annotate', '--overwrite', 'namespace', 'shop', `stasis.dev/break-glass=${new Date(Date.now() + milliseconds).toISOString()}`]);
  await holdBackFor(3_600_000);
  await disarmed();
  expect((await operators.get('securitynode', 'n1'))?.spec['settings']).toMatchObject({ protected: { namespaces: ['kube-system', OWN_NAMESPACE, 'shop'] } });
  await waitFor('the policy to say so', async () => (await operators.get('securitypolicy', 'web', 'shop'))?.status?.['effectiveMode'] === 'Audit', PATIENCE);
  await holdBackFor(1000);
  await rearmed(); // the annotation is still there, and over
  await waitFor('the policy to be back', async () => (await operators.get('securitypolicy', 'web', 'shop'))?.status?.['effectiveMode'] === 'Enforce', PATIENCE);
  const settings = (data: object): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'stasis', namespace: OWN_NAMESPACE }, data });
  await operators.apply(settings({ mode: 'Off', freezesPerMinute: '7' }));
  await disarmed();
  expect((await operators.get('securitynode', 'n2'))?.spec).toMatchObject({ mode: 'Off', settings: { freezesPerMinute: 7 } });
  await operators.apply(settings({ mode: 'on', freezesPerMinute: '8' })); // a bad value leaves what was
  await waitFor('the good value', async () => ((await operators.get('securitynode', 'n2'))?.spec['settings'] as { freezesPerMinute: number }).freezesPerMinute === 8, PATIENCE);
  expect((await operators.get('securitynode', 'n2'))?.spec['mode']).toBe('Off');
  await waitFor('an Event about it', async () => (await bench.kubectl(['get', 'events', '-n', OWN_NAMESPACE, '--field-selector', 'reason=BadSetting', '-o', 'name'])) !== '', PATIENCE);
  await operators.apply(settings({}));
  await rearmed();
}, 120_000);

it('gives none where a PodDisruptionBudget allows no disruption', async () => {
  await operators.apply({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'web', namespace: 'shop' }, spec: { minAvailable: 3, selector: { matchLabels: { tier: 'web' } } } });
  await operators.report('pdb', 'shop/web', { observedGeneration: 1, disruptionsAllowed: 0, currentHealthy: 3, desiredHealthy: 3, expectedPods: 3 });
  await waitFor('no permit', async () => {
    for (const node of NODES) await acknowledge(node);
    return (await permits()).length === 0;
  }, PATIENCE);
  await acknowledge('n1', { permitRequests: [aRequest('r5', 'web-5d4f8-a')] });
  expect(await answered('n1', 'r5')).toMatchObject({ decision: 'Refused', reason: 'NoDisruptionAllowed' });
}, 60_000);
