import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code';
import { readSmallText } from '../files';

/** A policy file as it is on disk; `text` undefined: it cannot be read, see `problem`. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string | undefined;
  readonly problem: string | undefined;
}

export type Folder = { readonly ok: true; readonly files: readonly PolicyFile[] } | { readonly ok: false; readonly problem: string };

/** Policies are small; a megabyte of YAML is a mistake or an attack on the parser. */
const MAX_FILE_BYTES = 256 << 10;
const MAX_FILES = 1000;

/** Reads the policy files (`*.yaml`, `*.yml`) of a folder, sorted by name; symlinks (a mounted ConfigMap) are followed. */
export function readFolder(directory: string): Folder {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    return { ok: false, problem: `cannot read folder "${directory}": ${errorCode(error) ?? String(error)}` };
  }
  const wanted = names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.')).sort();
  if (wanted.length > MAX_FILES) return { ok: false, problem: `folder "${directory}" holds ${wanted.length} policy files, at most ${MAX_FILES} are read` };
  return { ok: true, files: wanted.flatMap((name) => readPolicyFile(join(directory, name))) };
}

/** One file, or none when it is no regular file or went while we looked. */
export function readPolicyFile(path: string): PolicyFile[] {
  let size: number;
  try {
    const status = statSync(path);
    if (!status.isFile()) return [];
    size = status.size;
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    return code === 'ENOENT' ? [] : [{ path, text: undefined, problem: `cannot read "${path}": ${code}` }];
  }
  const text = readSmallText(path, MAX_FILE_BYTES);
  if (text !== undefined) return [{ path, text, problem: undefined }];
  const problem = size > MAX_FILE_BYTES ? `is ${size} bytes long, at most ${MAX_FILE_BYTES} are read` : 'cannot be read';
  return [{ path, text: undefined, problem }];
}
