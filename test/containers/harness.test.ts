import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freeze, isFrozen, processesOf, thaw } from '../support/cgroup';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { startContainerd, type Containerd } from '../support/containerd';
import type { Container, ContainerOptions } from '../support/container';
import { createCounts, readCount } from '../support/counts';
import { runcContainer } from '../support/runc';
import { ask, exploit } from '../support/server';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';

const IMAGE = 'stasis.test/base:1';
const WAYS = ['exec', 'thread', 'fork', 'double-fork', 'memfd', 'symlink', 'hard-link', 'rename', 'descriptor', 'deleted'];

let session: Session;
let containerd: Containerd;
let shared: string;

beforeAll(async () => {
  session = openSession();
  containerd = await startContainerd(session);
  await containerd.importImage({ name: IMAGE });
  shared = join(session.directory, 'shared');
  mkdirSync(shared);
});

afterAll(() => session.close());

const runtimes: readonly [string, (options: ContainerOptions) => Promise<Container>][] = [
  ['containerd', (options) => containerd.runContainer(IMAGE, options)],
  ['plain runc', (options) => runcContainer(session, options)],
];

describe.each(runtimes)('a test container of %s', (_, start) => {
  let container: Container;
  let socket: string;

  beforeAll(async () => {
    container = await start({ args: ['/bin/server', '/shared/server.sock'], mounts: [{ source: shared, target: '/shared' }] });
    socket = join(shared, 'server.sock');
    await waitFor('the server', () => existsSync(socket) && readFileSync(container.log, 'utf8').includes('ready'));
  });

  afterAll(() => container.remove());

  it('answers, and a second program runs inside', async () => {
    expect(await ask(socket)).toMatch(/^answer \d+$/);
    const { stdout } = await container.exec(['/bin/cat', '/proc/self/cgroup']);
    expect(stdout).toContain(container.id);
  });

  it('gives back the exit code of a second program', async () => {
    expect(await container.exec(['/bin/sh', '-c', 'exit 7'])).toMatchObject({ code: 7 });
  });

  it('has its processes in the cgroup that is reported, and its bundle where agents look', () => {
    expect(processesOf(container.cgroups)).toContain(container.pid);
    expect(readFileSync(join(container.bundle, 'config.json'), 'utf8')).toContain(container.id);
  });

  it('does not answer while frozen and answers again after the thaw', async () => {
    await freeze(container.cgroups);
    await expect(ask(socket, '/', 200)).rejects.toThrow('did not answer');
    thaw(container.cgroups);
    await waitFor('the thaw', () => !isFrozen(container.cgroups));
    expect(await ask(socket)).toMatch(/^answer \d+$/);
  });

  it.each(WAYS)('starts the dropped program by way of "%s" when nobody prevents it, and it counts', async (way) => {
    const counts = join(shared, `counts-${way}`);
    createCounts(counts);
    await exploit(socket, ['/bin/attacker', way, '/bin/counter', `/tmp/${way}`, `/shared/counts-${way}`]);
    await waitFor('the counter', () => readCount(counts) > 0n);
    for (const pid of processesOf(container.cgroups).filter((pid) => !isServer(pid))) process.kill(pid, 'SIGKILL');
    await waitFor('the counter to stop', async () => {
      const before = readCount(counts);
      await sleep(20);
      return readCount(counts) === before;
    });
  });

  it('runs a dropped script', async () => {
    rmSync(join(shared, 'script-ran'), { force: true });
    await exploit(socket, ['/bin/attacker', 'script', '/bin/sh', '/tmp/script']);
    await waitFor('the script', () => existsSync(join(shared, 'script-ran')));
  });

  it('has busy workers that count system calls', async () => {
    const counts = join(shared, 'counts-workers');
    createCounts(counts);
    await exploit(socket, ['/bin/worker', '/shared/counts-workers', '3']);
    await waitFor('three workers', () => [1, 2, 3].every((index) => readCount(counts, index) > 0n));
    expect(readCount(counts, 4)).toBe(0n);
  });
});

it('a containerd with its CRI plugin starts', async () => {
  const other = openSession();
  try {
    const { ctr } = await startContainerd(other, { cri: true });
    expect((await ctr(['plugins', 'ls'])).stdout).toMatch(/grpc\.v1\s+cri\s+\S+\s+ok/);
  } finally {
    await other.close();
  }
});

it('everything is removed when the test is killed in the middle, frozen container included', async () => {
  const { name, directory, pid } = await abandonedSession();
  await waitFor('the sweep', () => !existsSync(directory), { timeout: 120_000, interval: 50 });
  expect(isRunning(pid)).toBe(false);
  expect(readdirSync('/sys/fs/cgroup').filter((entry) => existsSync(join('/sys/fs/cgroup', entry, name)))).toEqual([]);
  expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(directory);
});

/** False for a zombie too: whoever inherited it may be late to reap it, but it runs nothing. */
function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

function isServer(pid: number): boolean {
  return readlinkSync(`/proc/${pid}/exe`).endsWith('/bin/server');
}

interface Remains {
  readonly name: string;
  readonly directory: string;
  readonly pid: number;
}

/** What a test process leaves that opened a session, froze a container in it and was killed. */
async function abandonedSession(): Promise<Remains> {
  const script = join(CHECKOUT, 'build/abandoned.cjs');
  await run(join(CHECKOUT, 'scripts/bundle.sh'), [join(__dirname, 'abandoned.ts'), script]);
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  child.kill('SIGKILL');
  return JSON.parse(line) as Remains;
}
