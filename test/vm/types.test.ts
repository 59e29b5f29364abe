/**
 * The BPF sources compile against the types of other kernels than this machine's: every field they name exists there. Of the oldest one,
 * on which somebody may build, and of an arm64 one, for which the other side of each accessor is built. Nothing is run: that the verifier
 * of an arm64 kernel agrees is not shown.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { outputFolder } from './build';
import { writeTypes } from './kernel-types';
import { debianKernel } from './kernels';

const ROOT = join(__dirname, '..', '..');
const SOURCES = join(ROOT, 'native', 'bpf');
const LIMIT_MS = 600_000; // the first run fetches the kernel
const ELF_MACHINE_BPF = 247;

test.each([
  { series: '6.1', architecture: 'amd64', target: 'x86' },
  { series: '6.12', architecture: 'arm64', target: 'arm64' },
] as const)('every BPF source compiles against the types of Linux $series for $architecture', ({ series, architecture, target }) => {
  const folder = join(outputFolder(), `types-${series}-${architecture}`);
  mkdirSync(folder, { recursive: true });
  writeTypes(debianKernel(series, architecture), folder);
  const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.bpf.c'));
  expect(sources).not.toEqual([]);
  for (const source of sources) {
    const object = join(folder, source.replace(/\.c$/, '.o'));
    const flags = ['-O2', '-g', '-target', 'bpf', '-mcpu=v3', `-D__TARGET_ARCH_${target}`, '-Wall', '-Werror'];
    execFileSync('clang', [...flags, '-I', join(ROOT, 'native', 'abi'), '-I', folder, '-c', join(SOURCES, source), '-o', object]);
    expect(readFileSync(object).readUInt16LE(18)).toBe(ELF_MACHINE_BPF);
  }
}, LIMIT_MS);
