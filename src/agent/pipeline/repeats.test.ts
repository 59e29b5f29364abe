import { aProcessEvent } from '../../../test/support/events';
import type { Finding } from '../../contract/finding';
import { buildFinding } from './finding';
import { Repeats } from './repeats';

const BOOT = 'boot';

function aFinding(id: bigint): Finding {
  return buildFinding(aProcessEvent({ id }), { node: 'n', bootId: BOOT, epochNs: 0n, rulesOf: () => [], container: undefined, executable: () => undefined });
}

it('tells a finding once more, with how many equal ones followed it', () => {
  const repeats = new Repeats(BOOT);
  const [first, second] = [aFinding(1n), { ...aFinding(2n), notes: ['PathUnknown'] }];
  for (const finding of [first, second]) repeats.keep(finding);
  expect(repeats.tell([{ eventId: 2n, repeats: 7 }])).toEqual([{ ...second, notes: ['PathUnknown', 'RepeatsAfter'], repeats: 7 }]);
  expect(repeats.tell([{ eventId: 1n, repeats: 1 }])).toEqual([{ ...first, notes: ['RepeatsAfter'], repeats: 1 }]);
});

it('says nothing of findings that it does not know, and knows the last 2048', () => {
  const repeats = new Repeats(BOOT);
  for (let id = 1n; id <= 2049n; id++) repeats.keep(aFinding(id));
  expect(repeats.tell([1n, 2n, 9999n].map((eventId) => ({ eventId, repeats: 1 }))).map(({ id }) => id)).toEqual([aFinding(2n).id]);
});
