import type { Finding } from './finding';
import { sampleOf } from './node';
import { printable } from './printable';

const HOSTILE = '/tmp/a\u001b[2J\u0007\n\u009b\u202ex';

it('shows what would forge a terminal, and leaves the rest', () => {
  expect(printable(HOSTILE)).toBe('/tmp/a\\u001b[2J\\u0007\\u000a\\u009b\\u202ex');
  expect(printable('/usr/bin/größe ☂')).toBe('/usr/bin/größe ☂');
});

it('the sample of a finding forges nothing', () => {
  const process = { executable: HOSTILE, args: [HOSTILE] };
  const sample = sampleOf({ id: '1', time: 't', process, parent: { executable: HOSTILE }, ancestors: [{ executable: HOSTILE }] } as unknown as Finding);
   
  expect(Object.values(sample).flat().join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/u);
  expect(sample.executable).toContain('/tmp/a');
});
