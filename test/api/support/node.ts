import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { compile } from '../../../src/compile';
import { containmentName, type ContainmentStatus } from '../../../src/contract/containment';
import { agentConfigName } from '../../../src/contract/agent-config';
import type { NodeSpec } from '../../../src/contract/node';
import { PLAN_FORMAT } from '../../../src/contract/plan';
import type { Policy } from '../../../src/contract/policy';
import { writePlan } from '../../../src/contract/written-plan';
import { startAgent, type Agent } from '../../support/agent';
import { newContainerId, type Container, type ContainerOptions } from '../../support/container';
import { runcContainer } from '../../support/runc';
import type { Session } from '../../support/session';
import { waitFor } from '../../support/wait';
import type { Api } from './api';

type Json = Readonly<Record<string, unknown>>;

/** A pod whose containers are made by hand: an object of the API server, and cgroups named after its UID. */
export interface TestPod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** Those that its runtime gives to a container of it. */
  readonly annotations: (container: string) => Readonly<Record<string, string>>;
  /** Starts a container of it with plain runc. */
  readonly run: (name: string) => (options: ContainerOptions) => Promise<Container>;
}

export const SETTINGS: NodeSpec['settings'] = {
  protected: { namespaces: ['kube-system'], priorityClasses: ['system-*'] },
  allowedActions: { namespacedPolicies: ['Alert', 'Kill', 'Freeze'], clusterPolicies: ['Alert', 'Kill', 'Freeze'], people: ['Alert', 'Kill', 'Freeze'] },
  freezesPerMinute: 0,
  orphanAfter: '24h',
  startup: 'Open',
  freezer: 'Direct',
};

/** Makes a Node and its SecurityNode, as the operator would. */
export async function createNode(api: Api, name: string, spec: Partial<NodeSpec> = {}): Promise<void> {
  await api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/hostname': name } } });
  await createSecurityNode(api, name, spec);
}

/** Makes the SecurityNode alone. */
export async function createSecurityNode(api: Api, name: string, spec: Partial<NodeSpec> = {}): Promise<void> {
  await api.create({ apiVersion: 'stasis.dev/v1alpha1', kind: 'SecurityNode', metadata: { name }, spec: { mode: 'Enforce', settings: SETTINGS, ...spec } });
}

/** Changes the spec of a SecurityNode, as the operator would. */
export async function patchNode(api: Api, name: string, spec: Json): Promise<void> {
  const { code, stderr } = await api.kubectl(['patch', 'securitynode', name, '--type=merge', '--patch', JSON.stringify({ spec })]);
  if (code !== 0) throw new Error(stderr);
}

/** An object, as `pod/web`, as it is now; undefined: there is none. */
export async function read(api: Api, what: string, namespace = 'default'): Promise<Json | undefined> {
  const { code, stdout } = await api.kubectl(['get', what, '-n', namespace, '-o', 'json']);
  return code === 0 ? (JSON.parse(stdout) as Json) : undefined;
}

/** Of the spec of a SecurityNode. */
export async function generationOf(api: Api, name: string): Promise<number> {
  return Number(((await read(api, `securitynode/${name}`))?.['metadata'] as Json)['generation']);
}

/** The API server lets nobody take the finalizer off a Containment until the result is called. */
export async function keepFinalizers(api: Api): Promise<() => Promise<void>> {
  const name = 'keep-finalizers';
  const admission = { apiVersion: 'admissionregistration.k8s.io/v1', metadata: { name } };
  const rule = { apiGroups: ['stasis.dev'], apiVersions: ['*'], operations: ['UPDATE'], resources: ['containments'] };
  const expression = '!has(oldObject.metadata.finalizers) || has(object.metadata.finalizers)';
  await api.create(
    { ...admission, kind: 'ValidatingAdmissionPolicy', spec: { matchConstraints: { resourceRules: [rule] }, validations: [{ expression, message: 'not yet' }] } },
    { ...admission, kind: 'ValidatingAdmissionPolicyBinding', spec: { policyName: name, validationActions: ['Deny'] } },
  );
  await waitFor('the API server to keep finalizers', async () => (await dropAll(api)).includes('not yet'), { timeout: 20_000, interval: 200 });
  return async () => {
    await api.kubectl(['delete', 'validatingadmissionpolicybinding', name]);
  };
}

