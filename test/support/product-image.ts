import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './checkout';
import { executable, packImage } from './image';
import type { Entry } from './tar';

/** What ships, by image; the Dockerfile copies the same, each to the same path below /opt/stasis. */
export const SHIPPED = {
  operator: ['package.json', 'dist/stasis.cjs', 'dist/library.mjs'],
  agent: ['package.json', 'dist/stasis.cjs', 'dist/library.mjs', 'build/Release/stasis.node', 'bin/self-test', 'policies'],
} as const;

export type Product = keyof typeof SHIPPED;

/** Users of the images: the agent's kernel interfaces are root's, the operator is nobody. */
export const USERS = { operator: '65532:65532', agent: '0:0' } as const satisfies Readonly<Record<Product, string>>;

/** The image of the files that this checkout has built, with this machine's Node.js and libraries, as `e2e.local/stasis-<product>:1`. */
export function productImage(product: Product): Buffer {
  const files = SHIPPED[product].flatMap(shippedFile);
  const programs = [process.execPath, ...(product === 'agent' ? [join(CHECKOUT, 'build/Release/stasis.node')] : [])];
  const libraries = [...new Set(programs.flatMap(librariesOf))].map((path) => executable(path.slice(1), realpathSync(path)));
  const entries = [executable('usr/local/bin/node', process.execPath), ...libraries, ...files, ...['proc', 'sys', 'dev', 'etc', 'run', 'tmp'].map((path): Entry => ({ kind: 'directory', path, mode: 0o755 }))];
  return packImage(`e2e.local/stasis-${product}:1`, entries, {
    Env: ['PATH=/usr/local/bin', 'NODE_ENV=production'],
    Entrypoint: ['/usr/local/bin/node', '/opt/stasis/dist/stasis.cjs'],
    User: USERS[product],
    WorkingDir: '/',
  });
}

function shippedFile(path: string): readonly Entry[] {
  const source = join(CHECKOUT, path);
  const { mode } = statSync(source);
  if (statSync(source).isDirectory()) return readdirSync(source).sort().flatMap((name) => shippedFile(join(path, name)));
  return [{ kind: 'file', path: join('opt/stasis', path), mode: mode & 0o755, data: readFileSync(source) }];
}

function librariesOf(program: string): readonly string[] {
  return execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
}
