import type { AgentConfigSpec, WrittenPlan } from '../../contract/agent-config';
import { desiredSpec, isPublished } from './desired';

const policy = { ref: { kind: 'ClusterSecurityPolicy', name: 'p' }, createdAt: '2026-01-01T00:00:00Z', metadata: { name: 'p', uid: 'u', resourceVersion: '1', generation: 2, leaving: false } } as const;

function plan(text: string): WrittenPlan {
  return { format: 1, hash: `hash of ${text}`, text };
}

function desired(text: string, nodePercent: number | undefined, before?: AgentConfigSpec): AgentConfigSpec {
  return { ...desiredSpec({ policy, rollout: nodePercent === undefined ? undefined : { nodePercent }, plan: plan(text), before }), revision: 1 };
}

describe('what is published for a policy', () => {
  it('is its plan for all nodes, as long as nothing is said about a roll-out', () => {
    expect(desired('a', undefined)).toEqual({ policy: { kind: 'ClusterSecurityPolicy', name: 'p', uid: 'u', generation: 2, createdAt: '2026-01-01T00:00:00Z' }, plan: plan('a'), revision: 1 });
    expect(desired('a', 100)).not.toHaveProperty('nodePercent');
  });

  it('keeps for the other nodes the last plan that all of them had, through edits in between', () => {
    const all = desired('a', undefined);
    const begun = desired('b', 10, all);
    expect(begun).toMatchObject({ plan: plan('b'), nodePercent: 10, previousPlan: plan('a') });
    const edited = desired('c', 20, begun);
    expect(edited).toMatchObject({ plan: plan('c'), nodePercent: 20, previousPlan: plan('a') });
    expect(desired('c', undefined, edited)).not.toHaveProperty('previousPlan');
  });

  it('keeps nothing of a new policy, nor of an earlier one of this name', () => {
    expect(desired('a', 10)).not.toHaveProperty('previousPlan');
    const other = { ...desired('a', undefined), policy: { ...desired('a', undefined).policy, uid: 'earlier' } };
    expect(desired('b', 10, other)).not.toHaveProperty('previousPlan');
    expect(isPublished(desired('a', undefined), other)).toBe(false);
  });

  it('is not written again for an edit that changes no plan', () => {
    const all = desired('a', undefined);
    expect(isPublished({ ...all, policy: { ...all.policy, generation: 9 } }, all)).toBe(true);
    expect(isPublished(desired('a', 10, all), all)).toBe(false);
    expect(isPublished(desired('b', undefined, all), all)).toBe(false);
  });
});
