/** The agent of a node of a cluster, with a real API server, a real kernel and real containers; the operator's part is written by hand. */
import type { Policy } from '../../src/contract/policy';
import { startWeb, untilFrozen, type Web } from '../containers/support/web';
import type { Agent } from '../support/agent';
import { openSession, type Session } from '../support/session';
import { startApi, type Api } from './support/api';
import { createNode, createPod, nodeStatusWhen, patchNode, publish, startNodeAgent, type TestPod } from './support/node';

const NODE = 'n1';

let session: Session;
let api: Api;
let agent: Agent;

function foreignPrograms(change: Partial<Policy> = {}): Policy {
  return {
    kind: 'SecurityPolicy',
    namespace: 'default',
    name: 'web',
    mode: 'Enforce',
    target: { podSelector: { matchLabels: { tier: 'web' } } },
    rules: [{ name: 'foreign-program', severity: 'Critical', message: 'a foreign program was started', tags: ['T1105'], process: { origin: ['Written'] }, respond: ['Freeze'] }],
    ...change,
  };
}

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
  const revision = await publish(api, foreignPrograms());
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
