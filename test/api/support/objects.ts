import type { Bench } from './bench';
import type { ApiValue, Condition, Operators } from './operator';
import { waitFor } from '../../support/wait';

const API = 'stasis.dev/v1alpha1';
const NOW = (): string => new Date().toISOString();

export function aSecurityPolicy(name: string, spec: object = {}): object {
  return {
    ...{ apiVersion: API, kind: 'SecurityPolicy', metadata: { name, namespace: 'shop' } },
    spec: {
      target: { podSelector: { matchLabels: { tier: 'web' } } },
      mode: 'Enforce',
      rules: [{ name: 'foreign', severity: 'Critical', process: { origin: ['Written', 'Volume'] }, respond: ['Freeze', 'Kill'] }],
      ...spec,
    },
  };
}

export function aClusterPolicy(name: string, spec: object = {}): object {
  return { ...aSecurityPolicy(name, spec), kind: 'ClusterSecurityPolicy', metadata: { name } };
}

export function aNode(name: string, labels: Readonly<Record<string, string>> = {}): object {
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } };
}

export function aPod(name: string, node: string, metadata: object = {}): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', labels: { tier: 'web' }, ...metadata }, spec: { nodeName: node, containers: [{ name: 'app', image: 'nginx' }] } };
}

export function aNamespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** A pod of a Deployment, as its ReplicaSet makes it. */
export function ofDeployment(name: string): object {
  const hash = '5d4f8';
  return {
    labels: { tier: 'web', 'pod-template-hash': hash },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${name}-${hash}`, uid: '6b2c1f0e-0000-4000-8000-000000000001', controller: true }],
  };
}

export async function makeReady(operators: Operators, node: string): Promise<void> {
  await operators.report('node', node, { conditions: [{ type: 'Ready', status: 'True', reason: 'Test', message: '', lastHeartbeatTime: NOW(), lastTransitionTime: NOW() }] });
}

/** What the agent of a node would say, over the API and nothing else. */
export class PlayedAgent {
  private findings: object[] = [];
  private readonly said: Record<string, unknown> = { mode: 'Enforce', planFormat: 1, appliedRevision: 0, policies: [] };

  constructor(
    private readonly operators: Operators,
    private readonly node: string,
  ) {}

  async say(status: object = {}): Promise<void> {
    Object.assign(this.said, status);
    await this.operators.report('securitynode', this.node, { ...this.said, observedTime: NOW(), findings: { groups: this.findings, omitted: 0, dropped: 0 } });
  }

  /** Applies everything that is published now. */
  async apply(bench: Bench, policies: readonly object[]): Promise<void> {
    const { items } = JSON.parse(await bench.kubectl(['get', 'agentconfigs', '-o', 'json'])) as { items: readonly { spec: { revision: number } }[] };
    await this.say({ appliedRevision: Math.max(0, ...items.map(({ spec }) => spec.revision)), policies });
  }

  async find(...groups: readonly object[]): Promise<void> {
    this.findings = [...groups];
    await this.say();
  }
}

/** A group of findings in a pod. */
export function aGroup(id: string, pod: { readonly name: string; readonly uid: string }, fields: object = {}): object {
  return {
    ...{ id, pod: { namespace: 'shop', ...pod }, container: 'app', policy: 'shop/web', rule: 'foreign', severity: 'Critical', mode: 'Enforce', action: 'Kill', result: 'Done' },
    ...{ findings: 1, firstSeen: NOW(), lastSeen: NOW() },
    samples: [{ id: `${id}.1`, time: NOW(), executable: '/tmp/x', origin: 'Written', parent: '/usr/sbin/nginx' }],
    ...fields,
  };
}

export function conditionOf(object: ApiValue | undefined, type: string): Condition | undefined {
  return object?.status?.conditions?.find((condition) => condition.type === type);
}

/** Waits until a condition of a policy is what is asked for; the failure tells what it is. */
export async function waitForCondition(operators: Operators, policy: { readonly kind?: string; readonly name: string }, expected: Partial<Condition> & { readonly type: string }): Promise<Condition> {
  let seen: Condition | undefined;
  const { kind = 'securitypolicy', name } = policy;
  return waitFor(
    `${name}: ${JSON.stringify(expected)}`,
    async () => {
      seen = conditionOf(await operators.get(kind, name, kind === 'securitypolicy' ? 'shop' : undefined), expected.type);
      return seen !== undefined && Object.entries(expected).every(([field, value]) => seen?.[field as keyof Condition] === value) ? seen : undefined;
    },
    { timeout: 15_000, interval: 100 },
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it is ${JSON.stringify(seen)}`);
  });
}
