import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';

const BYTES = 4096;

/** A file of 512 64-bit counters that programs in containers map and count in; see `counter.c` and `worker.c`. */
export function createCounts(path: string): void {
  writeFileSync(path, Buffer.alloc(BYTES), { mode: 0o666 });
}

/** The counter in word `index` (0 is the attacker's), as it stands at this moment. */
export function readCount(path: string, index = 0): bigint {
  const word = Buffer.alloc(8);
  const fd = openSync(path, 'r');
  try {
    readSync(fd, word, 0, 8, index * 8);
  } finally {
    closeSync(fd);
  }
  return word.readBigUInt64LE();
}
