import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from './checkout';
import { executable, packImage } from './image';
import type { Entry } from './tar';

export const PRODUCTS = ['operator', 'agent'] as const;
export type Product = (typeof PRODUCTS)[number];

/** Users of the images: the agent's kernel interfaces are root's, the operator is nobody. */
export const USERS = { operator: '65532:65532', agent: '0:0' } as const satisfies Readonly<Record<Product, string>>;

export const ENTRYPOINT = ['/usr/local/bin/node', '/opt/stasis/dist/stasis.cjs'] as const;

/** Lays out below `folder` what the Dockerfile copies into an image. */
export function layOut(product: Product, folder: string): void {
  execFileSync(join(CHECKOUT, 'scripts/image-root.sh'), [product, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The files that ship, with paths that begin in the root of the image. */
export function shippedEntries(product: Product): readonly Entry[] {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    layOut(product, folder);
    return filesBelow(folder, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a base image brings: the C and C++ libraries, of this machine. */
export function baseEntries(): readonly Entry[] {
  const programs = [process.execPath, join(CHECKOUT, 'build/Release/stasis.node')];
  const libraries = [...new Set(programs.flatMap(librariesOf))].filter((path) => /\/(libc|libm|libdl|libpthread|librt|libstdc\+\+|libgcc_s|ld-linux-x86-64)\.so/.test(path));
  return [
    ...libraries.map((path) => executable(path.slice(1), realpathSync(path))),
    ...['proc', 'sys', 'dev', 'etc', 'run', 'tmp'].map((path): Entry => ({ kind: 'directory', path, mode: 0o755 })),
  ];
}

/** Another bundle in the place of the one that this checkout has built. */
export interface Variant {
  readonly tag: string;
  readonly bundle: Buffer;
}

/** The image of the files that this checkout has built, as `e2e.local/stasis-<product>:1`, or as the variant says. A test builds the Dockerfile and compares. */
export function productImage(product: Product, variant?: Variant): Buffer {
  const shipped = shippedEntries(product).map((entry): Entry => (entry.kind === 'file' && entry.path.endsWith('/dist/stasis.cjs') && variant !== undefined ? { ...entry, data: variant.bundle } : entry));
  return packImage(`e2e.local/stasis-${product}:${variant?.tag ?? '1'}`, [...baseEntries(), ...shipped], {
    Env: ['PATH=/usr/local/bin', 'NODE_ENV=production'],
    Entrypoint: ENTRYPOINT,
    User: USERS[product],
    WorkingDir: '/',
  });
}

function filesBelow(root: string, path: string): readonly Entry[] {
  return readdirSync(join(root, path)).sort().flatMap((name): readonly Entry[] => {
    const inner = join(path, name);
    const { mode } = statSync(join(root, inner));
    if (statSync(join(root, inner)).isDirectory()) return filesBelow(root, inner);
    return [{ kind: 'file', path: inner, mode: mode & 0o755, data: readFileSync(join(root, inner)) }];
  });
}

function librariesOf(program: string): readonly string[] {
  return execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
}
