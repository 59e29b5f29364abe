/** The agent of a node of a cluster, with a real API server, a real kernel and real containers; the operator's part is written by hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containmentName } from '../../src/contract/containment';
import { startWeb, untilFrozen, type Web } from '../containers/support/web';
import type { Agent } from '../support/agent';
import { processesOf } from '../support/cgroup';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { startApi, type Api } from './support/api';
import { containmentWhen, createNode, createPod, FOREIGN_PROGRAMS, generationOf, keepFinalizers, nodeStatusWhen, patchNode, publish, read, startNodeAgent, type TestPod } from './support/node';

const NODE = 'n1';

let session: Session;
let api: Api;
let agent: Agent;

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  await createNode(api, NODE);
  agent = await startNodeAgent(session, NODE, api.kubeconfig);
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

async function runWeb(name: string): Promise<Running> {
  const pod = await createPod(api, session, { name, node: NODE, labels: { tier: 'web' } });
  return { pod, web: await startWeb(session, pod.run('app')) };
}

it('freezes an armed pod by a policy that was applied, and tells of it', async () => {
  const { pod, web } = await runWeb('web-1');
  await patchNode(api, NODE, { permits: [{ podUID: pod.uid }] });
  const revision = await publish(api, FOREIGN_PROGRAMS);
  const applied = await nodeStatusWhen(api, NODE, (status) => status['appliedRevision'] === revision && status['observedGeneration'] === 2);
  expect(applied).toMatchObject({ mode: 'Enforce', policies: [{ policy: 'default/web', pods: 1, findings: 0, wouldAct: 0 }], planFormat: 1 });
  const attack = await web.attack();
  await untilFrozen(web);
  expect(attack.count()).toBe(0n);
  const status = await nodeStatusWhen(api, NODE, ({ findings }) => (findings as { groups?: unknown[] } | undefined)?.groups?.length === 1);
  expect(status).toMatchObject({
    findings: { groups: [{ pod: { namespace: 'default', name: 'web-1', uid: pod.uid }, container: 'app', policy: 'default/web', rule: 'foreign-program', action: 'Freeze', result: 'Done', findings: 1 }] },
    permitsUsed: [{ podUID: pod.uid }],
  });
}, 60_000);

type Json = Readonly<Record<string, unknown>>;

/** Arms these pods and no others. */
async function permit(...running: readonly Running[]): Promise<void> {
  await patchNode(api, NODE, { permits: running.map(({ pod }) => ({ podUID: pod.uid })) });
  const generation = await generationOf(api, NODE);
  await nodeStatusWhen(api, NODE, (status) => Number(status['observedGeneration']) >= generation);
}

it('declares a freeze of a rule with its receipt, and lets the pod go when the Containment is deleted', async () => {
  const running = await runWeb('web-2');
  const { pod, web } = running;
  await permit(running);
  await web.attack();
  const containment = await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  expect(containment).toMatchObject({
    metadata: { ownerReferences: [{ kind: 'Pod', name: 'web-2', uid: pod.uid }], finalizers: ['stasis.dev/thaw'] },
    spec: { podRef: { name: 'web-2', uid: pod.uid }, nodeName: NODE, containers: ['app'], actions: ['Freeze'], requestedBy: 'default/web/foreign-program' },
    status: {
      containers: [{
        ...{ name: 'app', id: web.container.id, state: 'Frozen' },
        cause: { policy: 'default/web', rule: 'foreign-program' },
        receipt: { method: 'Direct', freezer: expect.stringMatching(/^v1 FROZEN$|^v2 frozen 1$/) as unknown, offenderCalls: 0 },
      }],
    },
  });
  await api.kubectl(['delete', 'containment', containmentName(pod), '--wait=true', '--timeout=20s']);
  expect(await read(api, `containment/${containmentName(pod)}`)).toBeUndefined();
  await web.answer();
}, 60_000);

