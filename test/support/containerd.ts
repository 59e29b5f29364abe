import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerCgroups } from './cgroup';
import { run, type CommandOptions, type Outcome } from './command';
import { killAll, newContainerId, type Container, type ContainerOptions } from './container';
import { buildImage, type ImageOptions } from './image';
import type { Session } from './session';
import { waitFor } from './wait';

export interface ContainerdOptions {
  /** Leaves the CRI plugin on. Default: off, it is not needed for plain containers. */
  readonly cri?: boolean;
}

/** A containerd of one test session: own socket, root and state; the machine's own one is not touched. */
export interface Containerd {
  readonly pid: number;
  readonly socket: string;
  readonly namespace: string;
  readonly state: string;
  readonly log: string;
  readonly ctr: (args: readonly string[], options?: CommandOptions) => Promise<Outcome>;
  /** Builds a test image without any registry and imports it. */
  readonly importImage: (options: ImageOptions) => Promise<void>;
  readonly runContainer: (image: string, options: ContainerOptions) => Promise<Container>;
}

/** Starts it and waits until it answers. It ends with the session. */
export async function startContainerd(session: Session, options: ContainerdOptions = {}): Promise<Containerd> {
  const { directory } = session;
  const socket = join(directory, 'containerd.sock');
  const log = join(directory, 'containerd.log');
  writeFileSync(join(directory, 'containerd.toml'), configuration(directory, options));
  const output = openSync(log, 'a');
  const { pid = 0 } = session.start('containerd', ['--config', join(directory, 'containerd.toml')], { stdio: ['ignore', output, output] });
  const ctr: Containerd['ctr'] = (args, settings) => run('ctr', ['--address', socket, '--namespace', session.name, ...args], settings);
  await answers(ctr, socket, log);
  const containerd = { pid, socket, namespace: session.name, state: join(directory, 'state'), log, ctr };
  return {
    ...containerd,
    importImage: (image) => importImage(directory, ctr, image),
    runContainer: (image, container) => runContainer({ directory, ...containerd }, image, container),
  };
}

async function answers(ctr: Containerd['ctr'], socket: string, log: string): Promise<void> {
  const isUp = async (): Promise<boolean> => existsSync(socket) && (await ctr(['version'], { accept: [0, 1] })).code === 0;
  await waitFor('containerd to answer', isUp, { timeout: 120_000, interval: 50 }).catch((error: unknown) => {
    throw new Error(`containerd did not start: ${readFileSync(log, 'utf8').slice(-2000)}`, { cause: error });
  });
}

function configuration(directory: string, { cri = false }: ContainerdOptions): string {
  const lines = [
    'version = 2',
    `root = "${directory}/root"`,
    `state = "${directory}/state"`,
    `disabled_plugins = [${cri ? '' : '"io.containerd.grpc.v1.cri"'}]`,
    '[grpc]',
    `  address = "${directory}/containerd.sock"`,
    '[ttrpc]',
    `  address = "${directory}/containerd.sock.ttrpc"`,
  ];
  if (cri) lines.push('[plugins."io.containerd.grpc.v1.cri"]', '  restrict_oom_score_adj = true', '  stream_server_port = "0"');
  return `${lines.join('\n')}\n`;
}

async function importImage(directory: string, ctr: Containerd['ctr'], options: ImageOptions): Promise<void> {
  const archive = join(directory, `image-${randomBytes(4).toString('hex')}.tar`);
  writeFileSync(archive, await buildImage(options));
  await ctr(['image', 'import', archive]);
}

interface Place {
  readonly directory: string;
  readonly namespace: string;
  readonly state: string;
  readonly ctr: Containerd['ctr'];
}

async function runContainer(place: Place, image: string, options: ContainerOptions): Promise<Container> {
  const { directory, namespace, ctr } = place;
  const id = options.id ?? newContainerId();
  const log = join(directory, `${id}.log`);
  const pidFile = join(directory, `${id}.pid`);
  mkdirSync(join(directory, 'fifo'), { recursive: true });
  const fixed = ['--detach', '--runc-root', join(directory, 'runc'), '--pid-file', pidFile, '--log-uri', `file://${log}`];
  await ctr(['run', ...fixed, ...flags(options), image, id, ...options.args]);
  const cgroups = containerCgroups(`/${namespace}/${id}`);
  const kill = (): Promise<void> => killAll(cgroups);
  return {
    id,
    pid: Number(readFileSync(pidFile, 'utf8')),
    cgroups,
    bundle: join(place.state, 'io.containerd.runtime.v2.task', namespace, id),
    log,
    exec: (args, settings) => exec(place, [id, ...args], settings),
    kill,
    remove: async () => {
      await kill();
      await ctr(['task', 'rm', '--force', id], { accept: [0, 1] }); // it may have gone with its last process
      await ctr(['container', 'rm', id]);
    },
  };
}

function flags(options: ContainerOptions): readonly string[] {
  const { mounts = [], annotations = {}, env = {}, capabilities = [], hostNetwork = false } = options;
  return [
    ...mounts.flatMap(({ source, target }) => ['--mount', `type=bind,src=${source},dst=${target},options=rbind:rw`]),
    ...Object.entries(annotations).flatMap(([name, value]) => ['--annotation', `${name}=${value}`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...capabilities.flatMap((name) => ['--cap-add', name]),
    ...(hostNetwork ? ['--net-host'] : []),
  ];
}

function exec(place: Place, args: readonly string[], { timeout }: { readonly timeout?: number } = {}): Promise<Outcome> {
  const anyCode = Array.from({ length: 256 }, (_, code) => code);
  const name = ['--exec-id', randomBytes(4).toString('hex'), '--fifo-dir', join(place.directory, 'fifo')];
  return place.ctr(['task', 'exec', ...name, ...args], { accept: anyCode, ...(timeout === undefined ? {} : { timeout }) });
}
