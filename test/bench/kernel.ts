import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Box } from '../kernel/support/box';
import { build } from '../kernel/support/compile';
import { startDriver, type Driver } from '../kernel/support/driver';
import { fillImage } from '../kernel/support/box';
import { openTestSensor, type TestSensor, type TestSensorOptions } from '../kernel/support/sensor';

/** Programs of test/bench/programs and test/kernel/programs, built. */
export interface Programs {
  readonly repeat: string;
  readonly nothing: string;
  readonly usual: string;
  readonly hog: string;
  readonly first: string;
  readonly trap: string;
  readonly offend: string;
  readonly siblings: string;
  readonly revoke: string;
  readonly spin: string;
}

export async function buildPrograms(): Promise<Programs> {
  return {
    repeat: await build('../bench/programs/repeat.c'),
    nothing: await build('programs/nothing.c', { bare: true }),
    usual: await build('../bench/programs/usual.c'),
    hog: await build('programs/hog.c'),
    first: await build('programs/first.S'),
    trap: await build('programs/first.S', { defines: ['TRAP'] }),
    offend: await build('programs/offend.c'),
    siblings: await build('programs/siblings.c'),
    revoke: await build('programs/revoke.c'),
    spin: await build('programs/spin.S'),
  };
}

/** Path of a built program inside a box. */
export function inside(program: string): string {
  return `/bin/${basename(program)}`;
}

/** Opens the kernel half, with an image that holds the programs, and a program that does nothing at each of `paths`. */
export async function openKernelHalf(programs: Programs, paths: readonly string[] = [], options: TestSensorOptions = {}): Promise<TestSensor> {
  const test = openTestSensor(options);
  await fillImage(test, Object.values(programs) as readonly string[]);
  for (const path of paths) {
    const target = join(test.session.directory, 'image', path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(programs.nothing, target);
  }
  return test;
}

/** Nanoseconds of one batch of `repeat`. */
export interface Timing {
  readonly median: number;
  readonly mean: number;
}

/** `repeat` in a box, waiting for batches. */
export function startRepeat(box: Pick<Box, 'start'>, args: readonly string[]): Promise<Driver> {
  return startDriver(box as Box, ['/bin/repeat', ...args]);
}

export async function nextBatch(driver: Driver): Promise<Timing> {
  driver.command('.');
  const [median = NaN, mean = NaN] = (await driver.line(60_000)).split(' ').map(Number);
  return { median, mean };
}

/** Ends a driver by ending its input, and waits. */
export async function endDriver({ child }: Driver): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('close', resolve);
    child.stdin?.end();
  });
}