it('freezes what a person wants frozen, and ends it after its time', async () => {
  const running = await runWeb('web-3');
  const { pod, web } = running;
  await api.create({
    apiVersion: 'stasis.dev/v1alpha1',
    kind: 'Containment',
    metadata: { name: containmentName(pod), namespace: 'default' },
    spec: { podRef: { name: pod.name, uid: pod.uid }, nodeName: NODE, containers: ['app'], actions: ['Freeze'], requestedBy: 'alice', ttl: '3s', onExpiry: 'Release' },
  });
  await untilFrozen(web);
  await containmentWhen(api, running.pod, (reason) => reason === 'Released');
  await web.answer();
}, 60_000);

it('kills what is frozen in a pod that is being deleted, before it runs again', async () => {
  const running = await runWeb('web-4');
  const { pod, web } = running;
  await permit(running);
  const attack = await web.attack();
  await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  await api.kubectl(['delete', 'pod', pod.name, '--wait=false', '--grace-period=30']);
  await waitFor('the processes to end', () => processesOf(web.container.cgroups).length === 0);
  expect(attack.count()).toBe(0n);
  // The garbage collector, which would do it, does not run here.
  await api.kubectl(['delete', 'containment', containmentName(pod), '--wait=true', '--timeout=20s']);
  expect(await read(api, `containment/${containmentName(pod)}`)).toBeUndefined();
}, 60_000);

interface Request {
  readonly id: string;
  readonly pod: { readonly uid: string };
}

async function requestOf({ pod }: Running): Promise<Request> {
  const status = await nodeStatusWhen(api, NODE, ({ permitRequests }) => (permitRequests as readonly Request[] | undefined)?.some(({ pod: { uid } }) => uid === pod.uid) === true);
  return (status['permitRequests'] as readonly Request[]).find(({ pod: { uid } }) => uid === pod.uid) as Request;
}

it('holds an offender in a pod without a permit, asks, and freezes when it is granted', async () => {
  const running = await runWeb('web-5');
  const { pod, web } = running;
  const attack = await web.attack();
  expect(web.frozen()).toBe(false);
  const { id } = await requestOf(running);
  expect(attack.count()).toBe(0n);
  await patchNode(api, NODE, { permits: [{ podUID: pod.uid }], permitAnswers: [{ request: id, decision: 'Granted' }] });
  await untilFrozen(web);
  expect(attack.count()).toBe(0n);
  const containment = await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  expect(containment).toMatchObject({ spec: { requestedBy: 'default/web/foreign-program' } });
}, 60_000);

it('lets an offender go when the operator refuses, and the finding says why', async () => {
  const running = await runWeb('web-6');
  const { pod, web } = running;
  const attack = await web.attack();
  const { id } = await requestOf(running);
  await patchNode(api, NODE, { permitAnswers: [{ request: id, decision: 'Refused', reason: 'BudgetUsed', message: 'no more pods of it may be frozen' }] });
  await waitFor('the offender to go on', () => attack.count() > 0n);
  const finding = await agent.waitForFinding((line) => (line['pod'] as { readonly uid?: string } | undefined)?.uid === pod.uid);
  expect(finding).toMatchObject({ action: 'Freeze', result: 'Refused', reason: 'BudgetUsed' });
}, 60_000);

