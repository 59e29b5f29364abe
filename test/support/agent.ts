import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CHECKOUT } from './checkout';
import { run, type Outcome } from './command';
import type { Session } from './session';
import { waitFor } from './wait';

/** The built command. */
export const COMMAND = join(CHECKOUT, 'bin/stasis');

export interface AgentOptions {
  /** Policy files by name, as `{ 'web.yaml': '…' }`; undefined: the agent of a cluster, which takes no files. */
  readonly policies: Readonly<Record<string, string>> | undefined;
  /** Further flags of `stasis agent`. */
  readonly flags?: readonly string[];
  /** Descriptor that its findings go to; then nothing is known about them here. */
  readonly stdout?: number;
  /** Starts it: a program and arguments before the command's own. */
  readonly launcher?: readonly string[];
  /** Another build of the command. Default: `COMMAND`. */
  readonly executable?: string;
}

/** One line of `--output json`. */
export type FindingLine = Readonly<Record<string, unknown>>;

/** A `stasis agent` of the built command, with pins, run directory and policies of the session's own. */
export interface Agent {
  readonly pid: number;
  /** Folder of the policy files; a change is picked up. */
  readonly policies: string;
  /** `http://HOST:PORT` of its metrics and health. */
  readonly url: string;
  /** What it said on standard error. */
  readonly messages: () => string;
  /** The findings so far. */
  readonly findings: () => readonly FindingLine[];
  readonly waitForFinding: (matches: (finding: FindingLine) => boolean) => Promise<FindingLine>;
  /** Another verb of the command against this agent, as ["thaw", id]; any exit code is an outcome. */
  readonly command: (args: readonly string[]) => Promise<Outcome>;
  /** Waits until rules that select the container by its name are in force for it. */
  readonly untilBound: (id: string) => Promise<void>;
  /** Ends it and waits. What is in force stays in the kernel until the session closes. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Starts an agent and waits until it is ready. A second one of the same session takes over what the first left in the kernel. */
export async function startAgent(session: Session, options: AgentOptions): Promise<Agent> {
  const place = await preparePlace(session, options);
  const { executable = COMMAND } = options;
  const [program = executable, ...args] = [...(options.launcher ?? []), executable, 'agent', ...place.flags, ...(options.flags ?? [])];
  const child = session.start(program, args, { stdio: ['ignore', options.stdout ?? openSync(place.output, 'w'), openSync(place.log, 'a')] });
  await becomesReady(child, place);
  const command: Agent['command'] = (args) => run(executable, [...args, '--run-dir', place.runDirectory], { accept: [0, 1, 2] });
  const findings = (): readonly FindingLine[] => completeLines(place.output).map((line) => JSON.parse(line) as FindingLine);
  return {
    pid: child.pid ?? 0,
    policies: place.policies,
    url: place.url,
    messages: () => readFileSync(place.log, 'utf8'),
    findings,
    waitForFinding: (matches) => waitFor('the finding', () => findings().find(matches)),
    command,
    untilBound: async (id) => {
      await waitFor(`container ${id} to be bound`, async () => containersOf((await command(['status', '--output', 'json'])).stdout).some((container) => container.id === id && container.bound));
    },
    stop: (signal = 'SIGTERM') => stop(child, signal),
  };
}

function containersOf(status: string): readonly { readonly id: string; readonly bound: boolean }[] {
  return (JSON.parse(status) as { readonly containers: readonly { readonly id: string; readonly bound: boolean }[] }).containers;
}

interface Place {
  readonly policies: string;
  readonly runDirectory: string;
  readonly output: string;
  readonly log: string;
  readonly url: string;
  readonly flags: readonly string[];
}

async function preparePlace({ name, directory }: Session, { policies: files }: AgentOptions): Promise<Place> {
  const policies = join(directory, 'policies');
  const runDirectory = join(directory, 'run');
  mkdirSync(policies, { recursive: true });
  for (const [file, text] of Object.entries(files ?? {})) writeFileSync(join(policies, file), text);
  const address = `127.0.0.1:${await freePort()}`;
  const flags = {
    ...(files === undefined ? {} : { policies }),
    output: 'json',
    listen: address,
    'run-dir': runDirectory,
    'pin-root': `/sys/fs/bpf/${name}`,
    'containerd-socket': join(directory, 'containerd.sock'),
    'containerd-state': join(directory, 'state'),
    'runc-root': join(directory, 'runc-plain'),
  };
  return {
    policies,
    runDirectory,
    output: join(directory, 'findings.ndjson'),
    log: join(directory, 'agent.log'),
    url: `http://${address}`,
    flags: Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function becomesReady(child: ChildProcess, place: Place): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended');
    return fetch(`${place.url}/readyz`).then(({ ok }) => ok, () => false);
  };
  // Half a second of processor time: how long that is, others on the machine decide.
  await waitFor('the agent to be ready', isReady, { timeout: 120_000, interval: 20 }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The agent did not become ready: ${reason}. It said: ${readFileSync(place.log, 'utf8').slice(-4000)}`, { cause: error });
  });
}

/** The line that is being written at this moment is left out. */
function completeLines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1).filter((line) => line !== '');
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
