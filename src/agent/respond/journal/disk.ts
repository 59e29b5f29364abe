import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { readSmallText } from '../../files';
import { decodeJournal, encodeJournal, MAX_JOURNAL_BYTES, type DecodedJournal } from './codec';
import type { Journal } from './types';

/** No file: an empty journal. One that cannot be read, or is damaged: an empty one with the problem, to be told; what is frozen stays so. */
export function readJournal(path: string): DecodedJournal {
  const empty = { journal: { entries: [], ended: [] } };
  if (!existsSync(path)) return empty;
  const text = readSmallText(path, MAX_JOURNAL_BYTES);
  return text === undefined ? { ...empty, problem: `it cannot be read, or is longer than ${MAX_JOURNAL_BYTES} bytes` } : decodeJournal(text);
}

/** Replaces the file in one step that a power cut leaves done or not done. Blocks for two syncs; throws the error of the system call that failed. */
export function writeJournal(path: string, journal: Journal): void {
  const made = `${path}.new`;
  rmSync(made, { force: true }); // of an agent that was killed
  withDescriptor(openSync(made, 'wx', 0o600), (descriptor) => {
    const bytes = Buffer.from(encodeJournal(journal));
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  });
  renameSync(made, path);
  withDescriptor(openSync(dirname(path), 'r'), fsyncSync);
}

function withDescriptor(descriptor: number, use: (descriptor: number) => void): void {
  try {
    use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
