import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSmallText } from '../files';
import { isObject, parseObject } from './bundle';

/** A container that an OCI runtime lists in its state directory. */
export interface ListedContainer {
  readonly id: string;
  /** Directory of its cgroup in the default hierarchy. */
  readonly directory: string;
  readonly bundle: string | undefined;
}

const MAX_STATE_BYTES = 4 << 20;
const MAX_LISTED = 4096;

/**
 * Lists the containers below the state directories of runc (`<root>/<id>/state.json`; containerd adds one level for its
 * namespace). Unreadable entries are left out: the scan by name and the kernel's own rule find containers too.
 */
export function listRuncContainers(roots: readonly string[]): ListedContainer[] {
  const listed: ListedContainer[] = [];
  for (const directory of roots.flatMap((root) => [root, ...subdirectories(root)])) {
    for (const entry of subdirectories(directory)) {
      if (listed.length >= MAX_LISTED) return listed;
      const text = readSmallText(join(entry, 'state.json'), MAX_STATE_BYTES);
      const container = text === undefined ? undefined : parseRuncState(text);
      if (container !== undefined) listed.push(container);
    }
  }
  return listed;
}

/** The same lists, looked at again and again: what has not changed is not read again. */
export class RuncLists {
  private known = new Map<string, { readonly print: string; readonly container: ListedContainer | undefined }>();

  constructor(private readonly roots: readonly string[]) {}

  look(): readonly ListedContainer[] {
    const before = this.known;
    this.known = new Map();
    for (const directory of this.roots.flatMap((root) => [root, ...subdirectories(root)])) {
      for (const entry of subdirectories(directory)) this.lookAt(join(entry, 'state.json'), before);
    }
    return [...this.known.values()].flatMap(({ container }) => (container === undefined ? [] : [container]));
  }

  private lookAt(path: string, before: typeof this.known): void {
    const print = printOf(path);
    if (print === undefined || this.known.size >= MAX_LISTED) return;
    const last = before.get(path);
    if (last?.print === print) return void this.known.set(path, last);
    const text = readSmallText(path, MAX_STATE_BYTES);
    this.known.set(path, { print, container: text === undefined ? undefined : parseRuncState(text) });
  }
}

/** Tells one content of a file from another; runc replaces the file when it changes. */
function printOf(path: string): string | undefined {
  try {
    const { ino, mtimeMs, size } = statSync(path);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}

/** Finds one container by the id that its cgroup's name tells, without reading all: many may start at once. */
export function findRuncContainer(roots: readonly string[], { id, directory }: Pick<ListedContainer, 'id' | 'directory'>): ListedContainer | undefined {
  for (const parent of roots.flatMap((root) => [root, ...subdirectories(root)])) {
    const text = readSmallText(join(parent, id, 'state.json'), MAX_STATE_BYTES);
    const container = text === undefined ? undefined : parseRuncState(text);
    if (container?.directory === directory) return container;
  }
  return undefined;
}

/** Reads one state.json of runc. */
export function parseRuncState(text: string): ListedContainer | undefined {
  const state = parseObject(text);
  const paths = state?.['cgroup_paths'];
  // runc keeps the default hierarchy's directory under the empty name, on hybrid hosts as well.
  const directory = isObject(paths) ? paths[''] : undefined;
  const id = state?.['id'];
  if (typeof id !== 'string' || typeof directory !== 'string' || !directory.startsWith('/')) return undefined;
  return { id, directory, bundle: bundleLabel(state?.['config']) };
}

function bundleLabel(config: unknown): string | undefined {
  const labels = isObject(config) ? config['labels'] : undefined;
  if (!Array.isArray(labels)) return undefined;
  for (const label of labels as readonly unknown[]) if (typeof label === 'string' && label.startsWith('bundle=')) return label.slice('bundle='.length);
  return undefined;
}

function subdirectories(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(directory, entry.name));
  } catch {
    return [];
  }
}
