/** An initial RAM file system in the kernel's "newc" format, made without root. */

export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

const DIRECTORY = 0o040755;
const EXECUTABLE = 0o100755;
const CONSOLE = { mode: 0o020600, major: 5, minor: 1 };
const ALIGNMENT = 4;

/** Folders of the entries' names are made; every file is executable. */
export function archive(entries: readonly Entry[]): Buffer {
  const folders = new Set(['dev']);
  for (const { name } of entries) {
    const parts = name.split('/');
    for (let depth = 1; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
  }
  const records = [...folders].map((name) => record({ name, mode: DIRECTORY }));
  records.push(record({ name: 'dev/console', ...CONSOLE }));
  for (const { name, content } of entries) records.push(record({ name, mode: EXECUTABLE, content }));
  records.push(record({ name: 'TRAILER!!!', mode: 0 }));
  return Buffer.concat(records);
}

interface Fields {
  readonly name: string;
  readonly mode: number;
  readonly content?: Buffer;
  readonly major?: number;
  readonly minor?: number;
}

function record({ name, mode, content = Buffer.alloc(0), major = 0, minor = 0 }: Fields): Buffer {
  const links = 1;
  const numbers = [0, mode, 0, 0, links, 0, content.length, 0, 0, major, minor, name.length + 1, 0];
  const header = `070701${numbers.map((number) => number.toString(16).padStart(8, '0')).join('')}${name}\0`;
  return Buffer.concat([padded(Buffer.from(header)), padded(content)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);
}
