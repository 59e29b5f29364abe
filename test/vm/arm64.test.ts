/**
 * The BPF sources compile against the types of a real arm64 kernel (Debian 6.12): every field they name exists there, and
 * the arm64 side of each accessor is built. Nothing is run: that the verifier of an arm64 kernel agrees is not shown.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpftool, outputFolder } from './build';
import { debianKernel } from './kernels';

const ROOT = join(__dirname, '..', '..');
const SOURCES = join(ROOT, 'native', 'bpf');
const LIMIT_MS = 300_000; // the first run fetches the kernel
const ELF_MACHINE_BPF = 247;

test('every BPF source compiles for arm64', () => {
  const folder = join(outputFolder(), 'arm64');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'vmlinux.h'), typesOf(debianKernel('6.12', 'arm64').image, folder));
  const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.bpf.c'));
  expect(sources).not.toEqual([]);
  for (const source of sources) {
    const object = join(folder, source.replace(/\.c$/, '.o'));
    const flags = ['-O2', '-g', '-target', 'bpf', '-mcpu=v3', '-D__TARGET_ARCH_arm64', '-Wall', '-Werror'];
    execFileSync('clang', [...flags, '-I', join(ROOT, 'native', 'abi'), '-I', folder, '-c', join(SOURCES, source), '-o', object]);
    expect(readFileSync(object).readUInt16LE(18)).toBe(ELF_MACHINE_BPF);
  }
}, LIMIT_MS);

/** vmlinux.h of an uncompressed kernel image. */
function typesOf(image: string, folder: string): Buffer {
  const raw = join(folder, 'vmlinux.btf');
  writeFileSync(raw, typeSection(readFileSync(image)));
  return execFileSync(bpftool(), ['btf', 'dump', 'file', raw, 'format', 'c'], { maxBuffer: 1 << 26 });
}

/** The largest BTF blob inside an image: magic 0xeb9f, version 1, flags 0, header of 24 bytes, then the lengths of types and strings. */
function typeSection(image: Buffer): Buffer {
  const header = Buffer.from([0x9f, 0xeb, 1, 0, 24, 0, 0, 0]);
  let largest: Buffer = Buffer.alloc(0);
  for (let at = image.indexOf(header); at >= 0; at = image.indexOf(header, at + 1)) {
    const end = at + 24 + image.readUInt32LE(at + 16) + image.readUInt32LE(at + 20);
    if (end <= image.length && end - at > largest.length) largest = image.subarray(at, end);
  }
  if (largest.length === 0) throw new Error('the kernel image holds no BTF, or is compressed');
  return largest;
}
