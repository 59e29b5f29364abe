/**
 * Who may write what of SecurityNodes and Containments. Everybody in this file has every right on our kinds: what is refused
 * is refused by the admission policies, what is allowed is allowed by them.
 */
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { admissionPolicy, startApi, type Api } from './support/api';

const SYSTEM = 'stasis-system';
const VERSION = 'stasis.dev/v1alpha1';
const SETTINGS = {
  protected: { namespaces: ['kube-system'], priorityClasses: ['system-*'] },
  allowedActions: { namespacedPolicies: ['Alert'], clusterPolicies: ['Alert'], people: ['Freeze'] },
  freezesPerMinute: 10,
  orphanAfter: '24h',
  startup: 'Open',
  freezer: 'Direct',
};

let session: Session;
let api: Api;

type Caller = 'the agent of n1' | 'an agent without a node' | 'the operator' | 'another pod on n1' | 'an administrator';
const tokens = new Map<Caller, string>();

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  await api.create(...['stasis-system', 'shop'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
  await api.create(...['n1', 'n2'].flatMap((name) => [{ apiVersion: 'v1', kind: 'Node', metadata: { name } }, aNode(name)]));
  await api.create(...['stasis-agent', 'stasis-operator', 'another'].flatMap(account));
  tokens.set('the agent of n1', await token('stasis-agent', 'n1'));
  tokens.set('an agent without a node', await token('stasis-agent'));
  tokens.set('the operator', await token('stasis-operator', 'n1'));
  tokens.set('another pod on n1', await token('another', 'n1'));
  await api.kubectl(['apply', '-f', '-'], admissionPolicy('nodes'));
  await api.kubectl(['apply', '-f', '-'], admissionPolicy('containments'));
  await waitFor('the policies to be in force', async () => {
    const tries = [await as('an agent without a node', ['label', 'secnode', 'n1', 'x=y', '--dry-run=server']), await as('an agent without a node', ['create', '-f', '-', '--dry-run=server'], aContainment('x', 'n1'))];
    return tries.every(({ code }) => code === 1);
  });
}, 180_000);

afterAll(() => session.close(), 30_000);

/** A service account with every right on our kinds. */
function account(name: string): readonly object[] {
  const subject = { kind: 'ServiceAccount', name, namespace: SYSTEM };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: SYSTEM } },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name }, rules: [{ apiGroups: ['stasis.dev'], resources: ['*'], verbs: ['*'] }] },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name }, subjects: [subject], roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name } },
  ];
}

/** As the kubelet asks for it: bound to a pod on a node. */
async function token(name: string, nodeName?: string): Promise<string> {
  const pod = `${name}-pod`;
  const bound = nodeName === undefined ? [] : ['--bound-object-kind', 'Pod', '--bound-object-name', pod];
  if (nodeName !== undefined) {
    const spec = { serviceAccountName: name, nodeName, containers: [{ name: 'main', image: 'e2e.local/base:1' }] };
    await api.create({ apiVersion: 'v1', kind: 'Pod', metadata: { name: pod, namespace: SYSTEM }, spec });
  }
  return (await api.kubectl(['create', 'token', name, '--namespace', SYSTEM, ...bound])).stdout.trim();
}

function as(caller: Caller, args: readonly string[], object?: object): ReturnType<Api['kubectl']> {
  const input = object === undefined ? undefined : JSON.stringify(object);
  const bearer = tokens.get(caller);
  return bearer === undefined ? api.kubectl(args, input) : api.kubectlAs(bearer, args, input);
}

function aNode(name: string): object {
  return { apiVersion: VERSION, kind: 'SecurityNode', metadata: { name }, spec: { mode: 'Enforce', settings: SETTINGS } };
}

function aContainment(name: string, nodeName: string): object {
  const spec = { podRef: { name: 'web', uid: '5f0c1d2e' }, nodeName, containers: ['app'], actions: ['Freeze'], reason: 'a foreign program', requestedBy: 'shop/web-tier', ttl: '1h' };
  return { apiVersion: VERSION, kind: 'Containment', metadata: { name, namespace: 'shop' }, spec };
}

interface Attempt {
  readonly caller: Caller;
  readonly what: string;
  readonly args: readonly string[];
  readonly object?: object;
}

interface Refused extends Attempt {
  /** What kubectl shows of the refusal. */
  readonly said: string;
}

function patch(kind: string, name: string, change: object): readonly string[] {
  return ['patch', kind, name, '--namespace', 'shop', '--type=merge', '--patch', JSON.stringify(change)];
}

function patchStatus(kind: string, name: string, status: object): readonly string[] {
  return [...patch(kind, name, { status }), '--subresource=status'];
}

const NO_NODE = 'that names its node, and this one names none';

