import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { program } from './programs';
import { tar, type Entry } from './tar';

/** Programs of `test/support/programs` that every test image has in /bin. */
const PROGRAMS = ['server', 'attacker', 'counter', 'worker'] as const;

export interface ImageOptions {
  /** With a host part and a tag, as "stasis.test/base:1": no registry is ever asked. */
  readonly name: string;
  /** What the image starts when the container names nothing. Default: /bin/sh. */
  readonly command?: readonly string[];
  /** Added to the base: busybox with all its names, the test programs, /tmp, /etc/passwd. */
  readonly entries?: readonly Entry[];
}

/** The file tree of the test image. */
export async function baseEntries(): Promise<readonly Entry[]> {
  const busybox = execFileSync('busybox', ['--list'], { encoding: 'utf8' }).split('\n').filter((name) => name !== '' && name !== 'busybox');
  const programs = await Promise.all(PROGRAMS.map(async (name) => executable(`bin/${name}`, await program(name))));
  return [
    ...['bin', 'etc', 'proc', 'sys', 'dev', 'root', 'shared', 'usr', 'usr/local', 'usr/local/bin'].map((path) => directory(path)),
    directory('tmp', 0o1777),
    executable('bin/busybox', execFileSync('which', ['busybox'], { encoding: 'utf8' }).trim()),
    ...busybox.map((name): Entry => ({ kind: 'link', path: `bin/${name}`, target: 'busybox' })),
    ...programs,
    text('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n'),
    text('etc/group', 'root:x:0:\nnogroup:x:65534:\n'),
  ];
}

function directory(path: string, mode = 0o755): Entry {
  return { kind: 'directory', path, mode };
}

/** A program of this machine as an entry of an image. */
export function executable(path: string, source: string): Entry {
  return { kind: 'file', path, mode: 0o755, data: readFileSync(source) };
}

function text(path: string, content: string): Entry {
  return { kind: 'file', path, mode: 0o644, data: Buffer.from(content) };
}

/** Writes the tree below an existing directory, for runtimes that take a root file system instead of an image. */
export function writeTree(root: string, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const path = join(root, entry.path);
    mkdirSync(dirname(path), { recursive: true });
    if (entry.kind === 'directory') mkdirSync(path, { recursive: true });
    if (entry.kind === 'link') symlinkSync(entry.target, path);
    if (entry.kind === 'file') writeFileSync(path, entry.data, { mode: entry.mode });
  }
}

interface Blob {
  readonly digest: string;
  readonly data: Buffer;
}

function blob(data: Buffer): Blob {
  return { digest: `sha256:${createHash('sha256').update(data).digest('hex')}`, data };
}

function jsonBlob(value: unknown): Blob {
  return blob(Buffer.from(JSON.stringify(value)));
}

/** The base with what the options add, as an OCI image archive. */
export async function buildImage(options: ImageOptions): Promise<Buffer> {
  const entries = [...(await baseEntries()), ...(options.entries ?? [])];
  return packImage(options.name, entries, { Env: ['PATH=/usr/local/bin:/bin'], Cmd: options.command ?? ['/bin/sh'], WorkingDir: '/' });
}

/** What a container of an image starts, and as whom; the names are those of the OCI image configuration. */
export interface ImageConfig {
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly User?: string;
  readonly WorkingDir?: string;
}

/** An OCI image of one layer as an archive that `ctr image import` takes, made without any registry. */
export function packImage(name: string, entries: readonly Entry[], settings: ImageConfig): Buffer {
  const layer = tar(entries);
  const packed = blob(gzipSync(layer, { level: 1 }));
  const config = jsonBlob({
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: settings,
    rootfs: { type: 'layers', diff_ids: [blob(layer).digest] },
  });
  const manifest = jsonBlob({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptor('config.v1+json', config),
    layers: [descriptor('layer.v1.tar+gzip', packed)],
  });
  return archive(name, manifest, [config, packed, manifest]);
}

function descriptor(type: string, { digest, data }: Blob): Readonly<Record<string, unknown>> {
  return { mediaType: `application/vnd.oci.image.${type}`, digest, size: data.length };
}

function archive(name: string, manifest: Blob, blobs: readonly Blob[]): Buffer {
  const tag = name.slice(name.lastIndexOf(':') + 1);
  const annotations = { 'io.containerd.image.name': name, 'org.opencontainers.image.ref.name': tag };
  const index = { schemaVersion: 2, manifests: [{ ...descriptor('manifest.v1+json', manifest), annotations }] };
  const file = (path: string, data: Uint8Array): Entry => ({ kind: 'file', path, mode: 0o644, data });
  return tar([
    file('oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')),
    file('index.json', Buffer.from(JSON.stringify(index))),
    ...blobs.map(({ digest, data }) => file(`blobs/sha256/${digest.slice('sha256:'.length)}`, data)),
  ]);
}
