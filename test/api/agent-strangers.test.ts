/** What an agent of a node finds that is not its own, or is not there any more: with a real API server, a real kernel and real containers. */
import { containmentName } from '../../src/contract/containment';
import { agentConfigName } from '../../src/contract/agent-config';
import type { Policy } from '../../src/contract/policy';
import { startWeb, untilFrozen, type Web } from '../containers/support/web';
import type { Agent } from '../support/agent';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { startApi, type Api } from './support/api';
import { createNode, createPod, generationOf, nodeStatusWhen, patchNode, publish, read, sha256, startNodeAgent, type TestPod } from './support/node';

const NODE = 'n1';
const POLICY: Policy = {
  kind: 'SecurityPolicy',
  namespace: 'default',
  name: 'web',
  mode: 'Enforce',
  target: { podSelector: { matchLabels: { tier: 'web' } } },
  rules: [{ name: 'foreign-program', severity: 'Critical', message: 'a foreign program was started', tags: ['T1105'], process: { origin: ['Written'] }, respond: ['Freeze'] }],
};

let session: Session;
let api: Api;
let agent: Agent;

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  await createNode(api, NODE);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  await publish(api, POLICY);
});

afterAll(async () => {
  await api.close();
  await session.close();
});

async function runArmed(name: string): Promise<{ readonly pod: TestPod; readonly web: Web }> {
  const pod = await createPod(api, session, { name, node: NODE, labels: { tier: 'web' } });
  const web = await startWeb(session, pod.run('app'));
  await patchNode(api, NODE, { permits: [{ podUID: pod.uid }] });
  const generation = await generationOf(api, NODE);
  await nodeStatusWhen(api, NODE, ({ observedGeneration, policies }) => observedGeneration === generation && (policies as readonly unknown[] | undefined)?.length === 1);
  return { pod, web };
}

function containment(pod: TestPod, name: string): object {
  return {
    ...{ apiVersion: 'stasis.dev/v1alpha1', kind: 'Containment', metadata: { name, namespace: 'default' } },
    spec: { podRef: { name: pod.name, uid: pod.uid }, nodeName: 'another-node', containers: ['app'], actions: ['Freeze'], requestedBy: 'stranger' },
  };
}

async function nodeOf(name: string): Promise<string | undefined> {
  return ((await read(api, `containment/${name}`))?.['spec'] as { readonly nodeName: string } | undefined)?.nodeName;
}

it('lets a pod go when its Containment is deleted, whatever a Containment of another node says of it', async () => {
  const { pod, web } = await runArmed('web-1');
  await api.create(containment(pod, 'stranger'));
  await web.attack();
  await waitFor('its Containment', async () => (await nodeOf(containmentName(pod))) === NODE);
  await untilFrozen(web);
  await api.kubectl(['delete', 'containment', containmentName(pod), '--wait=false']);
  await web.answer();
});

it('says that another node has the name of its Containment, and takes it when it is free', async () => {
  const { pod, web } = await runArmed('web-2');
  const name = containmentName(pod);
  await api.create(containment(pod, name));
  await web.attack();
  await untilFrozen(web);
  await waitFor('the agent to say so', () => agent.messages().includes(`Containment default/${name} is there and is not one of this pod on this node`));
  await api.kubectl(['delete', 'containment', name]);
  await waitFor('its own Containment', async () => (await nodeOf(name)) === NODE);
});

it('lets go of a policy that was withdrawn while no agent ran', async () => {
  const { web } = await runArmed('web-3');
  await agent.stop('SIGKILL');
  await api.kubectl(['delete', 'agentconfig', agentConfigName(POLICY, sha256)]);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
  await nodeStatusWhen(api, NODE, ({ policies = [] }) => (policies as readonly unknown[]).length === 0);
  const attack = await web.attack();
  await waitFor('its program to run', () => attack.count() > 0n);
});