describe('a SecurityNode', () => {
  const seen = { observedGeneration: 1, mode: 'Enforce' };

  const allowed: readonly Attempt[] = [
    { caller: 'the agent of n1', what: 'write the status of n1', args: patchStatus('secnode', 'n1', seen) },
    { caller: 'the operator', what: 'write the spec of n1', args: patch('secnode', 'n1', { spec: { permits: [{ podUID: 'u1' }] } }) },
    { caller: 'the operator', what: 'write the spec of n2', args: patch('secnode', 'n2', { spec: { mode: 'Audit' } }) },
    { caller: 'the operator', what: 'make one', args: ['create', '-f', '-'], object: aNode('n3') },
    { caller: 'the operator', what: 'delete one', args: ['delete', 'secnode', 'n3', '--wait=false'] },
    { caller: 'an administrator', what: 'write the spec of n1', args: patch('secnode', 'n1', { spec: { mode: 'Enforce' } }) },
    { caller: 'an administrator', what: 'label n1', args: ['label', 'secnode', 'n1', 'team=security'] },
    { caller: 'another pod on n1', what: 'write the status of its node', args: patchStatus('secnode', 'n1', seen) },
  ];
  it.each(allowed)('lets $caller $what', async ({ caller, args, object }) => {
    expect(await as(caller, args, object)).toMatchObject({ code: 0, stderr: '' });
  }, 30_000);

  const only = 'an agent writes only the status of a SecurityNode';
  const refused: readonly Refused[] = [
    { caller: 'the agent of n1', what: 'write the status of n2', args: patchStatus('secnode', 'n2', seen), said: 'the SecurityNode n2 is not that of node n1, for which this token was issued' },
    { caller: 'the agent of n1', what: 'write the spec of n1', args: patch('secnode', 'n1', { spec: { mode: 'Off' } }), said: only },
    { caller: 'the agent of n1', what: 'label n1', args: ['label', 'secnode', 'n1', 'x=y'], said: only },
    { caller: 'the agent of n1', what: 'make one', args: ['create', '-f', '-'], object: aNode('n4'), said: only },
    { caller: 'the agent of n1', what: 'delete n1', args: ['delete', 'secnode', 'n1'], said: only },
    { caller: 'the agent of n1', what: 'delete all', args: ['delete', 'secnode', '--all'], said: only },
    { caller: 'an agent without a node', what: 'write the status of n1', args: patchStatus('secnode', 'n1', seen), said: NO_NODE },
    { caller: 'an agent without a node', what: 'write the spec of n1', args: patch('secnode', 'n1', { spec: { mode: 'Off' } }), said: only },
    { caller: 'another pod on n1', what: 'write the status of n2', args: patchStatus('secnode', 'n2', seen), said: 'the SecurityNode n2 is not that of node n1' },
    { caller: 'an administrator', what: 'write the status of n1', args: patchStatus('secnode', 'n1', seen), said: NO_NODE },
  ];
  it.each(refused)('does not let $caller $what: $said', async ({ caller, args, object, said }) => {
    const { code, stderr } = await as(caller, args, object);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(said) as unknown });
    expect(stderr).toContain('Forbidden');
  }, 30_000);

  it('takes nothing but the status from an agent that writes it', async () => {
    const whole = { ...aNode('n1'), metadata: { name: 'n1', labels: { forged: 'yes' } }, spec: { mode: 'Off', settings: SETTINGS }, status: { mode: 'Off' } };
    expect(await as('the agent of n1', ['apply', '--server-side', '--force-conflicts', '--subresource=status', '-f', '-'], whole)).toMatchObject({ code: 0 });
    const { stdout } = await api.kubectl(['get', 'secnode', 'n1', '--output=jsonpath={.spec.mode} {.metadata.labels.forged} {.status.mode}']);
    expect(stdout).toBe('Enforce  Off');
  }, 30_000);
});

