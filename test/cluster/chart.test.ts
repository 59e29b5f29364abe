import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { one, rendered, RENDERED_FOR, SWITCHES, template, type Chart, type Manifest, type Rule } from './support/chart';
import { BIN } from './support/place';

// Of the charts as they are rendered: nothing here needs the cluster, only its helm. What an API server says of them is in test/api.

jest.setTimeout(30_000);

it.each<Chart>(['stasis', 'stasis-policies'])('helm lint has nothing to say of %s', async (chart) => {
  const { stdout } = await run(join(BIN, 'helm'), ['lint', '--strict', '--kube-version', '1.37.0', join(CHECKOUT, 'charts', chart)]);
  expect(stdout).not.toMatch(/WARNING|ERROR/);
});

it.each(SWITCHES.map((values) => [values]))('with %j every object is whole and there once', async (values) => {
  const manifests = await rendered('stasis', ...values);
  const names = manifests.map(({ kind, metadata: { name } }) => `${kind}/${name}`);
  expect(names.filter((name) => name.includes('undefined') || name.endsWith('/'))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  'settings.mode=Sometimes', 'settings.colour=red', 'settings.namespacedPolicyActions=Explode', 'settings.freezesPerMinute=-1', 'settings.freezesPerMinute=2000', 'settings.orphanAfter=soon',
  'operator.replicas=0', 'agent.privileged=true', 'agent.runtimes={runc}', 'agent.paths.state=here', 'image.agent.digest=latest', 'image.pullPolicy=Sometimes', 'unknown=1',
  'operator.resources.limits.memory=512M', 'operator.resources.memory=1Gi', 'monitoring.serviceMonitor.interval=often', 'networkPolicy.apiServer.ports[0]=0', 'networkPolicy.apiServer.cidrs={here}', 'networkPolicy.enabled=maybe',
])('refuses %s', async (value) => {
  expect((await template('stasis', [value], [1])).stderr).toContain("don't meet the specifications of the schema");
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
  const kept = async (...values: readonly string[]): Promise<number> => (await rendered('stasis', ...values)).filter(({ kind, metadata }) => kind === 'CustomResourceDefinition' && metadata.annotations?.['helm.sh/resource-policy'] === 'keep').length;
  expect(await kept()).toBe(6);
  expect(await kept('crds.keep=false')).toBe(0);
});

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Every place of a value, as "operator.replicas"; settings are named in comments alone, and `global` is every chart's. */
function places(value: unknown, path: string): string[] {
  const isOpen = typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0 || path === 'settings';
  return isOpen ? [path] : Object.entries(value).flatMap(([key, inner]) => places(inner, path === '' ? key : `${path}.${key}`));
}

it('the schema knows every value, and every value of the schema is there with its default', () => {
  const values = parse(readFileSync(join(CHECKOUT, 'charts/stasis/values.yaml'), 'utf8')) as unknown;
  const schema = JSON.parse(readFileSync(join(CHECKOUT, 'charts/stasis/values.schema.json'), 'utf8')) as Schema;
  const described = ({ $ref, properties }: Schema, path: string): string[] => {
    if ($ref === '#/definitions/image') return described(schema.definitions?.['image'] ?? {}, path);
    if (properties === undefined || path === 'settings') return [path];
    return Object.entries(properties).flatMap(([key, inner]) => described(inner, path === '' ? key : `${path}.${key}`));
  };
  const below = (place: string): string => place.replace(/^(operator|agent)\.(resources|nodeSelector|tolerations)\..*/, '$1.$2'); // the shapes of Kubernetes
  const had = new Set(places(values, '').map(below));
  expect([...had].sort()).toEqual(described(schema, '').filter((place) => place !== 'global').sort());
});

it('the operator\'s heap stays below its memory limit', async () => {
  const heap = async (...values: readonly string[]): Promise<string | undefined> =>
    (await one('Deployment', 'stasis-operator', ...values)).spec?.template?.spec.containers[0]?.env?.find(({ name }) => name === 'NODE_OPTIONS')?.value;
  expect(await heap()).toBe('--max-old-space-size=384');
  expect(await heap('operator.resources.limits.memory=2Gi')).toBe('--max-old-space-size=1536');
  expect(await heap('operator.resources.limits.memory=null')).toBeUndefined();
});

it('what needs other kinds, or a network that follows policies, is off by default', async () => {
  const kinds = new Set((await rendered('stasis')).map(({ kind }) => kind));
  expect([...kinds].filter((kind) => /Monitor|PrometheusRule|NetworkPolicy/.test(kind))).toEqual([]);
});

it('rules for alerts name metrics that the product has', async () => {
  const { spec } = await one('PrometheusRule', 'stasis', 'monitoring.prometheusRule.enabled=true');
  const named = new Set(JSON.stringify(spec).match(/stasis_[a-z_]+/g));
  const sources = ['src/agent/api/metrics.ts', 'src/operator/metrics.ts'].map((path) => readFileSync(join(CHECKOUT, path), 'utf8')).join('\n');
  expect(named.size).toBeGreaterThan(8);
  expect([...named].filter((name) => !sources.includes(`name: '${name}'`))).toEqual([]);
});

describe('the chart of the default library', () => {
  const sources = readdirSync(join(CHECKOUT, 'policies')).map((file) => parse(readFileSync(join(CHECKOUT, 'policies', file), 'utf8')) as Manifest);

  it('installs it, and every policy is in mode Audit', async () => {
    const policies = await rendered('stasis-policies');
    expect(policies.map(({ metadata: { name }, spec }) => ({ name, spec }))).toEqual(sources.map(({ metadata: { name }, spec }) => ({ name, spec })));
    expect(policies.filter(({ spec }) => spec?.['mode'] !== 'Audit')).toEqual([]);
  });

  it('leaves out what is excluded, and knows no other names', async () => {
    expect((await rendered('stasis-policies', 'exclude={servers}')).map(({ metadata }) => metadata.name)).toEqual(['foreign-programs', 'reconnaissance']);
    expect((await template('stasis-policies', ['exclude={server}'], [1])).stderr).toContain("don't meet the specifications of the schema");
  });
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
    const rules = (await rendered('stasis')).flatMap((manifest) => manifest.rules ?? []);
    expect(rules.length).toBeGreaterThan(15);
    const words = rules.flatMap(({ apiGroups, resources, verbs }) => [...apiGroups, ...resources, ...verbs]);
    expect(words.filter((word) => /[*]|secrets|exec|attach|portforward|roles|escalate|bind|impersonate/.test(word))).toEqual([]);
  });

  it.each([
    ['The operator', 'stasis-operator'],
    ['The agent', 'stasis-agent'],
    ['The Job of an uninstall', 'stasis-switch-off'],
    ['The drill', 'stasis-drill'],
  ])('"%s" has those of its table in docs/rbac.md, line by line', async (part, name) => {
    const roles = (await rendered('stasis')).filter(({ kind, metadata }) => /^(Cluster)?Role$/.test(kind) && metadata.name === name);
    const given = roles.flatMap(({ kind, metadata: { namespace }, rules }) => expand(kind === 'ClusterRole' ? 'cluster' : namespace === RENDERED_FOR ? 'own' : 'drill', rules ?? []));
    expect(given.sort()).toEqual(documented(part).sort());
  });

  it('people\'s are the table of docs/rbac.md, line by line, and part of no other role', async () => {
    const roles = (await rendered('stasis')).filter(({ kind, metadata }) => kind === 'ClusterRole' && /viewer|editor|responder/.test(metadata.name));
    expect(roles.flatMap(({ metadata, rules }) => expand(metadata.name, rules ?? [])).sort()).toEqual(documented('People').sort());
    expect(JSON.stringify(roles)).not.toContain('aggregat');
  });

  it('what the drill has is there only while helm test runs', async () => {
    const drills = (await rendered('stasis')).filter(({ metadata: { name, namespace } }) => name === 'stasis-drill' || namespace === 'stasis-drill');
    expect(drills.map(({ kind }) => kind).sort()).toEqual(['Namespace', 'Pod', 'Role', 'RoleBinding', 'ServiceAccount']);
    expect(drills.filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'] !== 'test' || !metadata.annotations['helm.sh/hook-delete-policy']?.includes('hook-succeeded'))).toEqual([]);
    expect((await rendered('stasis', 'drill.createNamespace=false', 'drill.namespace=a')).filter(({ kind }) => kind === 'Namespace')).toEqual([]);
  });

  it('there are no roles beside those', async () => {
    const roles = (await rendered('stasis')).filter(({ kind }) => /^(Cluster)?Role$/.test(kind)).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(roles.sort()).toEqual([
      ...['agent', 'editor', 'operator', 'responder', 'switch-off', 'viewer'].map((name) => `ClusterRole/stasis-${name}`),
      ...['drill', 'operator', 'switch-off'].map((name) => `Role/stasis-${name}`),
    ]);
  });
});

/** One line for each verb on each resource. */
function expand(scope: string, rules: readonly Rule[]): string[] {
  return rules.flatMap(({ apiGroups, resources, resourceNames = [''], verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => resourceNames.flatMap((name) => verbs.map((verb) => `${scope} ${group || 'core'} ${resource}${name === '' ? '' : ` [${name}]`} ${verb}`)))),
  );
}

function documented(part: string): string[] {
  const section = readFileSync(join(CHECKOUT, 'docs/rbac.md'), 'utf8').split(/^## /m).find((text) => text.startsWith(`${part}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => /^\| (cluster|own|drill|stasis-[a-z]+) /.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  return rows.flatMap(([scope = '', group = '', resources = '', verbs = '']) => resources.split(', ').flatMap((resource) => verbs.split(', ').map((verb) => `${scope} ${group} ${resource} ${verb}`)));
}
