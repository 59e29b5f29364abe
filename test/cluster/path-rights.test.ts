import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { apply, clusterUp, innode, kubectl, openNamespace, type Namespace } from './support/cluster';
import { NODE } from './support/place';
import { HOME, importProduct, install, remove, removeKinds } from './support/product';
import { Bearer, type Call } from './support/requests';
import { callOf, mayAsk, resources, VERBS, type Resource } from './support/verbs';

// A node that is taken over has its agent's token: everything that can be asked of the API server with it is asked.

jest.setTimeout(60_000);

/** What it may at all; admission narrows the writes to its own node (below). The rest of the API is refused, verb by verb. */
const RIGHTS: Readonly<Record<string, readonly (typeof VERBS)[number][]>> = {
  'stasis.dev agentconfigs': ['list', 'watch'],
  'stasis.dev securitynodes': ['list', 'watch'],
  'stasis.dev securitynodes/status': ['patch'],
  'stasis.dev containments': ['list', 'watch', 'create', 'patch', 'delete'],
  'stasis.dev containments/status': ['patch'],
  'core pods': ['get', 'list', 'watch'],
  'core namespaces': ['get', 'list', 'watch'],
  'core nodes': ['list', 'watch'],
  'events.k8s.io events': ['create', 'patch'],
  'certificates.k8s.io clustertrustbundles': ['get', 'list', 'watch'], // every service account may, of Kubernetes' own
  // Whoever has a token may ask who he is and what he may.
  'authentication.k8s.io selfsubjectreviews': ['create'],
  'authorization.k8s.io selfsubjectaccessreviews': ['create'],
  'authorization.k8s.io selfsubjectrulesreviews': ['create'],
};

const OTHER = 'node2';
const VERSION = 'stasis.dev/v1alpha1';

let session: Session;
let shop: Namespace;
let agent: Bearer;
let anywhere: Bearer;

beforeAll(async () => {
  await clusterUp();
  await remove();
  await removeKinds();
  session = openSession();
  shop = await openNamespace('shop');
  await importProduct(session);
  await install();
  await apply(JSON.stringify({ apiVersion: 'v1', kind: 'Node', metadata: { name: OTHER } }));
  const server = (await kubectl(['config', 'view', '--output=jsonpath={.clusters[0].cluster.server}'])).stdout;
  agent = new Bearer(server, await tokenOnNode());
  anywhere = new Bearer(server, (await kubectl(['create', 'token', 'stasis-agent', '--namespace', HOME])).stdout.trim());
  await kubectl(['wait', `securitynode/${NODE}`, '--for=condition=Ready', '--timeout=50s'], { timeout: 60_000 });
  await waitFor('the other node to be known', async () => (await kubectl(['get', 'securitynode', OTHER, '--ignore-not-found'])).stdout !== '', { timeout: 30_000, interval: 300 });
  for (const node of [NODE, OTHER]) await apply(JSON.stringify(containment(`of-${node}`, node)));
}, 240_000);

afterAll(async () => {
  agent.close();
  anywhere.close();
  await kubectl(['delete', 'node', OTHER, '--ignore-not-found']);
  await remove();
  await removeKinds();
  await shop.close();
  await session.close();
}, 300_000);

/** Where the kubelet has put it for the agent's pod. */
async function tokenOnNode(): Promise<string> {
  const { stdout: uid } = await kubectl(['get', 'pods', '--namespace', HOME, '--selector', 'app.kubernetes.io/component=agent', '--output=jsonpath={.items[0].metadata.uid}']);
  return (await innode(['sh', '-c', `cat /var/lib/kubelet/pods/${uid}/volumes/kubernetes.io~projected/*/token`])).stdout.trim();
}

/** Of a pod that is not there, so that nobody acts on it. */
function containment(name: string, nodeName: string): object {
  const spec = { podRef: { name: 'nobody', uid: '00000000-0000-0000-0000-000000000000' }, nodeName, containers: ['app'], actions: ['Freeze'], reason: 'a test', requestedBy: 'shop/test', ttl: '1h' };
  return { apiVersion: VERSION, kind: 'Containment', metadata: { name, namespace: shop.name }, spec };
}

async function rightsOn(resource: Resource): Promise<string[]> {
  const verbs: string[] = [];
  for (const verb of VERBS) {
    const calls = (resource.namespaced ? [shop.name, HOME] : ['']).flatMap((namespace) => callOf(verb, resource, namespace) ?? []);
    const answers = await Promise.all(calls.map((call) => mayAsk(agent, call)));
    if (answers.includes(true)) verbs.push(verb);
  }
  return verbs;
}

