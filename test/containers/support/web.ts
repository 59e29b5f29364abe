import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agent, FindingLine } from '../../support/agent';
import { isFrozen } from '../../support/cgroup';
import type { Container, ContainerOptions } from '../../support/container';
import { createCounts, readCount } from '../../support/counts';
import { ask, exploit } from '../../support/server';
import type { Session } from '../../support/session';
import { waitFor } from '../../support/wait';

/** A container with the server that has a hole, and a directory that it shares with the test. */
export interface Web {
  readonly container: Container;
  /** What the container sees as /shared. */
  readonly shared: string;
  /** Fails when it does not answer within `timeout` ms (default 30,000). */
  readonly answer: (timeout?: number) => Promise<string>;
  /** Starts a program through the hole; the server may be stopped before it has answered. */
  readonly start: (...args: readonly string[]) => Promise<void>;
  /** Drops the counter below /tmp and starts it by an attacker's way; it counts in the returned word. */
  readonly attack: (way?: string) => Promise<Attack>;
  readonly frozen: () => boolean;
}

export interface Attack {
  readonly program: string;
  /** Path of its counts, as the container sees it. */
  readonly counts: string;
  readonly count: () => bigint;
}

let attacks = 0;

/** Starts a container whose first program is the server, and waits until it answers. */
export async function startWeb(session: Session, start: (options: ContainerOptions) => Promise<Container>, options: Partial<ContainerOptions> = {}): Promise<Web> {
  const shared = join(session.directory, `shared-${++attacks}`);
  mkdirSync(shared);
  const container = await start({ args: ['/bin/server', '/shared/socket'], mounts: [{ source: shared, target: '/shared' }], ...options });
  const socket = join(shared, 'socket');
  // It is ready at once, but another agent of this machine whose start-up waits may hold it for two seconds.
  await waitFor('the server', () => existsSync(socket) && readFileSync(container.log, 'utf8').includes('ready'), { timeout: 60_000 }).catch((error: unknown) => {
    throw new Error(`the server of the container is not ready: ${stateOf(container)}`, { cause: error });
  });
  const run = async (...args: readonly string[]): Promise<void> => {
    await exploit(socket, args, 2000).catch(() => undefined);
  };
  return {
    container,
    shared,
    answer: (timeout = 30_000) => ask(socket, '/', timeout),
    start: run,
    attack: async (way = 'exec') => {
      const name = `x${++attacks}`;
      createCounts(join(shared, name));
      await run('/bin/attacker', way, '/bin/counter', `/tmp/${name}`, `/shared/${name}`);
      return { program: `/tmp/${name}`, counts: `/shared/${name}`, count: () => readCount(join(shared, name)) };
    },
    frozen: () => isFrozen(container.cgroups),
  };
}

/** What keeps it from answering: its log, and whether its first process is there, stopped or frozen. */
function stateOf({ log, pid, cgroups }: Container): string {
  const status = existsSync(`/proc/${pid}/status`) ? /^State:\s*(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] : undefined;
  return `process ${pid} is ${status ?? 'gone'}, ${isFrozen(cgroups) ? 'frozen' : 'not frozen'}, and says "${readFileSync(log, 'utf8').trim().slice(-500)}"`;
}

/** Waits until the container is frozen. */
export function untilFrozen({ frozen }: Web): Promise<true> {
  return waitFor('the freeze', () => frozen() || undefined);
}

/** The first finding about a program in a container. */
export function findingAbout(agent: Agent, { container }: Web, executable: string): Promise<FindingLine> {
  return agent.waitForFinding((finding) => part(finding, 'container')['id'] === container.id && part(finding, 'process')['executable'] === executable);
}

/** An object inside a finding; empty where it is absent. */
export function part(finding: FindingLine, name: string): Readonly<Record<string, unknown>> {
  return (finding[name] ?? {}) as Readonly<Record<string, unknown>>;
}
