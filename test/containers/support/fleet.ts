import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { run, type Outcome } from '../../support/command';
import { baseEntries, writeTree } from '../../support/image';
import type { Session } from '../../support/session';
import { waitFor } from '../../support/wait';

/** Many containers of plain runc with one root file system for all, so that they start as fast as runc can. */
export interface Fleet {
  /** Starts them, as many at a time as there are processors, and returns how long each took, in ms. */
  readonly start: (members: readonly Member[]) => Promise<readonly number[]>;
  /** Runs a second program in one of them. */
  readonly exec: (id: string, args: readonly string[]) => Promise<Outcome>;
  /** Ends them all. */
  readonly close: () => Promise<void>;
}

export interface Member {
  readonly id: string;
  readonly args: readonly string[];
}

interface Specification {
  process: { args: readonly string[]; terminal: boolean };
  root: { path: string; readonly: boolean };
  mounts: { destination: string; type: string; source: string; options: string[] }[];
  linux: { cgroupsPath: string; namespaces: { type: string }[] };
}

/** Prepares the root file system and what all have in common. `volume` is a directory that each sees at the same path. */
export async function prepareFleet(session: Session, volume: { readonly source: string; readonly target: string }): Promise<Fleet> {
  const place = join(session.directory, 'fleet');
  const root = join(place, 'rootfs');
  for (const name of ['lower', 'upper', 'work', 'rootfs']) mkdirSync(join(place, name), { recursive: true });
  writeTree(join(place, 'lower'), await baseEntries());
  await run('mount', ['-t', 'overlay', 'overlay', '-o', `lowerdir=${place}/lower,upperdir=${place}/upper,workdir=${place}/work`, root]);
  await run('runc', ['spec', '--bundle', place]);
  const base = JSON.parse(readFileSync(join(place, 'config.json'), 'utf8')) as Specification;
  base.process.terminal = false;
  base.root = { path: root, readonly: false };
  base.mounts.push({ destination: volume.target, type: 'bind', source: volume.source, options: ['rbind', 'rw'] });
  // A network of one's own is what takes longest to make, and nobody here uses it.
  base.linux.namespaces = base.linux.namespaces.filter(({ type }) => type !== 'network');
  const runc = ['--root', join(session.directory, 'runc-plain')];
  const startOne = async ({ id, args }: Member): Promise<number> => {
    const bundle = join(place, id);
    mkdirSync(bundle);
    const own: Specification = { ...base, process: { ...base.process, args }, linux: { ...base.linux, cgroupsPath: `/${session.name}/${id}` } };
    writeFileSync(join(bundle, 'config.json'), JSON.stringify(own));
    const began = performance.now();
    await startDetached(join(bundle, 'log'), [...runc, 'run', '--detach', '--bundle', bundle, id]);
    return performance.now() - began;
  };
  return {
    start: (members) => inBatches(members, startOne),
    exec: (id, args) => run('runc', [...runc, 'exec', id, ...args], { accept: Array.from({ length: 256 }, (_, code) => code) }),
    close: () => removeAll(session),
  };
}

/** The container keeps the descriptors that it is started with, so they are a file. */
async function startDetached(log: string, args: readonly string[]): Promise<void> {
  await run('sh', ['-c', 'log=$1; shift; exec "$@" > "$log" 2>&1 < /dev/null', 'sh', log, 'runc', ...args]).catch((error: unknown) => {
    throw new Error(`runc did not start the container: ${readFileSync(log, 'utf8')}`, { cause: error });
  });
}

/** The session's own sweep would do it too, but starts programs for each of a thousand cgroups. */
async function removeAll(session: Session): Promise<void> {
  const parents = readFileSync('/proc/self/mounts', 'utf8').split('\n').flatMap((line) => {
    const [, point = '', type = ''] = line.split(' ');
    return type.startsWith('cgroup') && existsSync(join(point, session.name)) ? [join(point, session.name)] : [];
  });
  const left = (): readonly string[] => parents.flatMap((parent) => readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name)));
  await waitFor('the containers to end', () => {
    for (const cgroup of left()) remove(cgroup);
    return left().length === 0;
  }, { timeout: 120_000, interval: 50 });
}

function remove(cgroup: string): void {
  try {
    for (const pid of readFileSync(join(cgroup, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean)) kill(Number(pid));
    rmdirSync(cgroup);
  } catch {
    // a process is on its way out, or the hierarchy is mounted twice
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}

async function inBatches<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: cpus().length }, worker));
  return results;
}
