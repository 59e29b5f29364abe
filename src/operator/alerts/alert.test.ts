import fc from 'fast-check';
import type { AlertStatus } from '../../contract/alert';
import type { FindingGroup } from '../../contract/node';
import { foldAlert, QUIET_MS, type Seen, type SeenGroup } from './alert';
import { AlertLimits } from './limits';
import { summaryOf } from './summary';
import type { KeptAlert } from '../state/objects';

const START = Date.parse('2026-11-24T12:00:00Z');

function at(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

function group(id: string, findings: number, fields: Partial<FindingGroup> = {}): SeenGroup {
  return {
    node: 'n1',
    group: {
      ...{ id, pod: { namespace: 'shop', name: 'web-a', uid: 'a' }, container: 'app', policy: 'shop/web', rule: 'foreign', severity: 'High', mode: 'Enforce', action: 'Kill', result: 'Done' },
      ...{ findings, firstSeen: at(0), lastSeen: at(findings), samples: [{ id: `${id}.${findings}`, time: at(findings), executable: '/tmp/x', origin: 'Written', parent: '/usr/sbin/nginx' }] },
      ...fields,
    },
  };
}

function seen(groups: readonly SeenGroup[], fields: Partial<Seen> = {}): Seen {
  return { groups, isReported: (id) => groups.some((entry) => entry.group.id === id), containments: [], now: START + 100_000, ...fields };
}

function reported(counts: ReadonlyMap<string, number>): Seen {
  return seen([...counts].filter(([, findings]) => findings > 0).map(([name, findings]) => group(name, findings)));
}

function fold(before: AlertStatus | undefined, now: Seen): AlertStatus {
  const status = foldAlert(before, now);
  if (status === undefined) throw new Error('no alert');
  return status;
}

function sumOf(counted: readonly { readonly findings: number }[]): number {
  return counted.reduce((sum, { findings }) => sum + findings, 0);
}

describe('an alert', () => {
  it('is none while nothing was found', () => {
    expect(foldAlert(undefined, seen([]))).toBeUndefined();
  });

  it('changes nothing when the same is seen again', () => {
    const first = fold(undefined, seen([group('a', 3), group('b', 1, { rule: 'other', severity: 'Low' })]));
    expect(fold(first, seen([group('a', 3), group('b', 1, { rule: 'other', severity: 'Low' })]))).toEqual(first);
  });

  it('counts each finding once, however reports come and operators restart', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), more: fc.nat(5), stale: fc.boolean() }), { maxLength: 40 }), (steps) => {
        const counts = new Map<string, number>();
        let status: AlertStatus | undefined;
        for (const { id, more, stale } of steps) {
          const older = new Map(counts);
          counts.set(id, (counts.get(id) ?? 0) + more);
          status = foldAlert(status, reported(stale ? older : counts)) ?? status;
        }
        status = foldAlert(status, reported(counts)) ?? status;
        const attackers = [...counts.values()].reduce((sum, findings) => sum + findings, 0);
        expect([status?.findings ?? 0, sumOf(status?.rules ?? [])]).toEqual([attackers, attackers]);
      }),
    );
  });

  it('keeps what is in the sums for a group that is not reported for a while', () => {
    const first = fold(undefined, seen([group('a', 3)]));
    const without = fold(first, seen([], { isReported: () => false }));
    expect(fold(without, seen([group('a', 4)])).findings).toBe(4);
  });

  it('says how many findings it has no room to count', () => {
    const many = Array.from({ length: 600 }, (_, index) => group(`g${index}`, 2));
    const status = fold(undefined, seen(many));
    expect([status.findings, status.findingsOmitted, Object.keys(status.counted ?? {}).length]).toEqual([1024, 176, 512]);
  });

  it('is contained while a Containment holds, and resolved fifteen minutes after the last finding without any', () => {
    const now = START + 3000;
    const held = { name: 'web-a-1', pod: 'web-a', state: 'Contained', holds: true };
    const first = fold(undefined, seen([group('a', 3)], { now, containments: [held] }));
    expect([first.state, first.containments]).toEqual(['Contained', [{ name: 'web-a-1', pod: 'web-a', state: 'Contained' }]]);
    const quiet = now + QUIET_MS;
    expect(fold(first, seen([], { now: quiet, containments: [held] })).state).toBe('Contained');
    expect(fold(first, seen([], { now: quiet, containments: [{ ...held, holds: false, state: 'Refused' }] })).state).toBe('Active');
    expect(fold(first, seen([], { now: quiet - 1 })).state).toBe('Active');
    const resolved = fold(first, seen([], { now: quiet }));
    expect([resolved.state, resolved.resolvedAt]).toEqual(['Resolved', new Date(quiet).toISOString()]);
    expect(fold(resolved, seen([], { now: quiet + 1000 }))).toEqual(resolved);
  });

  it('opens again with the first finding after it was resolved', () => {
    const first = fold(undefined, seen([group('a', 3)], { now: START + 3000 }));
    const resolved = fold(first, seen([], { now: START + 3000 + QUIET_MS }));
    const again = fold(resolved, seen([group('a', 4, { lastSeen: at(2000) })], { now: START + 2_001_000 }));
    expect(again).toMatchObject({ state: 'Active', findings: 4, firstSeen: at(2000), lastSeen: at(2000) });
    expect(again).not.toHaveProperty('resolvedAt');
  });

  it('believes no time in the future: a node whose clock runs ahead holds nothing open', () => {
    expect(fold(undefined, seen([group('a', 1, { lastSeen: '2099-01-01T00:00:00Z' })])).lastSeen).toBe(at(100));
  });
});

describe('the summary', () => {
  it('tells the worst, and lets nothing of the workload reach a terminal raw', () => {
    const status = fold(undefined, seen([group('a', 1, { severity: 'Low' }), group('b', 1, { severity: 'Critical', rule: 'worse', samples: [{ id: 's', time: at(0), executable: '/tmp/\u001b[2Jx', origin: 'Memory' }] })]));
    expect(status.summary).toBe('a process started /tmp/\\u001b[2Jx (in memory)');
    expect(summaryOf([])).toBe('');
  });
});

describe('the number of alerts', () => {
  function kept(name: string, namespace: string, resolvedAt?: string): KeptAlert {
    const metadata = { name, namespace, uid: name, resourceVersion: '1', generation: 1, leaving: false };
    return { metadata, workload: `Pod/${name}`, status: { ...fold(undefined, seen([group('a', 1)])), ...(resolvedAt === undefined ? {} : { resolvedAt }) } };
  }

  it('is kept by removing what was resolved first, and never what is not resolved', () => {
    const alerts = [kept('a', 'x', at(5)), kept('b', 'x', at(1)), kept('c', 'x'), kept('d', 'y', at(0))];
    const limits = new AlertLimits(() => alerts, { namespace: 3, cluster: 10 });
    expect(limits.roomFor('x').evicted.map(({ metadata }) => metadata.name)).toEqual(['b']);
    expect(limits.roomFor('y')).toEqual({ evicted: [], full: false });
    expect(new AlertLimits(() => alerts, { namespace: 10, cluster: 4 }).roomFor('x').evicted.map(({ metadata }) => metadata.name)).toEqual(['d']);
    expect(new AlertLimits(() => [kept('c', 'x')], { namespace: 1, cluster: 10 }).roomFor('x').full).toBe(true);
  });
});
