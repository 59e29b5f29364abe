import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './checkout';
import { run } from './command';

const SOURCES = join(CHECKOUT, 'test/support/programs');
const BUILT = join(CHECKOUT, 'build/test-programs');
const FLAGS = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-Werror', '-static'];

/** Programs that need other flags than a static program with threads. */
const OWN_FLAGS: Readonly<Record<string, readonly string[]>> = {
  counter: ['-nostdlib', '-fno-stack-protector'],
  tally: ['-nostdlib', '-fno-stack-protector'],
};

/** Path of the static program built from `test/support/programs/NAME.c`, compiled when the source is newer. */
export async function program(name: string): Promise<string> {
  const source = join(SOURCES, `${name}.c`);
  const built = join(BUILT, name);
  if (existsSync(built) && statSync(built).mtimeMs > statSync(source).mtimeMs) return built;
  mkdirSync(BUILT, { recursive: true });
  const fresh = `${built}.${process.pid}`;
  await run('gcc', [...FLAGS, ...(OWN_FLAGS[name] ?? ['-pthread']), '-o', fresh, source]);
  renameSync(fresh, built); // another test file may be building the same
  return built;
}
