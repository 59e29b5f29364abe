import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock';
import { connectContainerd } from './enrich/containerd';
import { Enricher } from './enrich/enricher';
import { readSmallText } from './files';
import { findHierarchies, type Hierarchies } from './identity/hierarchy';
import { ownContainerCgroup } from './identity/own-cgroup';
import { DEFAULT_RUNTIME_PATHS } from './identity/resolve';
import { installedRuntimes } from './identity/runtimes';
import { cgroupIdOf } from './identity/scan';
import { findInstallation } from './installation';
import { decodeBatch } from './kernel/decode';
import { runtimeProcess } from './kernel/host';
import { openSensor } from './kernel/native-sensor';
import type { CgroupId, SensorOptions } from './kernel/sensor';
import type { Logger } from '../logger';
import type { AgentOptions } from './options';
import type { AgentParts, ClusterSide } from './parts';
import { Reporter } from './report/reporter';
import { DescriptorSink } from '../sink';

/** What every part of a process may use. */
export interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What an agent of a cluster has beside. */
export interface MoreParts {
  readonly cluster?: ClusterSide;
  readonly reporter?: AgentParts['reporter'];
}

/** Takes the kernel half over, or loads it, and opens what else an agent of this machine works with. */
export function openParts(options: AgentOptions, { clock, logger }: Surroundings, more: MoreParts = {}): AgentParts {
  const hierarchies = currentHierarchies();
  return {
    clock,
    logger,
    hierarchies,
    selfTestPlace: selfTestPlace(hierarchies),
    sensor: openSensor({ ...sensorOptions(options, hierarchies), permits: more.cluster === undefined ? 'Bucket' : 'Required' }),
    decode: decodeBatch,
    runtimes: () => runtimesOf(options),
    paths: { ...DEFAULT_RUNTIME_PATHS, containerdStates: options.containerdStates, runcRoots: options.runcRoots },
    reporter: more.reporter ?? openReporter(options, clock),
    enricher: enricherOf(options, logger),
    cluster: more.cluster,
    hasRuntimeApi: () => options.containerdSocket !== undefined && existsSync(options.containerdSocket),
    bootId: currentBootId(),
    version: findInstallation().version,
  };
}

/** Writes findings to the standard output. */
export function openReporter({ output }: AgentOptions, clock: Clock): Reporter {
  return new Reporter({ format: output, colour: process.stdout.isTTY, sink: new DescriptorSink(1, clock) });
}

export function currentBootId(): string {
  return readSmallText('/proc/sys/kernel/random/boot_id', 64)?.trim() ?? 'unknown';
}

/** Of the top of the default hierarchy. */
const TOP: CgroupId = 1n;

/** Throws with the reason where this host's cgroups are not supported. */
export function currentHierarchies(): Hierarchies {
  const found = findHierarchies(readSmallText('/proc/self/mountinfo', 4 << 20) ?? '');
  if (!found.ok) throw new Error(found.reason);
  const { unified } = found.hierarchies;
  if (cgroupIdOf(unified) !== TOP) throw new Error(`"${unified}" is not the top of the host's cgroup hierarchy; in a container, mount the host's "/sys/fs/cgroup" there`);
  return found.hierarchies;
}

function sensorOptions(options: AgentOptions, hierarchies: Hierarchies): SensorOptions {
  const { pinRoot, runDirectory, startup, freezesPerMinute } = options;
  return { pinRoot, runDirectory, startup, freezesPerMinute, runtimes: runtimesOf(options), agentCgroup: ownCgroup(hierarchies) };
}

/** An agent in a container sees the host's programs through a process of the host. */
function runtimesOf({ runtimes }: AgentOptions): readonly string[] {
  const host = runtimeProcess();
  return installedRuntimes(runtimes, host === undefined ? undefined : `/proc/${host}/root`);
}

/** The agent's own cgroup where it is a container's: exempt. A cgroup that it shares with others is not. */
function ownCgroup(hierarchies: Hierarchies): bigint | undefined {
  const directory = containerCgroup(hierarchies);
  return directory === undefined ? undefined : cgroupIdOf(directory);
}

/** Beside the agent's container where it runs in one: the top may be closed to it. */
function selfTestPlace(hierarchies: Hierarchies): string {
  const own = containerCgroup(hierarchies);
  return own === undefined ? hierarchies.unified : dirname(own);
}

/** Undefined: this process is in no container. */
function containerCgroup(hierarchies: Hierarchies): string | undefined {
  return ownContainerCgroup(hierarchies, { pid: process.pid, membership: readSmallText('/proc/self/cgroup', 1 << 16) ?? '' });
}

function enricherOf({ containerdSocket }: AgentOptions, logger: Logger): Enricher | undefined {
  if (containerdSocket === undefined) return undefined;
  if (!existsSync(containerdSocket)) logger.info('containerd\'s socket is not there: image names come from bundles alone', { socket: containerdSocket });
  return new Enricher({
    api: connectContainerd(containerdSocket),
    onUnavailable: (reason) => logger.warn('containerd does not answer: image names come from bundles alone', { socket: containerdSocket, reason }),
  });
}
