/** An agent whose containers are paused by their runtime, with a real API server and a real containerd. */
import { containmentName, type ContainmentStatus } from '../../src/contract/containment';
import { startContainerd, type Containerd } from '../support/containerd';
import { startWeb, type Web } from '../containers/support/web';
import { processesOf } from '../support/cgroup';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { startApi, type Api } from './support/api';
import { containmentWhen, createNode, createPod, FOREIGN_PROGRAMS, generationOf, nodeStatusWhen, patchNode, publish, SETTINGS, startNodeAgent, type TestPod } from './support/node';
import type { Agent } from '../support/agent';

const NODE = 'n1';
const IMAGE = 'stasis.test/web:1';

let session: Session;
let api: Api;
let containerd: Containerd;
let agent: Agent;

beforeAll(async () => {
  session = openSession();
  [api, containerd] = await Promise.all([startApi(session), startContainerd(session)]);
  await containerd.importImage({ name: IMAGE });
  await createNode(api, NODE, { settings: { ...SETTINGS, freezer: 'Runtime' } });
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  const revision = await publish(api, FOREIGN_PROGRAMS);
  await nodeStatusWhen(api, NODE, ({ appliedRevision }) => appliedRevision === revision);
}, 120_000);

afterAll(async () => {
  if (process.env['SHOW'] === '1') console.log(agent.messages());
  await api.close();
  await session.close();
}, 60_000);

interface Running {
  readonly pod: TestPod;
  readonly web: Web;
}

/** A pod with a permit. */
async function runWeb(name: string): Promise<Running> {
  const pod = await createPod(api, session, { name, node: NODE, labels: { tier: 'web' } });
  const web = await startWeb(session, (options) => containerd.runContainer(IMAGE, { ...options, annotations: pod.annotations('app') }));
  await patchNode(api, NODE, { permits: [{ podUID: pod.uid }] });
  const generation = await generationOf(api, NODE);
  await nodeStatusWhen(api, NODE, ({ observedGeneration }) => Number(observedGeneration) >= generation);
  return { pod, web };
}

/** Its receipt is there. */
function isProven(state: string, { containers }: ContainmentStatus): boolean {
  return state === 'Contained' && containers?.[0]?.receipt !== undefined;
}

/** What containerd says of a container. */
async function taskState({ web: { container } }: Running): Promise<string | undefined> {
  const { stdout } = await containerd.ctr(['task', 'ls']);
  return stdout.split('\n').map((line) => line.split(/\s+/)).find(([id]) => id === container.id)?.[2];
}

function release({ pod }: Running): Promise<unknown> {
  return api.kubectl(['delete', 'containment', containmentName(pod), '--wait=true', '--timeout=20s']);
}

it('has a container paused by its runtime, tells so, and has it resumed when its Containment is deleted', async () => {
  const running = await runWeb('web-1');
  const attack = await running.web.attack();
  const { status } = await containmentWhen(api, running.pod, isProven);
  expect(status).toMatchObject({ containers: [{ state: 'Frozen', runtimeState: 'Paused', receipt: { method: 'Runtime', offenderCalls: 0 } }] });
  expect(await taskState(running)).toBe('PAUSED');
  expect(attack.count()).toBe(0n);
  await release(running);
  expect(await taskState(running)).toBe('RUNNING');
  expect(await running.web.answer()).toMatch(/^answer \d+$/);
}, 60_000);

it('takes over what the agent before had paused', async () => {
  const running = await runWeb('web-2');
  await running.web.attack();
  await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  await agent.stop('SIGKILL');
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  await agent.command(['status']);
  expect(await taskState(running)).toBe('PAUSED');
  await release(running);
  expect(await taskState(running)).toBe('RUNNING');
  expect(await running.web.answer()).toMatch(/^answer \d+$/);
}, 60_000);

it('says that a container ended, and what its runtime says of it', async () => {
  const running = await runWeb('web-3');
  await running.web.attack();
  await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  // As the kubelet does it with what a restarted containerd does not know how to take.
  await containerd.ctr(['task', 'kill', '--signal', 'SIGKILL', running.web.container.id]);
  await waitFor('the processes to end', () => processesOf(running.web.container.cgroups).length === 0);
  await containerd.ctr(['task', 'rm', '--force', running.web.container.id]);
  const { status } = await containmentWhen(api, running.pod, (reason) => reason === 'Failed');
  expect(status).toMatchObject({ containers: [{ state: 'Gone', runtimeState: expect.stringMatching(/^(Stopped|NotFound)$/) as unknown }] });
}, 60_000);

it('kills what is paused in a pod that is being deleted, and nothing of it runs before', async () => {
  const running = await runWeb('web-4');
  const attack = await running.web.attack();
  await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  await api.kubectl(['delete', 'pod', running.pod.name, '--wait=false', '--grace-period=30']);
  await waitFor('the processes to end', () => processesOf(running.web.container.cgroups).length === 0);
  expect(attack.count()).toBe(0n);
}, 60_000);

it('freezes by itself where the runtime does not answer, and says so', async () => {
  const running = await runWeb('web-5');
  process.kill(containerd.pid, 'SIGSTOP');
  try {
    const attack = await running.web.attack();
    const { status } = await containmentWhen(api, running.pod, isProven);
    expect(status).toMatchObject({ containers: [{ state: 'Frozen', runtimeState: 'NoAnswer', receipt: { method: 'Direct', offenderCalls: 0 } }] });
    expect(attack.count()).toBe(0n);
    await nodeStatusWhen(api, NODE, ({ conditions }) => (conditions as { readonly message: string }[]).some(({ message }) => message.includes('did not pause')));
    await release(running);
  } finally {
    process.kill(containerd.pid, 'SIGCONT');
  }
  expect(await running.web.answer()).toMatch(/^answer \d+$/);
}, 90_000);