/** What the API server says to it; nothing is changed. */
async function dropAll(api: Api): Promise<string> {
  const { stdout } = await api.kubectl(['get', 'containments', '-o', 'jsonpath={range .items[?(@.metadata.finalizers)]}{.metadata.name} {end}']);
  const [name = 'none'] = stdout.split(' ');
  return (await api.kubectl(['patch', 'containment', name, '--type=merge', '--dry-run=server', '--patch', JSON.stringify({ metadata: { finalizers: null } })])).stderr;
}

/** The status of a SecurityNode once it is as expected. */
export function nodeStatusWhen(api: Api, name: string, isSo: (status: Json) => boolean): Promise<Json> {
  return waitFor('the status of the node', async () => {
    const status = (await read(api, `securitynode/${name}`))?.['status'] as Json | undefined;
    return status !== undefined && isSo(status) ? status : undefined;
  }, { timeout: 20_000, interval: 200 });
}

/** The Containment of a pod once its state is as expected. */
export function containmentWhen(api: Api, pod: TestPod, isSo: (state: string, status: ContainmentStatus) => boolean): Promise<Json> {
  return waitFor('the Containment', async () => {
    const object = await read(api, `containment/${containmentName(pod)}`);
    const status = (object?.['status'] ?? {}) as ContainmentStatus;
    return object !== undefined && isSo(status.conditions?.[0]?.reason ?? '', status) ? object : undefined;
  }, { timeout: 20_000, interval: 100 });
}

/** Freezes pods with the label tier: web in which a written program is started. */
export const FOREIGN_PROGRAMS: Policy = {
  kind: 'SecurityPolicy',
  namespace: 'default',
  name: 'web',
  mode: 'Enforce',
  target: { podSelector: { matchLabels: { tier: 'web' } } },
  rules: [{ name: 'foreign-program', severity: 'Critical', message: 'a foreign program was started', tags: ['T1105'], process: { origin: ['Written'] }, respond: ['Freeze'] }],
};

let revision = 0;

/** Publishes a policy, as the operator would; resolves with the revision. */
export async function publish(api: Api, policy: Policy): Promise<number> {
  const { plan, diagnostics } = compile(policy, { hash: sha256 });
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  const { kind, name, namespace } = policy;
  const config = {
    apiVersion: 'stasis.dev/v1alpha1',
    kind: 'AgentConfig',
    metadata: { name: agentConfigName(policy, sha256) },
    spec: {
      policy: { kind, name, ...(namespace === undefined ? {} : { namespace }), uid: randomUUID(), generation: 1, createdAt: '2026-01-01T00:00:00Z' },
      revision: ++revision,
      plan: writePlan(plan, PLAN_FORMAT, sha256),
    },
  };
  const { code, stderr } = await api.kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], JSON.stringify(config));
  if (code !== 0) throw new Error(stderr);
  return revision;
}

export async function createPod(api: Api, session: Session, pod: { readonly name: string; readonly node: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>>; readonly more?: Json }): Promise<TestPod> {
  const { name, node, namespace = 'default', labels = {}, more = {} } = pod;
  await api.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: { nodeName: node, automountServiceAccountToken: false, containers: [{ name: 'app', image: 'test' }], ...more },
  });
  const uid = String(((await read(api, `pod/${name}`, namespace))?.['metadata'] as Json)['uid']);
  const annotations: TestPod['annotations'] = (container) => ({
    'io.kubernetes.cri.container-type': 'container',
    'io.kubernetes.cri.container-name': container,
    'io.kubernetes.cri.sandbox-namespace': namespace,
    'io.kubernetes.cri.sandbox-name': name,
    'io.kubernetes.cri.sandbox-uid': uid,
  });
  const run: TestPod['run'] = (container) => (options) => runcContainer(session, { ...options, id: newContainerId(), parent: `pod${uid}`, annotations: annotations(container) });
  return { name, namespace, uid, annotations, run };
}

/** Starts the agent of a node of this cluster. */
export function startNodeAgent(session: Session, node: string, kubeconfig: string): Promise<Agent> {
  return startAgent(session, { policies: undefined, flags: ['--cluster', '--kubeconfig', kubeconfig, '--node', node, '--state-dir', join(session.directory, 'kept'), '--log-level', 'debug'] });
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
