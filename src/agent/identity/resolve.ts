import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readSmallText } from '../files';
import { factsFromBundle, factsWithoutBundle, MAX_BUNDLE_BYTES, type Origin } from './bundle';
import type { ContainerFacts } from './facts';
import { containerdBundle, readMaker } from './maker';
import { containerByName, idFromPath } from './pattern';
import { findRuncContainer, listRuncContainers, type ListedContainer } from './runc-state';

/** Where runtimes keep what is known of their containers. */
export interface RuntimePaths {
  readonly proc: string;
  /** State directories of containerd; below each io.containerd.runtime.v2.task/<namespace>/<id> is a bundle. */
  readonly containerdStates: readonly string[];
  readonly runcRoots: readonly string[];
}

export const DEFAULT_RUNTIME_PATHS: RuntimePaths = { proc: '/proc', containerdStates: ['/run/containerd'], runcRoots: ['/run/runc', '/run/containerd/runc'] };

/** What a lookup starts from. */
export interface Lookup {
  readonly path: string;
  readonly directory: string;
  /** Process that made the cgroup; undefined when found by a scan. */
  readonly maker: number | undefined;
  /** Containers that runtimes list, by cgroup directory; read anew when undefined. */
  readonly listed?: ReadonlyMap<string, ListedContainer>;
}

export interface Resolution {
  readonly facts: ContainerFacts;
  /** False: no bundle was found (yet); name and image are not known. */
  readonly complete: boolean;
  /** A bundle was there but is no JSON object. */
  readonly malformed: boolean;
}

const MAX_CMDLINE = 1 << 16;
/** Such an id never climbs out of a directory. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Finds a container's facts: by the command line of its maker, by containerd's directories, by runc's list. Synchronous, small reads. */
export function resolveContainer(paths: RuntimePaths, lookup: Lookup): Resolution {
  const named = containerByName(lookup.path);
  const fallback: Origin = { id: idFromPath(lookup.path), runtime: named?.runtime, containerdNamespace: undefined };
  let malformed = false;
  for (const find of [fromMaker, fromContainerd, fromRunc]) {
    const place = find(paths, lookup, fallback);
    const text = place === undefined ? undefined : readSmallText(join(place.bundle, 'config.json'), MAX_BUNDLE_BYTES);
    if (place === undefined || text === undefined) continue;
    const facts = factsFromBundle(text, place.origin);
    if (facts !== undefined) return { facts, complete: true, malformed };
    malformed = true;
  }
  return { facts: factsWithoutBundle(fallback), complete: false, malformed };
}

interface Place {
  readonly bundle: string;
  readonly origin: Origin;
}

function fromMaker(paths: RuntimePaths, lookup: Lookup, fallback: Origin): Place | undefined {
  if (lookup.maker === undefined) return undefined;
  const process = join(paths.proc, String(lookup.maker));
  const cmdline = readSmallText(join(process, 'cmdline'), MAX_CMDLINE);
  const claim = cmdline === undefined ? undefined : readMaker(cmdline.split('\0').slice(0, -1), linkOf(join(process, 'cwd')));
  return claim === undefined ? undefined : placeOf(claim.bundle, { ...fallback, id: claim.id ?? fallback.id });
}

function fromContainerd(paths: RuntimePaths, _lookup: Lookup, fallback: Origin): Place | undefined {
  if (!PLAIN_ID.test(fallback.id)) return undefined;
  for (const state of paths.containerdStates) {
    const tasks = join(state, 'io.containerd.runtime.v2.task');
    for (const namespace of namesIn(tasks)) {
      const bundle = join(tasks, namespace, fallback.id);
      if (namesIn(bundle).includes('config.json')) return placeOf(bundle, fallback);
    }
  }
  return undefined;
}

function fromRunc(paths: RuntimePaths, lookup: Lookup, fallback: Origin): Place | undefined {
  const entry = lookup.listed === undefined ? runcEntry(paths, lookup, fallback) : lookup.listed.get(lookup.directory);
  return entry?.bundle === undefined ? undefined : placeOf(entry.bundle, { ...fallback, id: entry.id });
}

function runcEntry(paths: RuntimePaths, { directory }: Lookup, { id }: Origin): ListedContainer | undefined {
  const byId = PLAIN_ID.test(id) ? findRuncContainer(paths.runcRoots, { id, directory }) : undefined;
  return byId ?? indexRunc(paths).get(directory);
}

/** The containers that runtimes list, by cgroup directory. */
export function indexRunc(paths: RuntimePaths): ReadonlyMap<string, ListedContainer> {
  return new Map(listRuncContainers(paths.runcRoots).map((entry) => [entry.directory, entry]));
}

function placeOf(bundle: string, origin: Origin): Place {
  const containerd = containerdBundle(bundle);
  if (containerd === undefined) return { bundle, origin: { ...origin, runtime: origin.runtime ?? 'runc' } };
  return { bundle, origin: { id: containerd.id, runtime: origin.runtime ?? 'containerd', containerdNamespace: containerd.namespace } };
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '/';
  }
}
