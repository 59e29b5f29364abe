import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { CHECKOUT } from '../support/checkout';
import { run, type Outcome } from '../support/command';
import { BIN } from './support/place';

const CHART = join(CHECKOUT, 'charts/stasis');

// Of the chart as it is rendered: nothing here needs the cluster, only its helm.

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
  readonly rules?: readonly Rule[];
  readonly spec?: { readonly template?: { readonly spec: PodSpec } };
}

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

interface PodSpec {
  readonly hostPID?: boolean;
  readonly hostNetwork?: boolean;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly { readonly image: string; readonly securityContext: Readonly<Record<string, unknown>> }[];
}

function template(values: readonly string[], accept: readonly number[] = [0]): Promise<Outcome> {
  const set = values.flatMap((value) => ['--set', value]);
  return run(join(BIN, 'helm'), ['template', 'stasis', CHART, '--namespace', 'its-home', '--kube-version', '1.37.0', ...set], { accept });
}

async function rendered(...values: readonly string[]): Promise<readonly Manifest[]> {
  const { stdout } = await template(values);
  return parseAllDocuments(stdout).map((document) => document.toJS() as Manifest | null).filter((manifest) => manifest !== null);
}

async function one(kind: string, name: string, ...values: readonly string[]): Promise<Manifest> {
  const found = (await rendered(...values)).find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (found === undefined) throw new Error(`the chart renders no ${kind} ${name}`);
  return found;
}

it('helm lint has nothing to say', async () => {
  const { stdout } = await run(join(BIN, 'helm'), ['lint', '--strict', '--kube-version', '1.37.0', CHART]);
  expect(stdout).not.toMatch(/WARNING|ERROR/);
});

it.each([
  [[]],
  [['crds.install=false', 'operator.replicas=1']],
  [['crds.keep=false', 'operator.podDisruptionBudget=false']],
  [['agent.runtimes={/opt/runc,/opt/crun}', 'agent.paths.containerdState=/run/k3s/containerd']],
  [['settings.mode=Audit', 'settings.freezesPerMinute=5', 'settings.orphanAfter=1h', 'settings.namespacedPolicyActions=Alert']],
  [['agent.affinity.nodeAffinity.x=1', 'operator.affinity.podAffinity.x=1', 'image.pullSecrets[0].name=key', 'agent.nodeSelector.pool=a', 'operator.tolerations[0].operator=Exists']],
])('with %j every object is whole and there once', async (values) => {
  const manifests = await rendered(...values);
  const names = manifests.map(({ kind, metadata: { name } }) => `${kind}/${name}`);
  expect(names.filter((name) => name.includes('undefined') || name.endsWith('/'))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  'settings.mode=Sometimes', 'settings.colour=red', 'settings.namespacedPolicyActions=Explode', 'settings.freezesPerMinute=-1', 'settings.freezesPerMinute=2000', 'settings.orphanAfter=soon',
  'operator.replicas=0', 'agent.privileged=true', 'agent.runtimes={runc}', 'agent.paths.state=here', 'image.agent.digest=latest', 'image.pullPolicy=Sometimes', 'unknown=1',
])('refuses %s', async (value) => {
  expect((await template([value], [1])).stderr).toContain("don't meet the specifications of the schema");
});

it('an image is named by tag, and by digest where there is one', async () => {
  const image = async (...values: readonly string[]): Promise<string | undefined> => (await one('DaemonSet', 'stasis-agent', ...values)).spec?.template?.spec.containers[0]?.image;
  const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as { readonly version: string };
  expect(await image()).toBe(`stasis-agent:${version}`);
  expect(await image('image.agent.tag=7')).toBe('stasis-agent:7');
  expect(await image('image.agent.tag=7', `image.agent.digest=sha256:${'a'.repeat(64)}`)).toBe(`stasis-agent@sha256:${'a'.repeat(64)}`);
});

it('settings are the strings that the operator reads', async () => {
  const { data } = await one('ConfigMap', 'stasis', 'settings.mode=Audit', 'settings.freezesPerMinute=5', 'settings.protectedNamespaces=kube-system\\,db');
  expect(data).toEqual({ mode: 'Audit', freezesPerMinute: '5', protectedNamespaces: 'kube-system,db' });
});

it('kinds outlive helm uninstall unless they shall not', async () => {
  const kept = async (...values: readonly string[]): Promise<number> => (await rendered(...values)).filter(({ kind, metadata }) => kind === 'CustomResourceDefinition' && metadata.annotations?.['helm.sh/resource-policy'] === 'keep').length;
  expect(await kept()).toBe(6);
  expect(await kept('crds.keep=false')).toBe(0);
});

describe('rights', () => {
  it('the agent has capabilities by list and no other privilege', async () => {
    const pod = (await one('DaemonSet', 'stasis-agent')).spec?.template?.spec;
    expect(pod?.hostNetwork).toBeUndefined();
    expect(pod?.containers[0]?.securityContext).toEqual({
      privileged: false, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsUser: 0,
      capabilities: { drop: ['ALL'], add: ['BPF', 'PERFMON', 'SYS_PTRACE', 'DAC_READ_SEARCH', 'KILL', 'SYS_NICE'] },
    });
  });

  it.each([['Deployment', 'stasis-operator'], ['Job', 'stasis-switch-off']])('the %s %s is nobody and has nothing', async (kind, name) => {
    const pod = (await one(kind, name)).spec?.template?.spec;
    expect(pod?.hostPID).toBeUndefined();
    expect(pod?.securityContext).toEqual({ runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod?.containers[0]?.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  });

  it('no role names everything, secrets, exec or roles', async () => {
    const rules = (await rendered()).flatMap((manifest) => manifest.rules ?? []);
    expect(rules.length).toBeGreaterThan(15);
    const words = rules.flatMap(({ apiGroups, resources, verbs }) => [...apiGroups, ...resources, ...verbs]);
    expect(words.filter((word) => /[*]|secrets|exec|attach|portforward|roles|escalate|bind|impersonate/.test(word))).toEqual([]);
  });

  it('the operator\'s are the table of docs/rbac.md, line by line', async () => {
    const [cluster, own] = [await one('ClusterRole', 'stasis-operator'), await one('Role', 'stasis-operator')];
    const given = [...expand('cluster', cluster.rules ?? []), ...expand('own', own.rules ?? [])].sort();
    expect(given).toEqual(documented('The operator').sort());
  });
});

/** One line for each verb on each resource. */
function expand(scope: string, rules: readonly Rule[]): string[] {
  return rules.flatMap(({ apiGroups, resources, resourceNames = [''], verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => resourceNames.flatMap((name) => verbs.map((verb) => `${scope} ${group || 'core'} ${resource}${name === '' ? '' : ` [${name}]`} ${verb}`)))),
  );
}

function documented(part: string): string[] {
  const section = readFileSync(join(CHECKOUT, 'docs/rbac.md'), 'utf8').split(/^## /m).find((text) => text.startsWith(part)) ?? '';
  const rows = section.split('\n').filter((line) => /^\| (cluster|own) /.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  return rows.flatMap(([scope = '', group = '', resources = '', verbs = '']) => resources.split(', ').flatMap((resource) => verbs.split(', ').map((verb) => `${scope} ${group} ${resource} ${verb}`)));
}
