import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { agentConfigName, isInShare, planOfNode } from './agent-config';
import type { AgentConfigSpec, WrittenPlan } from './agent-config';
import { alertName } from './alert';
import { containmentName } from './containment';
import { durationMs } from './duration';
import { MAX_NAME } from './names';

const OBJECT_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/u;
const UID = '5f0c1d2e-0000-4000-8000-0123456789ab';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Names of objects, long ones among them. */
const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/u);
const subdomain = fc.array(label, { minLength: 1, maxLength: 8 }).map((labels) => labels.join('.').slice(0, MAX_NAME).replace(/[-.]+$/u, ''));

describe('the names of objects', () => {
  it('of a workload, a pod and a policy tell what they are of', () => {
    expect(alertName('Deployment/web', sha256)).toBe('deployment-web');
    expect(containmentName({ name: 'web-7c9-x2', uid: UID })).toBe('web-7c9-x2-5f0c1d2e');
    expect(agentConfigName({ kind: 'SecurityPolicy', namespace: 'shop', name: 'web-tier' }, sha256)).toBe('ns.shop.web-tier');
    expect(agentConfigName({ kind: 'ClusterSecurityPolicy', name: 'base' }, sha256)).toBe('cluster.base');
  });

  it('are names that an API server accepts, whatever they are made of', () => {
    fc.assert(
      fc.property(label, subdomain, (namespace, name) => {
        const names = [
          alertName(`StatefulSet/${name}`, sha256),
          containmentName({ name, uid: UID }),
          agentConfigName({ kind: 'SecurityPolicy', namespace, name }, sha256),
          agentConfigName({ kind: 'ClusterSecurityPolicy', name }, sha256),
        ];
        for (const one of names) {
          expect(one).toMatch(OBJECT_NAME);
          expect(one.length).toBeLessThanOrEqual(MAX_NAME);
        }
      }),
    );
  });

  it('that had to be cut differ where what they are made of differs', () => {
    const [left, right] = ['x', 'y'].map((end) => alertName(`Deployment/${'a'.repeat(252)}${end}`, sha256));
    expect(left).not.toBe(right);
    expect(left?.length).toBe(MAX_NAME);
  });
});

describe('the share of the nodes that apply a plan', () => {
  const NODES = Array.from({ length: 2000 }, (_, index) => `node-${index}`);

  it('is about as large as it is asked for', () => {
    for (const percent of [10, 50]) {
      const share = NODES.filter((name) => isInShare(name, percent, sha256)).length / NODES.length;
      expect(Math.abs(share * 100 - percent)).toBeLessThan(4);
    }
    expect(NODES.filter((name) => isInShare(name, 0, sha256))).toEqual([]);
    expect(NODES.filter((name) => !isInShare(name, 100, sha256))).toEqual([]);
  });

  it('holds the smaller share', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 99 }), (name, percent) => {
        if (isInShare(name, percent, sha256)) expect(isInShare(name, percent + 1, sha256)).toBe(true);
      }),
    );
  });

  it('decides between the plan, the one before, and none', () => {
    const plan: WrittenPlan = { format: 1, hash: 'new', text: '{}' };
    const previousPlan: WrittenPlan = { format: 1, hash: 'old', text: '{}' };
    const spec: AgentConfigSpec = { policy: { kind: 'ClusterSecurityPolicy', name: 'x', uid: UID, generation: 1, createdAt: '2026-11-24T00:00:00Z' }, revision: 1, plan };
    expect(planOfNode(spec, 'n', sha256)).toBe(plan);
    expect(planOfNode({ ...spec, previousPlan, nodePercent: 0 }, 'n', sha256)).toBe(previousPlan);
    expect(planOfNode({ ...spec, nodePercent: 0 }, 'n', sha256)).toBeUndefined();
  });
});

describe('durationMs', () => {
  it.each([
    ['30m', 1_800_000],
    ['1h30m', 5_400_000],
    ['24h', 86_400_000],
    ['90s', 90_000],
    ['0s', 0],
    ['', undefined],
    ['5', undefined],
    ['1d', undefined],
    ['-1h', undefined],
    ['1.5h', undefined],
    ['30m1h', undefined],
  ])('of %j is %s', (text, expected) => {
    expect(durationMs(text)).toBe(expected);
  });
});
