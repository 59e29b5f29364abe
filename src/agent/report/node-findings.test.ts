import { REPEATS_AFTER, type Finding } from '../../contract/finding';
import { NODE_LIMITS } from '../../contract/node';
import { NodeFindings } from './node-findings';

let ids = 0;
let findings: NodeFindings;

beforeEach(() => {
  ids = 0;
  findings = new NodeFindings({ newId: () => `g${(ids += 1)}` });
});

function finding(change: Partial<Finding> = {}): Finding {
  return {
    ...{ id: 'b.0.1', time: '2026-01-01T00:00:00.000000000Z', node: 'n1', policy: 'shop/web', rule: 'foreign', severity: 'High', mode: 'Enforce' },
    ...{ action: 'Kill', result: 'Done', repeats: 0, object: { kind: 'process' }, process: { hostPid: 7, tty: false, executable: '/tmp/x' } },
    container: { id: 'c1', name: 'app', runtime: 'containerd' },
    pod: { namespace: 'shop', name: 'web-1', uid: 'u1', labels: {} },
    ...change,
  };
}

const NOW = Date.parse('2026-01-01T00:00:10Z');

it('gathers findings of one rule with one result in one container, repeats included', () => {
  expect(findings.add(finding())).toBe(true);
  expect(findings.add(finding({ repeats: 4 }))).toBe(false);
  expect(findings.add(finding({ notes: [REPEATS_AFTER], repeats: 3 }))).toBe(false);
  expect(findings.add(finding({ result: 'Refused', reason: 'NoPermit' }))).toBe(true);
  const { groups = [] } = findings.report(0);
  expect(groups.map(({ id, findings: count, result }) => [id, count, result])).toEqual([['g1', 9, 'Done'], ['g2', 1, 'Refused']]);
  expect(findings.countsOf('shop/web')).toEqual({ findings: 10, wouldAct: 0 });
});

it('counts each finding once, as told or as omitted, also when a group that was told loses its room', () => {
  findings.add(finding({ severity: 'Low', repeats: 9 }));
  findings.written(findings.report(0), NOW);
  findings.add(finding({ severity: 'Low', repeats: 1 }));
  for (let rule = 0; rule < NODE_LIMITS.findingGroups; rule++) findings.add(finding({ rule: `r${rule}`, severity: 'Critical' }));
  const crowded = findings.report(0);
  expect(crowded.groups).toHaveLength(NODE_LIMITS.findingGroups);
  expect(crowded.omitted).toBe(2); // the ten that were told before are the reader's already
  findings.written(crowded, NOW);
  expect(findings.report(0).omitted).toBe(2);
  findings.add(finding({ severity: 'Low' }));
  expect(findings.report(0).omitted).toBe(3);
});

it('goes on from what an agent before wrote', () => {
  findings.add(finding());
  const before = { id: 'old', pod: { namespace: 'shop', name: 'web-1', uid: 'u1' }, container: 'app', policy: 'shop/web', rule: 'foreign', severity: 'High', mode: 'Enforce', action: 'Kill', result: 'Done', findings: 5, firstSeen: '2025-12-31T00:00:00Z', lastSeen: '2025-12-31T00:00:00Z' } as const;
  findings.restore({ groups: [before], omitted: 7, dropped: 2 }, [{ policy: 'shop/web', findings: 12, wouldAct: 1 }]);
  expect(findings.report(3)).toMatchObject({ groups: [{ id: 'old', findings: 6, firstSeen: '2025-12-31T00:00:00Z' }], omitted: 7, dropped: 5 });
  expect(findings.countsOf('shop/web')).toEqual({ findings: 13, wouldAct: 1 });
});

it('makes room an hour after the last finding of a group that was told', () => {
  findings.add(finding());
  findings.written(findings.report(0), NOW);
  findings.written(findings.report(0), NOW + 3_700_000);
  expect(findings.report(0)).toMatchObject({ groups: [], omitted: 0 });
});

it('groups nothing that happened outside pods', () => {
  const { pod, ...outside } = finding();
  expect(pod).toBeDefined();
  expect(findings.add(outside)).toBe(false);
  expect(findings.report(0).groups).toEqual([]);
});
