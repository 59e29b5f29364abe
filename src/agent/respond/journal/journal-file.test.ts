import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeJournal, encodeJournal, MAX_JOURNAL_BYTES } from './codec';
import { readJournal, writeJournal } from './disk';
import { MAX_ENTRIES, type Journal } from './types';

const text = fc.string({ maxLength: 64, unit: 'binary' });
const containment = fc.record({ uid: text, name: text });
const entry = fc.record({ bootId: text, containerId: text, hit: text }).chain((one) => fc.oneof(fc.constant(one), containment.map((by) => ({ ...one, containment: by }))));
const journals: fc.Arbitrary<Journal> = fc.record({ entries: fc.uniqueArray(entry, { selector: ({ containerId }) => containerId, maxLength: 20 }), ended: fc.array(text, { maxLength: 5 }) });
const some: Journal = { entries: [{ bootId: 'b', containerId: 'c', hit: '1', containment: { uid: 'u', name: 'web' } }], ended: ['e'] };

describe('the journal file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stasis-journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was written', () => {
    fc.assert(fc.property(journals, (journal) => expect(decodeJournal(encodeJournal(journal))).toEqual({ journal })), { numRuns: 200 });
  });

  it('cut short or changed anywhere, is a journal or nothing, never a fault', () => {
    const whole = encodeJournal(some);
    fc.assert(
      fc.property(fc.nat(whole.length - 3), fc.string(), (at, put) => {
        expect(decodeJournal(whole.slice(0, at))).toEqual({ journal: { entries: [], ended: [] }, problem: expect.any(String) as string });
        expect(() => decodeJournal(whole.slice(0, at) + put + whole.slice(at + 1))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['[]', 'it is not an object'],
    ['{"form":2,"entries":[],"ended":[]}', 'its form is 2, not 1'],
    ['{"entries":[]}', 'its form is not given, not 1'],
    ['{"form":1,"entries":[{"bootId":"b"}],"ended":[]}', '"entries" is not a list of entries'],
    ['{"form":1,"entries":[],"ended":[1]}', '"ended" is not a list of UIDs'],
    [JSON.stringify({ form: 1, entries: [some.entries[0], some.entries[0]], ended: [] }), 'a container has two entries'],
    [JSON.stringify({ form: 1, entries: [], ended: Array.from({ length: MAX_ENTRIES + 1 }, () => 'u') }), '"ended" is not a list of UIDs'],
    [JSON.stringify({ form: 1, entries: [], ended: ['u'.repeat(300)] }), '"ended" is not a list of UIDs'],
  ])('is told to be damaged, case %#', (written, problem) => {
    expect(decodeJournal(written)).toEqual({ journal: { entries: [], ended: [] }, problem });
  });

  it('is replaced as a whole, readable by its owner alone', () => {
    const path = join(folder, 'journal.json');
    expect(readJournal(path)).toEqual({ journal: { entries: [], ended: [] } });
    writeJournal(path, some);
    writeFileSync(`${path}.new`, 'half'); // of an agent that was killed
    expect(readJournal(path)).toEqual({ journal: some });
    writeJournal(path, { entries: [], ended: [] });
    expect(readFileSync(path, 'utf8')).toBe('{"form":1,"entries":[],"ended":[]}\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => writeJournal(join(folder, 'no', 'journal.json'), some)).toThrow('ENOENT');
  });

  it('longer than it may be is not read', () => {
    const path = join(folder, 'journal.json');
    writeFileSync(path, ' '.repeat(MAX_JOURNAL_BYTES + 1));
    expect(readJournal(path).problem).toContain('longer than');
  });
});
