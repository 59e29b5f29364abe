import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Reads a small file at once. Undefined when it cannot be read or is longer than `limit` bytes: what comes from
 * containers and /proc is never trusted to be small. Blocks for the length of one open and few reads.
 */
export function readSmall(path: string, limit: number): Buffer | undefined {
  let descriptor: number;
  try {
    // O_NONBLOCK: a FIFO planted in place of the file must not hold up the event loop.
    descriptor = openSync(path, 0o4000 /* O_NONBLOCK | O_RDONLY */);
  } catch {
    return undefined;
  }
  try {
    return readUpTo(descriptor, limit);
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** The same as text; invalid UTF-8 becomes U+FFFD. */
export function readSmallText(path: string, limit: number): string | undefined {
  return readSmall(path, limit)?.toString('utf8');
}

function readUpTo(descriptor: number, limit: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(Math.min(65536, limit + 1 - total));
    const length = readSync(descriptor, chunk, 0, chunk.length, null);
    if (length === 0) return Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, length));
    total += length;
    if (total > limit) return undefined;
  }
}
