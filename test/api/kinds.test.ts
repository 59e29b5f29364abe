/** The kinds as a real API server knows them: established, explained field by field, and shown as the design shows them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HARNESS } from '../cluster/support/place';
import { MAX_PLAN_TEXT } from '../../src/contract/plan';
import { aPolicy, aRule } from '../support/build-policy';
import { openSession, type Session } from '../support/session';
import { CRDS, startApi, type Api } from './support/api';

jest.setTimeout(60_000);

let session: Session;
let api: Api;

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  await api.create(...['shop', 'stasis-system'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
}, 180_000);

afterAll(() => session.close(), 30_000);

interface Crd {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly names: { readonly kind: string; readonly singular: string; readonly shortNames: readonly string[] } };
  readonly status?: { readonly conditions: readonly { readonly type: string; readonly status: string; readonly message: string }[] };
}

const OURS = readdirSync(CRDS)
  .sort()
  .map((file) => parse(readFileSync(join(CRDS, file), 'utf8')) as Crd);

async function json<Value>(args: readonly string[]): Promise<Value> {
  const { stdout, stderr } = await api.kubectl(args);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Value;
}

describe('the kinds', () => {
  it('are taken as they are: structural, established, with all their names', async () => {
    const { items } = await json<{ readonly items: readonly Crd[] }>(['get', 'crd', '--output=json']);
    const states = items.map(({ metadata, status }) => ({ name: metadata.name, conditions: status?.conditions.map(({ type, status: holds }) => `${type}=${holds}`).sort() }));
    expect(states).toEqual(OURS.map(({ metadata }) => ({ name: metadata.name, conditions: ['Established=True', 'NamesAccepted=True'] })));
  });

  it('are listed by their category', async () => {
    const { stdout } = await api.kubectl(['api-resources', '--categories=stasis', '--output=name']);
    expect(stdout.trim().split('\n').sort()).toEqual(OURS.map(({ metadata }) => metadata.name));
  });

  it.each(OURS.flatMap(({ spec: { names } }) => names.shortNames.map((short) => [short, names.kind])))('answer to %s', async (short, kind) => {
    expect((await api.kubectl(['explain', short])).stdout).toMatch(new RegExp(`^GROUP: +stasis\\.dev\\nKIND: +${kind}\\n`, 'u'));
  });
});

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
}

/** Paths that `kubectl explain` takes: of every object that has fields. */
function objectsIn(schema: Schema, path: string): readonly string[] {
  const inner = schema.items ?? schema;
  const fields = Object.entries(inner.properties ?? {}).filter(([name]) => path.includes('.') || !['apiVersion', 'kind', 'metadata'].includes(name));
  return fields.length === 0 ? [] : [path, ...fields.flatMap(([name, child]) => objectsIn(child, `${path}.${name}`))];
}

describe('kubectl explain', () => {
  it.each(OURS.map(({ spec }) => [spec.names.kind, spec.names.singular]))('describes every field of %s', async (kind, singular) => {
    const { components } = await json<{ readonly components: { readonly schemas: Readonly<Record<string, Schema>> } }>(['get', '--raw', '/openapi/v3/apis/stasis.dev/v1alpha1']);
    const schema = components.schemas[`dev.stasis.v1alpha1.${kind}`];
    if (schema === undefined) throw new Error(`no schema of ${kind}`);
    const paths = objectsIn(schema, singular);
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      const { stdout } = await api.kubectl(['explain', path]);
      expect(stdout).toContain('FIELDS:');
      expect(stdout).not.toMatch(/<empty>|<no description>/u);
    }
  });
});

const VERSION = 'stasis.dev/v1alpha1';
const RULE = { severity: 'High', process: { origin: ['Written'] } };
const OFTEN = '2026-11-24T00:00:00Z';

function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

function condition(type: string, status: string, reason: string): object {
  return { type, status, reason, message: '', lastTransitionTime: OFTEN };
}

/** The cells of each line, the head first. No cell holds two spaces. */
async function table(args: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { stdout, stderr } = await api.kubectl(args);
  if (stdout === '') throw new Error(stderr);
  return stdout.trimEnd().split('\n').map((line) => line.split(/ {2,}/u));
}

async function seed(object: object, status?: object): Promise<void> {
  await api.create(object);
  if (status === undefined) return;
  const { code, stderr } = await api.kubectl(['apply', '--server-side', '--subresource=status', '--force-conflicts', '-f', '-'], JSON.stringify({ ...object, status }));
  if (code !== 0) throw new Error(stderr);
}

const JUST_NOW: unknown = expect.stringMatching(/^\d+s$/u);

