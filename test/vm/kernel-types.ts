/** The types (BTF) of a kernel that does not run here, out of its image. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpftool } from './build';
import type { Kernel } from './kernels';

const MAX_BYTES = 1 << 28;
/** Of a compressed x86 image (Documentation/arch/x86/boot.rst): "HdrS", and where its payload is. */
const HEADER = { magic: 0x202, sectors: 0x1f1, payload: 0x248, length: 0x24c } as const;
const SECTOR_BYTES = 512;
/** What `lz4 -l` begins with, which the kernel's build uses. */
const LZ4_LEGACY = 0x184c2102;
/** Behind the payload stands how long it is uncompressed. */
const SIZE_BYTES = 4;

/** Makes vmlinux.h in the folder. Throws where the image is packed in a way that is not known here. */
export function writeTypes({ image }: Kernel, folder: string): void {
  const raw = join(folder, 'vmlinux.btf');
  writeFileSync(raw, typeSection(unpacked(readFileSync(image))));
  writeFileSync(join(folder, 'vmlinux.h'), execFileSync(bpftool(), ['btf', 'dump', 'file', raw, 'format', 'c'], { maxBuffer: MAX_BYTES }));
}

/** The kernel itself; an image without the header of x86 is not compressed. */
function unpacked(image: Buffer): Buffer {
  if (image.toString('latin1', HEADER.magic, HEADER.magic + 4) !== 'HdrS') return image;
  const begin = (image.readUInt8(HEADER.sectors) + 1) * SECTOR_BYTES + image.readUInt32LE(HEADER.payload);
  const payload = image.subarray(begin, begin + image.readUInt32LE(HEADER.length) - SIZE_BYTES);
  if (payload.readUInt32LE(0) !== LZ4_LEGACY) throw new Error('the kernel image is not compressed by lz4');
  return execFileSync('lz4', ['-dc'], { input: payload, maxBuffer: MAX_BYTES });
}

/** The largest BTF blob inside an image: magic 0xeb9f, version 1, flags 0, header of 24 bytes, then the lengths of types and strings. */
function typeSection(image: Buffer): Buffer {
  const header = Buffer.from([0x9f, 0xeb, 1, 0, 24, 0, 0, 0]);
  let largest: Buffer = Buffer.alloc(0);
  for (let at = image.indexOf(header); at >= 0; at = image.indexOf(header, at + 1)) {
    const end = at + 24 + image.readUInt32LE(at + 16) + image.readUInt32LE(at + 20);
    if (end <= image.length && end - at > largest.length) largest = image.subarray(at, end);
  }
  if (largest.length === 0) throw new Error('the kernel image holds no BTF');
  return largest;
}
