import { copyFileSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAgent, type Agent, type AgentOptions } from '../support/agent';
import { run } from '../support/command';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { build } from '../kernel/support/compile';
import type { Box } from '../kernel/support/box';
import { startDriver, type Driver } from '../kernel/support/driver';

/** A node with a real agent, whose findings are read through a pipe, and a real container. */
export interface Node {
  readonly session: Session;
  readonly agent: Agent;
  /** `strike` in the container, with a program that is there; a line "COUNT FIRST" makes it strike, and it answers with how many were killed. */
  strike(program: string, options?: { readonly stamps?: boolean; readonly pauseUs?: number }): Promise<Driver>;
  /** Boot clock just before each strike, by its number. */
  stamps(): BigUint64Array;
  /** Lines that came so far. */
  arrivals(): readonly Arrival[];
  close(): Promise<void>;
}

/** A finding's line and when it was read. */
export interface Arrival {
  readonly ns: bigint;
  readonly line: string;
}

export const MAX_STRIKES = 1 << 16;
const STAMPS = 'stamps';

/** `programs`: names under /bench in the container, each a program that does nothing. */
export async function startNode(options: AgentOptions, programs: readonly string[] = []): Promise<Node> {
  const session = openSession();
  try {
    return await startIn(session, options, programs);
  } catch (error) {
    await session.close();
    throw error;
  }
}

async function startIn(session: Session, options: AgentOptions, programs: readonly string[]): Promise<Node> {
  const mounted = await mountedFolder(session, programs);
  const output = join(session.directory, 'arrivals');
  const stdout = await pipeTo(session, output);
  const agent = await startAgent(session, { ...options, stdout });
  closeSync(stdout);
  const container = await runcContainer(session, { args: ['/bin/sleep', '86400'], mounts: [{ source: mounted, target: '/bench' }] });
  const enter: Box['start'] = (command, spawned = {}) =>
    session.start('runc', ['--root', join(session.directory, 'runc-plain'), 'exec', container.id, ...command], spawned);
  return {
    ...{ session, agent },
    strike: (program, { stamps = false, pauseUs = 0 } = {}) =>
      startDriver({ start: enter } as Box, ['/bench/strike', `/bench/${program}`, stamps ? `/bench/${STAMPS}` : '-', String(pauseUs)]),
    stamps: () => new BigUint64Array(Uint8Array.from(readFileSync(join(mounted, STAMPS))).buffer),
    arrivals: () => (existsSync(output) ? readFileSync(output, 'utf8').split('\n').slice(0, -1).map(arrivalOf) : []),
    close: () => closeNode(session, { agent, container: () => container.remove() }),
  };
}

async function mountedFolder(session: Session, programs: readonly string[]): Promise<string> {
  const folder = join(session.directory, 'bench');
  mkdirSync(folder);
  copyFileSync(await build('../bench/programs/strike.c'), join(folder, 'strike'));
  const nothing = await build('programs/nothing.c', { bare: true });
  for (const name of programs) copyFileSync(nothing, join(folder, name));
  writeFileSync(join(folder, STAMPS), Buffer.alloc(8 * MAX_STRIKES));
  return folder;
}

/** Descriptor of a pipe whose other end notes in a file when each line came. */
async function pipeTo(session: Session, output: string): Promise<number> {
  const fifo = join(session.directory, 'findings');
  await run('mkfifo', [fifo]);
  session.start('sh', ['-c', 'exec "$0" "$1" < "$2"', await build('../bench/programs/arrivals.c'), output, fifo], { stdio: ['ignore', 'ignore', 'inherit'] });
  return openSync(fifo, 'w');
}

function arrivalOf(text: string): Arrival {
  const blank = text.indexOf(' ');
  return { ns: BigInt(text.slice(0, blank)), line: text.slice(blank + 1) };
}

async function closeNode(session: Session, { agent, container }: { readonly agent: Agent; readonly container: () => Promise<void> }): Promise<void> {
  await container();
  await agent.stop();
  await session.close();
}

/** Strikes so often, from a number on; how many were killed. */
export async function strikes(driver: Driver, count: number, first = 0): Promise<number> {
  driver.command(`${count} ${first}\n`);
  return Number(await driver.line(300_000));
}

/** Nanoseconds that the threads of a process ran on a processor. */
export function processorNs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.reduce((sum, tid) => sum + Number(readFileSync(`/proc/${pid}/task/${tid}/schedstat`, 'utf8').split(' ')[0]), 0);
}

/** Cluster policies in mode Enforce, a file for each; a rule is a program's path in the container and its response. */
export function enforcing(rules: Readonly<Record<string, string>>): string {
  const list = Object.entries(rules).map(([path, respond], at) => `  - {name: rule-${at}, severity: High, process: {executable: ["${path}"]}, respond: [${respond}]}`);
  return ['apiVersion: stasis.dev/v1alpha1', 'kind: ClusterSecurityPolicy', 'metadata: {name: bench}', 'spec:', '  mode: Enforce', '  target: {all: true}', '  rules:', ...list, ''].join('\n');
}