describe('kubectl get', () => {
  it('shows policies as the design does', async () => {
    const spec = { target: { all: true }, mode: 'Enforce', rules: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ ...RULE, name })) };
    const status = { rules: 6, pods: 12, nodes: { selected: 4, applied: 4, summary: '4/4' }, findings: 37, wouldAct: 0, effectiveMode: 'Audit', conditions: [condition('Ready', 'True', 'Published'), condition('Enforced', 'True', 'Applied'), condition('Degraded', 'False', 'Whole')] };
    await seed({ apiVersion: VERSION, kind: 'SecurityPolicy', metadata: { name: 'web-tier', namespace: 'shop' }, spec }, status);
    await seed({ apiVersion: VERSION, kind: 'ClusterSecurityPolicy', metadata: { name: 'base' }, spec: { target: { all: true }, rules: [{ ...RULE, name: 'a' }] } }, { ...status, rules: 1 });
    const head = ['NAME', 'MODE', 'RULES', 'PODS', 'NODES', 'READY', 'FINDINGS', 'WOULD-ACT', 'AGE'];
    expect(await table(['get', 'secpol', '-n', 'shop'])).toEqual([head, ['web-tier', 'Enforce', '6', '12', '4/4', 'True', '37', '0', JUST_NOW]]);
    expect(await table(['get', 'csecpol'])).toEqual([head, ['base', 'Audit', '1', '12', '4/4', 'True', '37', '0', JUST_NOW]]);
    expect((await table(['get', 'secpol', '-n', 'shop', '-o', 'wide']))[0]).toEqual([...head, 'IN-FORCE', 'ENFORCED', 'DEGRADED']);
  });

  it('shows alerts as the design does, also beside the alerts of Flux', async () => {
    await api.kubectl(['apply', '-f', join(HARNESS, 'config/flux-alerts.yaml')]);
    await api.kubectl(['wait', '--for=condition=Established', '--timeout=30s', 'crd', 'alerts.notification.toolkit.fluxcd.io']);
    await seed({ apiVersion: 'notification.toolkit.fluxcd.io/v1beta3', kind: 'Alert', metadata: { name: 'of-flux', namespace: 'shop' }, spec: {} });
    const summary = 'nginx started /tmp/x (written after start)';
    const status = { state: 'Contained', severity: 'Critical', summary, findings: 4, firstSeen: OFTEN, lastSeen: ago(12), undo: 'kubectl delete containment -n shop web-7c9-x2-5f0c1d2e' };
    await seed({ apiVersion: VERSION, kind: 'SecurityAlert', metadata: { name: 'deployment-web', namespace: 'shop' }, spec: { workload: 'Deployment/web' }, status });
    const expected = [
      ['NAMESPACE', 'NAME', 'SEVERITY', 'WORKLOAD', 'STATE', 'WHAT', 'FINDINGS', 'LAST SEEN'],
      ['shop', 'deployment-web', 'Critical', 'Deployment/web', 'Contained', summary, '4', expect.stringMatching(/^[1-9]\ds$/u)],
    ];
    expect(await table(['get', 'secalerts', '-A'])).toEqual(expected);
    expect(await table(['get', 'secalert', '-A'])).toEqual(expected);
    expect((await api.kubectl(['get', 'alerts', '-n', 'shop', '-o', 'name'])).stdout).toBe('alert.notification.toolkit.fluxcd.io/of-flux\n');
  });

  it('describes an alert up to the command that undoes what was done', async () => {
    const { stdout } = await api.kubectl(['describe', 'secalert', '-n', 'shop', 'deployment-web']);
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([expect.stringMatching(/^ {2}Undo: +kubectl delete containment -n shop web-7c9-x2-5f0c1d2e$/u), expect.stringMatching(/^Events: +<none>$/u)]);
  });

  it('shows what a Containment holds and why', async () => {
    const spec = { podRef: { name: 'web-7c9-x2', uid: '5f0c1d2e' }, nodeName: 'n1', containers: ['app'], actions: ['Freeze'], reason: 'foreign-program', requestedBy: 'shop/web-tier' };
    await seed({ apiVersion: VERSION, kind: 'Containment', metadata: { name: 'web-7c9-x2-5f0c1d2e', namespace: 'shop' }, spec }, { conditions: [condition('Ready', 'True', 'Contained')] });
    expect(await table(['get', 'contain', '-n', 'shop', '-o', 'wide'])).toEqual([
      ['NAME', 'POD', 'NODE', 'STATE', 'REASON', 'AGE', 'CONTAINERS', 'ACTIONS', 'REQUESTED-BY'],
      ['web-7c9-x2-5f0c1d2e', 'web-7c9-x2', 'n1', 'Contained', 'foreign-program', JUST_NOW, '["app"]', '["Freeze"]', 'shop/web-tier'],
    ]);
  });

  it('shows nodes with what weakens them, and plans with what they are of', async () => {
    const settings = { protected: { namespaces: [], priorityClasses: [] }, allowedActions: { namespacedPolicies: [], clusterPolicies: [], people: [] }, freezesPerMinute: 10, orphanAfter: '24h', startup: 'Open', freezer: 'Direct' };
    const status = { mode: 'Enforce', appliedRevision: 12, observedTime: ago(5), conditions: [condition('Ready', 'True', 'Enforcing'), condition('Degraded', 'True', 'HookMissing')] };
    await seed({ apiVersion: VERSION, kind: 'SecurityNode', metadata: { name: 'n1' }, spec: { mode: 'Enforce', settings } }, status);
    expect(await table(['get', 'secnode'])).toEqual([
      ['NAME', 'MODE', 'READY', 'DEGRADED', 'REVISION', 'SEEN', 'AGE'],
      ['n1', 'Enforce', 'True', 'HookMissing', '12', JUST_NOW, JUST_NOW],
    ]);
    const policy = { kind: 'SecurityPolicy', namespace: 'shop', name: 'web-tier', uid: 'u', generation: 1, createdAt: OFTEN };
    await seed({ apiVersion: VERSION, kind: 'AgentConfig', metadata: { name: 'ns.shop.web-tier' }, spec: { policy, revision: 12, plan: { format: 1, hash: 'a'.repeat(64), text: '{}' }, nodePercent: 25 } });
    expect(await table(['get', 'agentconfig'])).toEqual([
      ['NAME', 'KIND', 'NAMESPACE', 'POLICY', 'REVISION', 'PERCENT', 'AGE'],
      ['ns.shop.web-tier', 'SecurityPolicy', 'shop', 'web-tier', '12', '25', JUST_NOW],
    ]);
  });
});

