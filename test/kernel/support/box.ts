import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CgroupId } from '../../../src/agent/kernel/sensor';
import { containerCgroups, isFrozen, type ContainerCgroups } from '../../support/cgroup';
import { killAll } from '../../support/container';
import { waitFor } from '../../support/wait';
import { build } from './compile';
import type { TestSensor } from './sensor';

/** A container without a runtime: a cgroup pair, known to the sensor, and an overlay root for what is started in it. */
export interface Box {
  readonly name: string;
  readonly cgroup: CgroupId;
  readonly cgroups: ContainerCgroups;
  /** Directory that programs inside see as /shared. */
  readonly shared: string;
  /** Arguments for the program `box` (`boxProgram`), up to "--": for a driver that starts programs itself. */
  readonly arguments: readonly string[];
  /**
   * Starts a program inside, by its path there; it ends with the session. Each start makes a mount namespace and an overlay of its own,
   * unless `join` names a process whose ones it enters: only the first one's files are `Image` or `Written`.
   */
  start(command: readonly string[], options?: SpawnOptions & { readonly join?: number }): ChildProcess;
  frozen(): boolean;
  /** Writes the freezer, as a container's runtime would. */
  putFreezer(frozen: boolean): void;
  /** Declares name and image known; made boxes are bound already unless `bound: false`. */
  bind(): void;
  /** Thaws, kills everything inside, removes the cgroups. */
  close(): Promise<void>;
}

export interface BoxOptions {
  /** Default: "box-" and a number. 64 hexadecimal digits make the kernel adopt the cgroup by itself. */
  readonly name?: string;
  /** Default true. False: the container stays unbound. */
  readonly bound?: boolean;
  /** Default 1, which is the default hierarchy's (2) all the same where the machine mounts no v1 freezer. */
  readonly freezer?: 1 | 2;
  /** Default 'overlay'. 'plain': a copy of the image, without layers. */
  readonly root?: 'overlay' | 'plain';
}

let made = 0;
let program: string | undefined;

/** Makes a container. `fillImage` comes first. */
export function makeBox(test: TestSensor, { name = `box-${++made}`, bound = true, freezer = 1, root }: BoxOptions = {}): Box {
  if (program === undefined) throw new Error('Call fillImage() first');
  const box = program;
  const places = containerCgroups(`/${test.session.name}/${name}`);
  const cgroups = freezer === 1 ? places : { ...places, freezer: undefined };
  if (cgroups.freezer !== undefined) mkdirSync(cgroups.freezer, { recursive: true });
  mkdirSync(cgroups.unified, { recursive: true });
  const cgroup = statSync(cgroups.unified, { bigint: true }).ino;
  test.nameContainer(cgroup, name);
  test.sensor.adopt(cgroup);
  test.sensor.watchFreezer(cgroup, cgroups.freezer === undefined ? { version: 2, directory: cgroups.unified } : { version: 1, directory: cgroups.freezer });
  const bind = (): void => test.sensor.bind(cgroup, test.scopeOf(name));
  if (bound) bind();
  const overlay = makeOverlay(test, name, root);
  const joined = [cgroups.freezer, cgroups.unified].filter((directory) => directory !== undefined).join(':');
  return {
    name,
    cgroup,
    cgroups,
    shared: join(overlay, 'shared'),
    arguments: [joined, overlay],
    start: (command, { join: pid, ...options } = {}) =>
      test.session.start(box, [...(pid === undefined ? [] : ['-j', String(pid)]), joined, overlay, '--', ...command], options),
    frozen: () => isFrozen(cgroups),
    putFreezer: (frozen) => putFreezer(cgroups, frozen),
    bind,
    close: async () => {
      test.sensor.thaw(cgroup);
      await killAll(cgroups);
      await waitFor('the cgroups to be empty', () => removed(cgroups.unified) && (cgroups.freezer === undefined || removed(cgroups.freezer)));
    },
  };
}

function putFreezer({ freezer, unified }: ContainerCgroups, frozen: boolean): void {
  if (freezer === undefined) writeFileSync(join(unified, 'cgroup.freeze'), frozen ? '1' : '0');
  else writeFileSync(join(freezer, 'freezer.state'), frozen ? 'FROZEN' : 'THAWED');
}

function imageOf({ session }: TestSensor): string {
  return join(session.directory, 'image');
}

function makeOverlay(test: TestSensor, name: string, root: BoxOptions['root']): string {
  const overlay = join(test.session.directory, 'boxes', name);
  for (const directory of ['state', 'shared']) mkdirSync(join(overlay, directory), { recursive: true });
  symlinkSync(imageOf(test), join(overlay, 'lower'));
  if (root === 'plain') cpSync(imageOf(test), join(overlay, 'plain'), { recursive: true, verbatimSymlinks: true });
  return overlay;
}

/** Removes a cgroup; false while something is in it. */
export function removed(directory: string): boolean {
  try {
    rmdirSync(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY') return false;
    if (code !== 'ENOENT') throw error; // else an earlier try removed it
  }
  return true;
}

/** Puts static programs into /bin of the image that all boxes of a sensor have as their root, each named as its file. */
export async function fillImage(test: TestSensor, programs: readonly string[]): Promise<void> {
  program = await build('support/box.c');
  const image = imageOf(test);
  for (const directory of ['bin', 'proc', 'shared', 'tmp', 'volume']) mkdirSync(join(image, directory), { recursive: true });
  for (const path of programs) {
    const target = join(image, 'bin', basename(path));
    if (!existsSync(target)) copyFileSync(path, target);
  }
}

/** Path of the program `box`, on the host. */
export function boxProgram(): Promise<string> {
  return build('support/box.c');
}
