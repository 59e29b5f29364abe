import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Agent } from './agent';
import { systemClock, type Clock } from '../clock';
import { readFolder } from './config/folder';
import { linkPlans, parseFile } from './config/plans';
import { Policies } from './config/policies';
import { connectContainerd } from './enrich/containerd';
import { Enricher } from './enrich/enricher';
import { readSmallText } from './files';
import { findHierarchies, parseMembership, type Hierarchies } from './identity/hierarchy';
import { containerByName } from './identity/pattern';
import { DEFAULT_RUNTIME_PATHS } from './identity/resolve';
import { installedRuntimes } from './identity/runtimes';
import { cgroupIdOf } from './identity/scan';
import { findInstallation } from './installation';
import { decodeBatch } from './kernel/decode';
import { openSensor } from './kernel/native-sensor';
import type { SensorOptions } from './kernel/sensor';
import { createLogger, type Logger } from '../logger';
import type { AgentOptions } from './options';
import type { AgentParts } from './parts';
import { Reporter } from './report/reporter';
import { DescriptorSink } from '../sink';

/** The folder of policies that the person named cannot be read. */
export class PolicyFolderError extends Error {
  override readonly name = 'PolicyFolderError';
}

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Runs an agent until SIGTERM or SIGINT. Rejects when it cannot do its work; what is pinned stays in force in any case. */
export async function runAgent(options: AgentOptions): Promise<void> {
  const clock = systemClock();
  const logs = new DescriptorSink(2, clock);
  const logger = createLogger({ level: options.logLevel, json: options.output === 'json', sink: logs });
  const folder = policyFolder(options);
  const tell = teller(logger);
  const ended = endOfProcess();
  const agent = new Agent(options, partsOf(options, { clock, logger }));
  const policies = new Policies({
    directory: folder.directory,
    clock,
    parse: parseFile(folder.mode),
    onChange: (state) => {
      tell(state.problems);
      void agent.change(linkPlans(state.policies), state);
    },
  });
  try {
    const state = policies.start();
    tell(state.problems);
    await agent.start(linkPlans(state.policies), state);
    logger.info('ending; what is in force stays in the kernel', { signal: await ended });
  } finally {
    policies.close();
    await agent.stop();
    await logs.flush(FLUSH_MS);
  }
}

const FLUSH_MS = 1000;

function policyFolder({ policies }: AgentOptions): { readonly directory: string; readonly mode?: 'Audit' } {
  if (policies === undefined) return { directory: findInstallation().library, mode: 'Audit' };
  const folder = readFolder(policies);
  if (!folder.ok) throw new PolicyFolderError(folder.problem);
  return { directory: policies };
}

/** Says each problem of the policy files once, and once more when it came back. */
function teller(logger: Logger): (problems: readonly string[]) => void {
  let told: readonly string[] = [];
  return (problems) => {
    for (const problem of problems) if (!told.includes(problem)) logger.error(problem);
    if (problems.length === 0 && told.length > 0) logger.info('all policy files are in force as written');
    told = problems;
  };
}

function endOfProcess(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

function partsOf(options: AgentOptions, { clock, logger }: Surroundings): AgentParts {
  const { output } = options;
  const hierarchies = currentHierarchies();
  return {
    clock,
    logger,
    hierarchies,
    sensor: openSensor(sensorOptions(options, hierarchies)),
    decode: decodeBatch,
    runtimes: () => installedRuntimes(options.runtimes),
    paths: { ...DEFAULT_RUNTIME_PATHS, containerdStates: options.containerdStates, runcRoots: options.runcRoots },
    reporter: new Reporter({ format: output, colour: process.stdout.isTTY, sink: new DescriptorSink(1, clock) }),
    enricher: enricherOf(options, logger),
    hasRuntimeApi: () => options.containerdSocket !== undefined && existsSync(options.containerdSocket),
    bootId: readSmallText('/proc/sys/kernel/random/boot_id', 64)?.trim() ?? 'unknown',
    version: findInstallation().version,
  };
}

/** Throws with the reason where this host's cgroups are not supported. */
export function currentHierarchies(): Hierarchies {
  const found = findHierarchies(readSmallText('/proc/self/mountinfo', 4 << 20) ?? '');
  if (!found.ok) throw new Error(found.reason);
  return found.hierarchies;
}

function sensorOptions(options: AgentOptions, hierarchies: Hierarchies): SensorOptions {
  const { pinRoot, runDirectory, startup, freezesPerMinute } = options;
  return { pinRoot, runDirectory, startup, freezesPerMinute, runtimes: installedRuntimes(options.runtimes), agentCgroup: ownCgroup(hierarchies) };
}

/** The agent's own cgroup where it is a container's: exempt. A cgroup that it shares with others is not. */
function ownCgroup(hierarchies: Hierarchies): bigint | undefined {
  const path = parseMembership(readSmallText('/proc/self/cgroup', 1 << 16) ?? '').get('');
  if (path === undefined || containerByName(path) === undefined) return undefined;
  return cgroupIdOf(join(hierarchies.unified, path));
}

function enricherOf({ containerdSocket }: AgentOptions, logger: Logger): Enricher | undefined {
  if (containerdSocket === undefined) return undefined;
  if (!existsSync(containerdSocket)) logger.info('containerd\'s socket is not there: image names come from bundles alone', { socket: containerdSocket });
  return new Enricher({
    api: connectContainerd(containerdSocket),
    onUnavailable: (reason) => logger.warn('containerd does not answer: image names come from bundles alone', { socket: containerdSocket, reason }),
  });
}
