import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerCgroups } from './cgroup';
import { run } from './command';
import { killAll, newContainerId, type Container, type ContainerOptions } from './container';
import { baseEntries, writeTree } from './image';
import type { Session } from './session';

/** The parts of a runtime bundle's config.json that are changed here; `runc spec` writes the rest. */
interface Specification {
  process: { args: string[]; terminal: boolean; env: string[]; capabilities: Record<string, string[]> };
  root: { path: string; readonly: boolean };
  mounts: { destination: string; type: string; source: string; options: string[] }[];
  linux: { cgroupsPath: string; namespaces: { type: string }[] };
  annotations?: Record<string, string>;
  hooks?: { createContainer: { path: string }[] };
}

/** Starts a container with plain runc: a bundle, and an overlay over the test image's tree as its root. It ends with the session. */
export async function runcContainer(session: Session, options: ContainerOptions): Promise<Container> {
  const id = options.id ?? newContainerId();
  const bundle = join(session.directory, 'bundles', id);
  const log = join(session.directory, `${id}.log`);
  const pidFile = join(session.directory, `${id}.pid`);
  await mountRoot(session, bundle);
  await writeSpecification(session, bundle, { ...options, id });
  const runc = (args: readonly string[]): readonly string[] => ['--root', join(session.directory, 'runc-plain'), ...args];
  const detached = runc(['run', '--detach', '--bundle', bundle, '--pid-file', pidFile, id]);
  // The container keeps the descriptors it is started with, so they are a file: pipes would never reach their end.
  await run('sh', ['-c', 'log=$1; shift; exec "$@" > "$log" 2>&1 < /dev/null', 'sh', log, 'runc', ...detached]).catch((error: unknown) => {
    throw new Error(`runc did not start the container: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`, { cause: error });
  });
  const cgroups = containerCgroups(cgroupPath(session, { ...options, id }));
  const anyCode = Array.from({ length: 256 }, (_, code) => code);
  return {
    id,
    pid: Number(readFileSync(pidFile, 'utf8')),
    cgroups,
    bundle,
    log,
    exec: (args, settings = {}) => run('runc', runc(['exec', id, ...args]), { accept: anyCode, ...settings }),
    kill: () => killAll(cgroups),
    remove: async () => {
      await killAll(cgroups);
      await run('runc', runc(['delete', '--force', id]));
      await run('umount', [join(bundle, 'rootfs')]);
    },
  };
}

async function mountRoot(session: Session, bundle: string): Promise<void> {
  const lower = join(session.directory, 'tree');
  if (!existsSync(lower)) {
    mkdirSync(lower);
    writeTree(lower, await baseEntries());
  }
  for (const name of ['upper', 'work', 'rootfs']) mkdirSync(join(bundle, name), { recursive: true });
  const layers = `lowerdir=${lower},upperdir=${join(bundle, 'upper')},workdir=${join(bundle, 'work')}`;
  await run('mount', ['-t', 'overlay', 'overlay', '-o', layers, join(bundle, 'rootfs')]);
}

async function writeSpecification(session: Session, bundle: string, options: ContainerOptions & { readonly id: string }): Promise<void> {
  await run('runc', ['spec', '--bundle', bundle]);
  const file = join(bundle, 'config.json');
  const specification = JSON.parse(readFileSync(file, 'utf8')) as Specification;
  specification.process.args = [...options.args];
  specification.process.terminal = false;
  specification.process.env = ['PATH=/usr/local/bin:/bin', ...Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`)];
  for (const set of Object.values(specification.process.capabilities)) set.push(...(options.capabilities ?? []));
  specification.root = { path: 'rootfs', readonly: false };
  for (const { source, target } of options.mounts ?? []) {
    specification.mounts.push({ destination: target, type: 'bind', source, options: ['rbind', 'rw'] });
  }
  specification.linux.cgroupsPath = cgroupPath(session, options);
  if (options.hostNetwork === true) specification.linux.namespaces = specification.linux.namespaces.filter(({ type }) => type !== 'network');
  if (options.annotations !== undefined) specification.annotations = { ...options.annotations };
  if (options.createHooks !== undefined) specification.hooks = { createContainer: options.createHooks.map((path) => ({ path })) };
  writeFileSync(file, JSON.stringify(specification));
}

function cgroupPath({ name }: Session, { parent, id }: ContainerOptions & { readonly id: string }): string {
  return `/${name}/${parent === undefined ? '' : `${parent}/`}${id}`;
}
