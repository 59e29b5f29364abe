import { MAX_ENTRIES, type Journal, type JournalEntry } from './types';

/** The version of the file's form. Another one is not read: the journal counts as empty, and what is frozen stays frozen. */
const FORM = 1;
/** Longest file that is written or read. */
export const MAX_JOURNAL_BYTES = 1 << 20;
const MAX_TEXT = 253;

export type DecodedJournal = { readonly journal: Journal; readonly problem?: undefined } | { readonly journal: Journal; readonly problem: string };

const EMPTY: Journal = { entries: [], ended: [] };

export function encodeJournal({ entries, ended }: Journal): string {
  return `${JSON.stringify({ form: FORM, entries: entries.slice(0, MAX_ENTRIES), ended: ended.slice(0, MAX_ENTRIES) })}\n`;
}

/** Half a file, another form or anything that is not exactly a journal gives an empty one, and says what is wrong. */
export function decodeJournal(text: string): DecodedJournal {
  try {
    return journalIn(JSON.parse(text));
  } catch {
    return { journal: EMPTY, problem: 'it is not JSON' };
  }
}

function journalIn(value: unknown): DecodedJournal {
  if (!isRecord(value)) return { journal: EMPTY, problem: 'it is not an object' };
  const { form, entries, ended } = value;
  if (form !== FORM) return { journal: EMPTY, problem: `its form is ${typeof form === 'number' ? form : 'not given'}, not ${FORM}` };
  if (!isListOf(entries, isEntry)) return { journal: EMPTY, problem: '"entries" is not a list of entries' };
  if (!isListOf(ended, isText)) return { journal: EMPTY, problem: '"ended" is not a list of UIDs' };
  if (new Set(entries.map(({ containerId }) => containerId)).size !== entries.length) return { journal: EMPTY, problem: 'a container has two entries' };
  return { journal: { entries: entries.map(plainEntry), ended } };
}

function plainEntry({ bootId, containerId, hit, containment }: JournalEntry): JournalEntry {
  return { bootId, containerId, hit, ...(containment === undefined ? {} : { containment: { uid: containment.uid, name: containment.name } }) };
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value)) return false;
  const { bootId, containerId, hit, containment } = value;
  return isText(bootId) && isText(containerId) && isText(hit) && (containment === undefined || (isRecord(containment) && isText(containment['uid']) && isText(containment['name'])));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= MAX_ENTRIES && value.every(is);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}
