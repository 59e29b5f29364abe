import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';
import { run } from '../../support/command';

const BUILT = join(CHECKOUT, 'build/test-programs/kernel');
const HOSTED = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-Werror', '-static', '-pthread'];
const BARE = ['-nostdlib', '-static', '-no-pie', '-Wl,--build-id=none'];
/** For C without a library: the compiler may not assume that there is a memcpy or a stack guard. */
const FREESTANDING = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-Werror', '-ffreestanding', '-fno-stack-protector', '-fno-tree-loop-distribute-patterns'];

export interface BuildOptions {
  /** Without the C library. */
  readonly bare?: boolean;
  /** Started through the dynamic loader; bare ones only. */
  readonly dynamic?: boolean;
  readonly defines?: readonly string[];
  /** Further sources beside the first one. */
  readonly parts?: readonly string[];
  /** Further flags; they make a variant with a name of its own, as defines do. */
  readonly flags?: readonly string[];
}

/**
 * Path of the static program built from a source below test/kernel, as "programs/offend.c"; compiled when a source or header beside it
 * is newer. A ".S" file, and one named in `bare`, is linked without the C library. `defines` make a variant with a name of its own.
 */
export async function build(source: string, options: BuildOptions = {}): Promise<string> {
  const { defines = [], parts = [], flags = [] } = options;
  const path = join(CHECKOUT, 'test/kernel', source);
  const sources = [path, ...parts.map((part) => join(path, '..', part))];
  const built = join(BUILT, [basename(source, extname(source)), ...defines, ...flags].join('-').replace(/[^\w.-]/g, '_'));
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(path, '..'), sources)) return built;
  mkdirSync(BUILT, { recursive: true });
  const fresh = `${built}.${process.pid}`;
  await run('gcc', [...modeOf(source, options), ...flags, ...defines.map((define) => `-D${define}`), '-o', fresh, ...sources]);
  renameSync(fresh, built); // another test file may be building the same
  return built;
}

function modeOf(source: string, { bare = false, dynamic = false }: BuildOptions): readonly string[] {
  if (source.endsWith('.S')) return BARE;
  if (!bare) return HOSTED;
  return [...(dynamic ? ['-nostdlib', '-fpie', '-pie'] : BARE), ...FREESTANDING];
}

function newest(directory: string, sources: readonly string[]): number {
  const headers = readdirSync(directory).filter((name) => name.endsWith('.h'));
  return Math.max(...[...sources, ...headers.map((name) => join(directory, name))].map((path) => statSync(path).mtimeMs));
}