it('RBAC gives the agent the rights of this table, of everything that the API server serves', async () => {
  const given: Record<string, string[]> = {};
  const all = await resources();
  for (const resource of all) {
    const verbs = await rightsOn(resource);
    if (verbs.length > 0) given[`${resource.group} ${resource.name}`] = verbs;
  }
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['secrets', 'pods/exec', 'pods/eviction', 'nodes/proxy', 'serviceaccounts/token', 'clusterrolebindings', 'securitynodes/status']));
  expect(given).toEqual(RIGHTS);
}, 180_000);

const node = (name: string, change: object, sub = '/status'): Call => ({ method: 'PATCH', path: `/apis/${VERSION}/securitynodes/${name}${sub}?dryRun=All`, body: change });
const held = (name: string, change: object, sub = ''): Call => ({ method: 'PATCH', path: `/apis/${VERSION}/namespaces/${shop.name}/containments/${name}${sub}?dryRun=All`, body: change });
const remade = (nodeName: string): Call => ({ method: 'POST', path: `/apis/${VERSION}/namespaces/${shop.name}/containments?dryRun=All`, body: containment('another', nodeName) });
const deleted = (name: string): Call => ({ method: 'DELETE', path: `/apis/${VERSION}/namespaces/${shop.name}/containments/${name}?dryRun=All` });
const seen = { status: { backend: 'tracepoint' } };
const OWN = `of-${NODE}`;
const THEIRS = `of-${OTHER}`;

it.each([
  ['the status of its own SecurityNode', () => node(NODE, seen)],
  ['a Containment of its own node', () => remade(NODE)],
  ['a container more in one', () => held(OWN, { spec: { containers: ['app', 'sidecar'] } })],
  ['an action more in one', () => held(OWN, { spec: { actions: ['Freeze', 'Terminate'] } })],
  ['the status of one', () => held(OWN, { status: { observedGeneration: 1 } }, '/status')],
  ['the end of one', () => deleted(OWN)],
])('it may write %s', async (_, call) => {
  const { code, message } = await agent.ask(call());
  expect([message, [200, 201].includes(code)]).toEqual(['', true]);
});

const NOT_MINE = /is not that of node node1|the Containment is of node node2/;
const NO_NODE = /names its node, and this one names none/;
const FIXED = /changes nothing else of its spec/;

it.each([
  ['the status of another node', () => node(OTHER, seen), NOT_MINE],
  ['a Containment of another node', () => remade(OTHER), NOT_MINE],
  ['a container more in one of another node', () => held(THEIRS, { spec: { containers: ['app', 'sidecar'] } }), NOT_MINE],
  ['the status of one of another node', () => held(THEIRS, { status: { observedGeneration: 1 } }, '/status'), NOT_MINE],
  ['the end of one of another node', () => deleted(THEIRS), NOT_MINE],
  ['another reason', () => held(OWN, { spec: { reason: 'none' } }), FIXED],
  ['another time to live', () => held(OWN, { spec: { ttl: '1s' } }), FIXED],
  ['what happens at its end', () => held(OWN, { spec: { onExpiry: 'Release' } }), FIXED],
  ['who asked for it', () => held(OWN, { spec: { requestedBy: 'somebody' } }), FIXED],
])('it may not write %s', async (_, call, said) => {
  const { code, message } = await agent.ask(call());
  expect([code, message]).toEqual([403, expect.stringMatching(said)]);
});

it.each([
  ['that a container is held', () => held(OWN, { spec: { containers: ['another'] } })],
  ['the node that a Containment is of', () => held(OWN, { spec: { nodeName: OTHER } })],
  ['the pod that a Containment is of', () => held(OWN, { spec: { podRef: { name: 'web' } } })],
  ['what its node is to do', () => node(NODE, { spec: { mode: 'Off' } }, '')],
  ['what its node is to do, as status', () => node(NODE, { status: { backend: 'none' }, spec: { mode: 'Off' } })],
])('it may not change %s', async (_, call) => {
  const { code } = await agent.ask(call());
  const mode = (await kubectl(['get', 'securitynode', NODE, '--output=jsonpath={.spec.mode}'])).stdout;
  expect([code >= 400 || call().path.includes('/status'), mode]).toEqual([true, 'Enforce']);
});

it.each([
  ['the status of a SecurityNode', () => node(NODE, seen)],
  ['a Containment', () => remade(NODE)],
  ['a container more in one', () => held(OWN, { spec: { containers: ['app', 'sidecar'] } })],
  ['the status of one', () => held(OWN, { status: { observedGeneration: 1 } }, '/status')],
  ['the end of one', () => deleted(OWN)],
])('with a token that names no node nobody writes %s', async (_, call) => {
  const { code, message } = await anywhere.ask(call());
  expect([code, message]).toEqual([403, expect.stringMatching(NO_NODE)]);
});
