import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';
import { run } from '../../support/command';

const BUILT = join(CHECKOUT, 'build/test-programs/kernel');
const HOSTED = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-Werror', '-static', '-pthread'];
const BARE = ['-nostdlib', '-static', '-no-pie', '-Wl,--build-id=none'];

/**
 * Path of the static program built from a source below test/kernel, as "programs/offend.c"; compiled when a source or header beside it
 * is newer. A ".S" file, and one named in `bare`, is linked without the C library. `defines` make a variant with a name of its own.
 */
export async function build(source: string, { bare = false, defines = [] }: { readonly bare?: boolean; readonly defines?: readonly string[] } = {}): Promise<string> {
  const path = join(CHECKOUT, 'test/kernel', source);
  const built = join(BUILT, [basename(source, extname(source)), ...defines].join('-').replace(/[^\w.-]/g, '_'));
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(path, '..'), path)) return built;
  mkdirSync(BUILT, { recursive: true });
  const fresh = `${built}.${process.pid}`;
  const flags = source.endsWith('.S') || bare ? [...BARE, '-O2'] : HOSTED;
  await run('gcc', [...flags, ...defines.map((define) => `-D${define}`), '-o', fresh, path]);
  renameSync(fresh, built); // another test file may be building the same
  return built;
}

function newest(directory: string, source: string): number {
  const headers = readdirSync(directory).filter((name) => name.endsWith('.h'));
  return Math.max(...[source, ...headers.map((name) => join(directory, name))].map((path) => statSync(path).mtimeMs));
}