it('records and does nothing in mode Audit, lets everything go in mode Off, and freezes again in mode Enforce', async () => {
  const running = await runWeb('web-7');
  const { pod, web } = running;
  await permit(running);
  await patchNode(api, NODE, { mode: 'Audit' });
  await nodeStatusWhen(api, NODE, ({ mode, observedGeneration, appliedRevision }) => mode === 'Audit' && appliedRevision !== undefined && observedGeneration !== undefined);
  const recorded = await waitFor('a finding in mode Audit', async () => {
    const attack = await web.attack();
    const line = agent.findings().find((finding) => (finding['pod'] as { readonly uid?: string } | undefined)?.uid === pod.uid);
    return line === undefined ? undefined : { attack, line };
  });
  expect(recorded.line).toMatchObject({ mode: 'Audit', action: 'Freeze', result: 'WouldHave' });
  await waitFor('the attacker to go on', () => recorded.attack.count() > 0n);
  await patchNode(api, NODE, { mode: 'Enforce' });
  await nodeStatusWhen(api, NODE, ({ mode }) => mode === 'Enforce');
  await permit(running);
  await web.attack();
  await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
  const letGo = await keepFinalizers(api);
  await patchNode(api, NODE, { mode: 'Off' });
  const followed = await generationOf(api, NODE);
  const early = await nodeStatusWhen(api, NODE, ({ observedGeneration }) => Number(observedGeneration) >= followed);
  expect(early['mode']).toBe('Enforce');
  await letGo();
  await nodeStatusWhen(api, NODE, ({ mode }) => mode === 'Off');
  // Whoever removes the installation takes this for the leave to take away the agents: nothing may be left to do.
  expect(existsSync(`/sys/fs/bpf/${session.name}`)).toBe(false);
  expect(web.frozen()).toBe(false);
  const released = await containmentWhen(api, running.pod, () => true);
  expect(released).toMatchObject({ status: { conditions: [{ reason: 'Released' }] } });
  expect((released['metadata'] as Json)['finalizers']).toBeUndefined();
  await api.kubectl(['delete', 'containment', containmentName(pod), '--wait=true', '--timeout=5s']);
  expect(await read(api, `containment/${containmentName(pod)}`)).toBeUndefined();
  await patchNode(api, NODE, { mode: 'Enforce' });
  await permit(running);
  expect(web.frozen()).toBe(false);
}, 90_000);

it('terminates what a person wants terminated, where the installation allows it', async () => {
  const running = await runWeb('web-9');
  const { pod, web } = running;
  await api.create({
    apiVersion: 'stasis.dev/v1alpha1',
    kind: 'Containment',
    metadata: { name: containmentName(pod), namespace: 'default' },
    spec: { podRef: { name: pod.name, uid: pod.uid }, nodeName: NODE, containers: ['app'], actions: ['Freeze', 'Terminate'], requestedBy: 'alice' },
  });
  const refused = await containmentWhen(api, running.pod, (reason) => reason === 'Refused');
  expect(refused['status']).toMatchObject({ containers: [{ state: 'Frozen', refusals: [{ action: 'Terminate', reason: 'ActionNotAllowed' }] }] });
  expect(web.frozen()).toBe(true);
  await patchNode(api, NODE, { settings: { allowedActions: { people: ['Alert', 'Kill', 'Freeze', 'Terminate'] } } });
  await waitFor('the processes to end', () => processesOf(web.container.cgroups).length === 0, { timeout: 10_000 });
  const terminated = await containmentWhen(api, running.pod, (reason) => reason === 'Terminated');
  expect(terminated['status']).toMatchObject({ containers: [{ id: web.container.id, state: 'Terminated', runtimeState: 'NotStopped' }] });
}, 60_000);

it('goes on without the API server, also as another agent of the node, and declares what it froze when it is there again', async () => {
  const running = await runWeb('web-8');
  const { web } = running;
  await permit(running);
  await waitFor('the agent to keep what it knows of the pod', () => readFileSync(join(session.directory, 'kept/node.json'), 'utf8').includes(running.pod.uid));
  await agent.stop('SIGKILL');
  const server = api.pid('kube-apiserver');
  process.kill(server, 'SIGSTOP');
  try {
    agent = await startNodeAgent(session, NODE, api.kubeconfig);
    await web.attack();
    await untilFrozen(web);
  } finally {
    process.kill(server, 'SIGCONT');
  }
  await containmentWhen(api, running.pod, (reason) => reason === 'Contained');
}, 120_000);
