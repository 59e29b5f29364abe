import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSmallText } from '../files';
import { sha256 } from './node-plans';

/** A file of the agent's state directory: JSON with a version and a hash, written at once or not at all. */
export class NodeFile<Content> {
  private last: string | undefined;

  constructor(
    private readonly path: string,
    private readonly options: { readonly version: number; readonly maxBytes: number },
  ) {}

  /** Undefined: there is none, or what is there is not what was written, or by another version. */
  read(): Content | undefined {
    const text = readSmallText(this.path, this.options.maxBytes);
    if (text === undefined) return undefined;
    try {
      const { version, hash, body } = JSON.parse(text) as { readonly version: unknown; readonly hash: unknown; readonly body: unknown };
      if (version !== this.options.version || typeof body !== 'string' || hash !== sha256(body)) return undefined;
      this.last = body;
      return JSON.parse(body) as Content;
    } catch {
      return undefined; // half a file, or somebody else's
    }
  }

  /** On the disk when it returns. Nothing is written where nothing changed. Throws what the file system says. */
  write(content: Content): void {
    const body = JSON.stringify(content);
    if (body === this.last) return;
    const text = JSON.stringify({ version: this.options.version, hash: sha256(body), body });
    const fresh = `${this.path}.new`;
    const descriptor = openSync(fresh, 'w', 0o600);
    try {
      for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(descriptor, rest));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, this.path);
    syncDirectory(dirname(this.path));
    this.last = body;
  }
}

function syncDirectory(directory: string): void {
  const descriptor = openSync(join(directory, '.'), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