describe('a Containment', () => {
  beforeAll(() => api.create(aContainment('of-n1', 'n1'), aContainment('of-n2', 'n2')), 30_000);

  const more = { containers: ['app', 'sidecar'], actions: ['Freeze', 'Terminate'] };
  const status = { observedGeneration: 1 };

  const allowed: readonly Attempt[] = [
    { caller: 'the agent of n1', what: 'declare what it holds', args: ['create', '-f', '-'], object: aContainment('declared', 'n1') },
    { caller: 'the agent of n1', what: 'add a container and an action', args: patch('contain', 'of-n1', { spec: more }) },
    { caller: 'the agent of n1', what: 'write its status', args: patchStatus('contain', 'of-n1', status) },
    { caller: 'the agent of n1', what: 'put its finalizer on it', args: patch('contain', 'of-n1', { metadata: { finalizers: ['stasis.dev/thaw'] } }) },
    { caller: 'the agent of n1', what: 'take its finalizer off', args: patch('contain', 'of-n1', { metadata: { finalizers: null } }) },
    { caller: 'the agent of n1', what: 'delete one of its own', args: ['delete', 'contain', 'declared', '--namespace', 'shop', '--wait=false'] },
    { caller: 'an administrator', what: 'freeze a pod', args: ['create', '-f', '-'], object: aContainment('by-a-person', 'n2') },
    { caller: 'an administrator', what: 'change its reason and ttl', args: patch('contain', 'by-a-person', { spec: { reason: 'looked into', ttl: '2h' } }) },
    { caller: 'an administrator', what: 'release a pod', args: ['delete', 'contain', 'by-a-person', '--namespace', 'shop', '--wait=false'] },
    { caller: 'the operator', what: 'take a finalizer off', args: patch('contain', 'of-n2', { metadata: { finalizers: null } }) },
  ];
  it.each(allowed)('lets $caller $what', async ({ caller, args, object }) => {
    expect(await as(caller, args, object)).toMatchObject({ code: 0, stderr: '' });
  }, 30_000);

  const nothingElse = 'an agent may add to containers and actions of a Containment, and changes nothing else of its spec';
  const refused: readonly Refused[] = [
    { caller: 'the agent of n1', what: 'declare one for n2', args: ['create', '-f', '-'], object: aContainment('forged', 'n2'), said: 'the Containment is of node n2, the token was issued for node n1' },
    { caller: 'the agent of n1', what: 'add to one of n2', args: patch('contain', 'of-n2', { spec: more }), said: 'the Containment is of node n2' },
    { caller: 'the agent of n1', what: 'write the status of one of n2', args: patchStatus('contain', 'of-n2', status), said: 'the Containment is of node n2' },
    { caller: 'the agent of n1', what: 'delete one of n2', args: ['delete', 'contain', 'of-n2', '--namespace', 'shop'], said: 'the Containment is of node n2' },
    { caller: 'the agent of n1', what: 'delete all', args: ['delete', 'contain', '--all', '--namespace', 'shop', '--dry-run=server'], said: 'the Containment is of node n2' },
    { caller: 'the agent of n1', what: 'change the reason', args: patch('contain', 'of-n1', { spec: { reason: 'another' } }), said: nothingElse },
    { caller: 'the agent of n1', what: 'take the reason away', args: patch('contain', 'of-n1', { spec: { reason: null } }), said: nothingElse },
    { caller: 'the agent of n1', what: 'change who asked for it', args: patch('contain', 'of-n1', { spec: { requestedBy: 'root' } }), said: nothingElse },
    { caller: 'the agent of n1', what: 'change the ttl', args: patch('contain', 'of-n1', { spec: { ttl: '1s' } }), said: nothingElse },
    { caller: 'the agent of n1', what: 'change what happens at its end', args: patch('contain', 'of-n1', { spec: { onExpiry: 'Release' } }), said: nothingElse },
    { caller: 'the agent of n1', what: 'take a container out', args: patch('contain', 'of-n1', { spec: { containers: ['other'] } }), said: 'containers can be added, not taken out' },
    { caller: 'the agent of n1', what: 'take an action out', args: patch('contain', 'of-n1', { spec: { actions: ['Terminate'] } }), said: 'actions can be added, not taken out' },
    { caller: 'the agent of n1', what: 'move it to another node', args: patch('contain', 'of-n1', { spec: { nodeName: 'n2' } }), said: 'a Containment stays on its node' },
    { caller: 'the agent of n1', what: 'turn it to another pod', args: patch('contain', 'of-n1', { spec: { podRef: { uid: 'other' } } }), said: 'a Containment stays with its pod' },
    { caller: 'an agent without a node', what: 'declare one', args: ['create', '-f', '-'], object: aContainment('forged', 'n1'), said: NO_NODE },
    { caller: 'an agent without a node', what: 'write the status of one', args: patchStatus('contain', 'of-n1', status), said: NO_NODE },
    { caller: 'an agent without a node', what: 'delete one', args: ['delete', 'contain', 'of-n1', '--namespace', 'shop'], said: NO_NODE },
    { caller: 'an administrator', what: 'take a container out', args: patch('contain', 'of-n2', { spec: { containers: ['other'] } }), said: 'containers can be added, not taken out; delete the Containment to release them' },
    { caller: 'an administrator', what: 'move it to another node', args: patch('contain', 'of-n2', { spec: { nodeName: 'n1' } }), said: 'a Containment stays on its node; delete it and make another' },
    { caller: 'an administrator', what: 'make one without containers', args: ['create', '-f', '-'], object: { ...aContainment('empty', 'n1'), spec: { podRef: { name: 'w', uid: 'u' }, nodeName: 'n1', containers: [], actions: ['Freeze'] } }, said: 'spec.containers: Invalid value' },
    { caller: 'an administrator', what: 'make one that expires without a ttl', args: ['create', '-f', '-'], object: { ...aContainment('endless', 'n1'), spec: { podRef: { name: 'w', uid: 'u' }, nodeName: 'n1', containers: ['a'], actions: ['Freeze'], onExpiry: 'Release' } }, said: 'spec.ttl: Required value: without a ttl it never expires' },
  ];
  it.each(refused)('does not let $caller $what: $said', async ({ caller, args, object, said }) => {
    const { code, stderr } = await as(caller, args, object);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(said) as unknown });
  }, 30_000);
});
