/** What the permits of a SecurityNode do to containers, in whatever order permits, containers, agents and the object itself come and go. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWeb, untilFrozen, type Web } from '../containers/support/web';
import type { Policy } from '../../src/contract/policy';
import type { Agent } from '../support/agent';
import { processesOf } from '../support/cgroup';
import { createCounts, readCount } from '../support/counts';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { startApi, type Api } from './support/api';
import { createNode, createPod, createSecurityNode, nodeStatusWhen, patchNode, publish, read, startNodeAgent, type TestPod } from './support/node';

const NODE = 'n1';
const POLICY: Policy = {
  kind: 'SecurityPolicy',
  namespace: 'default',
  name: 'web',
  mode: 'Enforce',
  target: { podSelector: { matchLabels: { tier: 'web' } } },
  rules: [{ name: 'foreign-program', severity: 'Critical', tags: [], process: { origin: ['Written'] }, respond: ['Freeze'] }],
};

/** Selects a pod by its labels, and nothing of it by name or image. */
const FIRST_PROGRAM: Policy = {
  ...POLICY,
  name: 'batch',
  target: { podSelector: { matchLabels: { tier: 'batch' } } },
  rules: [{ name: 'counter', severity: 'Critical', tags: [], process: { executable: ['/bin/counter'] }, respond: ['Kill'] }],
};

let session: Session;
let api: Api;
let agent: Agent;

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  await createNode(api, NODE);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  const revision = await publish(api, POLICY);
  await nodeStatusWhen(api, NODE, ({ appliedRevision }) => appliedRevision === revision);
}, 120_000);

afterAll(async () => {
  if (process.env['SHOW'] === '1') console.log(agent.messages());
  await api.close();
  await session.close();
}, 60_000);

function pod(name: string, tier = 'web'): Promise<TestPod> {
  return createPod(api, session, { name, node: NODE, labels: { tier } });
}

function start(of: TestPod, container = 'app'): Promise<Web> {
  return startWeb(session, of.run(container));
}

/** Arms these pods and no others; resolves when the agent has said that it knows. */
async function permit(...pods: readonly TestPod[]): Promise<void> {
  await patchNode(api, NODE, { permits: pods.map(({ uid }) => ({ podUID: uid })) });
  const { generation } = (await read(api, `securitynode/${NODE}`))?.['metadata'] as { readonly generation: number };
  await nodeStatusWhen(api, NODE, ({ observedGeneration }) => observedGeneration === generation);
}

/** Attacks while no agent lives: nobody can be asked, so what happens shows what the kernel knows. True: armed. */
async function isArmed(web: Web): Promise<boolean> {
  const attack = await web.attack();
  const went = await waitFor('the attacker to run', () => attack.count() > 0n || undefined, { timeout: 1500 }).catch(() => false);
  return !went;
}

it('a container of a pod that has its permit is armed, whenever it starts, and in no other pod', async () => {
  const [before, after, withdrawn, never] = await Promise.all(['before', 'after', 'withdrawn', 'never'].map((name) => pod(name))) as [TestPod, TestPod, TestPod, TestPod];
  const old = await start(after);
  await permit(before, withdrawn);
  const first = await start(before, 'init');
  await permit(before, after);
  const webs = { old, first, second: await start(before), restarted: await start(after), withdrawn: await start(withdrawn), never: await start(never) };
  await agent.stop('SIGKILL');
  const seen: Record<string, boolean> = {};
  for (const [name, web] of Object.entries(webs)) seen[name] = await isArmed(web);
  expect(seen).toEqual({ old: true, first: true, second: true, restarted: true, withdrawn: false, never: false });
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
}, 90_000);

it('an agent that takes over arms as the one before, and the containers that started meanwhile', async () => {
  const armed = await pod('kept');
  await permit(armed);
  await agent.stop('SIGKILL');
  const web = await start(armed);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  await agent.stop('SIGKILL');
  expect(await isArmed(web)).toBe(true);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
}, 90_000);

it('the permits of a SecurityNode that was made anew hold, though its generation is lower', async () => {
  const armed = await pod('anew');
  const web = await start(armed);
  await agent.stop('SIGTERM');
  await api.kubectl(['delete', 'securitynode', NODE]);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  await createSecurityNode(api, NODE);
  await permit(armed);
  await web.attack();
  await untilFrozen(web);
  await nodeStatusWhen(api, NODE, ({ permitsUsed }) => (permitsUsed as readonly { readonly podUID: string }[] | undefined)?.some(({ podUID }) => podUID === armed.uid) === true);
}, 90_000);

it('rules that select a whole pod hold from the first instruction of its containers on, however late the agent hears of them', async () => {
  const revision = await publish(api, FIRST_PROGRAM);
  await nodeStatusWhen(api, NODE, ({ appliedRevision }) => appliedRevision === revision);
  const batch = await pod('batch', 'batch');
  await waitFor('the agent to know the pod', () => readFileSync(join(session.directory, 'kept/node.json'), 'utf8').includes(batch.uid));
  const counts = join(session.directory, 'batch');
  mkdirSync(counts);
  createCounts(join(counts, 'word'));
  process.kill(agent.pid, 'SIGSTOP');
  try {
    const container = await batch.run('app')({ args: ['/bin/counter', '/shared/word'], mounts: [{ source: counts, target: '/shared' }] });
    await waitFor('its first program to end', () => processesOf(container.cgroups).length === 0);
    expect(readCount(join(counts, 'word'))).toBe(0n);
  } finally {
    process.kill(agent.pid, 'SIGCONT');
  }
  const finding = await agent.waitForFinding(({ policy }) => policy === 'default/batch');
  expect(finding).toMatchObject({ rule: 'counter', action: 'Kill', result: 'Done', notes: ['ContainerUnbound'] });
}, 90_000);
