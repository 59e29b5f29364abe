/** What the tests of this folder compile for themselves, in build/vm. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const FLAGS = ['-O2', '-Wall', '-Wextra', '-Werror', '-static'];

/** The object that is shipped; `make build` makes it. */
export const BPF_OBJECT = join(ROOT, 'build', 'bpf', 'stasis.bpf.o');

/** Folder for what is made here. */
export function outputFolder(): string {
  const folder = join(ROOT, 'build', 'vm');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Compiles test/vm/<name>.c to a program that needs nothing of the system it runs on. */
export function staticProgram(name: 'init' | 'load' | 'origins'): string {
  const program = join(outputFolder(), name);
  const libraries = name === 'init' ? [] : ['-lbpf', '-lelf', '-lz', ...zstd()];
  execFileSync('cc', [...FLAGS, '-I', join(ROOT, 'native', 'abi'), '-o', program, join(__dirname, `${name}.c`), ...libraries]);
  return program;
}

/** A program that is started through a loader, by their paths in the guest. Neither does anything. */
export function dynamicProgram(): { readonly dynamic: string; readonly loader: string } {
  const source = join(ROOT, 'test', 'kernel', 'programs', 'nothing.c');
  const make = (name: string, ...flags: string[]): string => {
    const program = join(outputFolder(), name);
    execFileSync('cc', ['-O2', '-nostdlib', '-ffreestanding', '-fno-stack-protector', '-fpie', ...flags, '-o', program, source]);
    return program;
  };
  return { dynamic: make('dynamic', '-pie', '-Wl,--dynamic-linker=/loader'), loader: make('loader', '-static-pie') };
}

/** Throws when there is nothing to load. */
export function bpfObject(): string {
  if (!existsSync(BPF_OBJECT)) throw new Error(`${BPF_OBJECT} is missing: make build`);
  return BPF_OBJECT;
}

/** Compilers differ in what they make of the same source, so counts are comparable within one major version only. */
export function bpfCompiler(): string {
  const version = execFileSync('clang', ['--version'], { encoding: 'utf8' });
  return `clang ${/version (\d+)/.exec(version)?.[1] ?? 'unknown'}`;
}

/** Where set-up put bpftool. */
export function bpftool(): string {
  const find = `. ${join(ROOT, 'scripts', 'environment.sh')} && find_bpftool`;
  return execFileSync('bash', ['-c', find], { encoding: 'utf8' }).trim();
}

/** libelf ≥ 0.189 uses zstd. */
function zstd(): string[] {
  const path = execFileSync('cc', ['-print-file-name=libzstd.a'], { encoding: 'utf8' }).trim();
  return isAbsolute(path) ? ['-lzstd'] : [];
}
