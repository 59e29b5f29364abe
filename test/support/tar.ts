/** One entry of a file tree that becomes an image layer or a directory. */
export type Entry =
  | { readonly kind: 'directory'; readonly path: string; readonly mode: number }
  | { readonly kind: 'file'; readonly path: string; readonly mode: number; readonly data: Uint8Array }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

const BLOCK = 512;
const TYPES: Readonly<Record<Entry['kind'], string>> = { file: '0', link: '2', directory: '5' };

/** An archive in ustar format, reproducible: root's files of 1970. Paths are at most 99 bytes. */
export function tar(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const data = entry.kind === 'file' ? entry.data : new Uint8Array();
    return [header(entry, data.length), data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function header(entry: Entry, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const target = entry.kind === 'link' ? entry.target : '';
  const path = entry.kind === 'directory' ? `${entry.path}/` : entry.path;
  if (path.length > 99 || target.length > 99) throw new Error(`Path too long for the archive: "${path}"`);
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
  block.write(path, 0);
  block.write(octal(entry.kind === 'link' ? 0o777 : entry.mode, 8), 100);
  block.write(octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 108); // uid, gid, size, time
  block.write(' '.repeat(8), 148); // the sum is taken with blanks in its own place
  block.write(TYPES[entry.kind], 156);
  block.write(target, 157);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