describe('an object', () => {
  it.each([
    ['few long', 256, 20],
    ['many short', 8, 560],
  ])('of a policy with %s patterns, as large as compiles, is taken with all its checks', async (_, length, lists) => {
    const list = (at: number): readonly string[] => Array.from({ length: 64 }, (__, index) => `/${String(at * 64 + index).padStart(length - 4, 'x')}`);
    const fields = ['executable', 'notExecutable', 'ancestors', 'notAncestors'] as const;
    const rules = Array.from({ length: Math.floor(lists / fields.length) }, (__, at) => aRule({ name: `r${at}`, process: Object.fromEntries(fields.map((field, index) => [field, list(at * fields.length + index)])) }));
    const policy = aPolicy({ name: 'largest', rules: rules.slice(0, 128) });
    const text = JSON.stringify({ apiVersion: VERSION, kind: policy.kind, metadata: { name: policy.name }, spec: { target: policy.target, rules: policy.rules } });
    expect(text.length).toBeGreaterThan(0.9 * MAX_PLAN_TEXT);
    expect(await api.kubectl(['create', '--dry-run=server', '-f', '-'], text)).toMatchObject({ code: 0, stderr: '' });
  });

  it('that a field does not fit into is refused with the field', async () => {
    const alert = { apiVersion: VERSION, kind: 'SecurityAlert', metadata: { name: 'deployment-other', namespace: 'shop' }, spec: { workload: 'Deployment/other' } };
    const { stderr } = await api.kubectl(['create', '-f', '-'], JSON.stringify({ ...alert, status: { state: 'Solved' } }));
    expect(stderr).toContain('status.state: Unsupported value: "Solved": supported values: "Active", "Contained", "Resolved"');
  });

  it('of a namespaced policy names its namespace in its plan, and one of a cluster policy none', async () => {
    const policy = { kind: 'ClusterSecurityPolicy', namespace: 'shop', name: 'base', uid: 'u', generation: 1, createdAt: OFTEN };
    const config = { apiVersion: VERSION, kind: 'AgentConfig', metadata: { name: 'cluster.base' }, spec: { policy, revision: 1, plan: { format: 1, hash: 'a'.repeat(64), text: '{}' } } };
    const { stderr } = await api.kubectl(['create', '-f', '-'], JSON.stringify(config));
    expect(stderr).toContain('spec.policy.namespace: Invalid value');
    expect(stderr).toContain('a SecurityPolicy has a namespace, a ClusterSecurityPolicy has none');
  });
});
