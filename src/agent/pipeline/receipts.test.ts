import { aHeader, aReceipt } from '../../../test/support/events';
import { ManualClock } from '../../../test/support/manual-clock';
import type { Finding } from '../../contract/finding';
import { Receipts } from './receipts';

const finding = { id: 'f', mode: 'Enforce', action: 'Freeze', result: 'Done', latency: { kernelNs: 900 } } as Finding;
const audit: Finding = { ...finding, mode: 'Audit' };
const PROOF = { stoppedNs: 900, frozenNs: 1_400_000, callsAfter: 0, offenderCalls: 0, revocations: 0, revokedNs: 0, freezer: 'v1 FROZEN' };
let clock: ManualClock;
let reported: Finding[];
let receipts: Receipts;

beforeEach(() => {
  clock = new ManualClock();
  reported = [];
  receipts = new Receipts({ clock, report: (one) => void reported.push(one) });
});

it('lets a freeze wait for its receipt, and reports the time', () => {
  receipts.add(finding, aHeader());
  expect(reported).toEqual([]);
  receipts.settle(aReceipt());
  expect(reported).toEqual([{ ...finding, latency: { kernelNs: 900, frozenNs: 1_400_000 }, receipt: PROOF }]);
  expect(clock.pending).toBe(0);
});

it('shows all that the receipt measured', () => {
  receipts.add(finding, aHeader());
  receipts.settle(aReceipt({ callsAfter: 3, offenderCalls: 1, revocations: 2, revokedNs: 7_000n, method: 'v2', state: 'frozen 1' }));
  expect(reported[0]?.receipt).toEqual({ ...PROOF, callsAfter: 3, offenderCalls: 1, revocations: 2, revokedNs: 7000, freezer: 'v2 frozen 1' });
});

it('reports without it after a second', () => {
  receipts.add(finding, aHeader());
  clock.advance(999);
  expect(reported).toEqual([]);
  clock.advance(1);
  expect(reported).toEqual([finding]);
});

it('takes a receipt that was there first', () => {
  receipts.settle(aReceipt());
  receipts.add(finding, aHeader());
  expect(reported).toHaveLength(1);
  expect(reported[0]?.latency?.frozenNs).toBe(1_400_000);
});

it('does not take the receipt of another hit, or one that has not settled', () => {
  receipts.add(finding, aHeader());
  receipts.settle(aReceipt({ eventId: 5n }));
  receipts.settle(aReceipt({ frozenNs: 0n }));
  expect(reported).toEqual([]);
});

it.each([
  ['a kill', finding, aHeader({ action: 'Kill' })],
  ['an Audit finding', audit, aHeader()],
  ['a hit in a container that is contained already', finding, aHeader({ reason: 'Contained' })],
  ['a refused freeze', finding, aHeader({ result: 'Refused', reason: 'Budget' })],
])('reports %s at once', (_, one, header) => {
  receipts.add(one, header);
  expect(reported).toEqual([one]);
});

it('turns a held finding into a done one when the permit came', () => {
  receipts.add({ ...finding, result: 'Refused', reason: 'NoPermit' }, aHeader({ result: 'Held' }));
  clock.advance(2000);
  receipts.settle(aReceipt());
  expect(reported).toEqual([{ ...finding, latency: { kernelNs: 900, frozenNs: 1_400_000 }, receipt: PROOF }]);
  expect(reported[0]).not.toHaveProperty('reason');
});

it('loses nothing when too many wait, and nothing at the end', () => {
  for (let id = 0n; id < 1100n; id += 1n) receipts.add(finding, aHeader({ id }));
  expect(reported).toHaveLength(76);
  receipts.close();
  expect(reported).toHaveLength(1100);
});

it.each([
  [false, { action: 'Freeze', result: 'Refused' }],
  [true, { action: 'Kill', result: 'Done' }],
] as const)('says what became of a held offender whose freeze was refused, and why (its rule lists Kill: %s)', (kills, outcome) => {
  const held: Finding = { ...finding, result: 'Refused', reason: 'NoPermit' };
  receipts.add(held, aHeader({ result: 'Held' }), kills);
  receipts.refuse('f', 'BudgetUsed');
  expect(reported).toEqual([{ ...held, ...outcome, reason: 'BudgetUsed' }]);
  expect(clock.pending).toBe(0);
});
