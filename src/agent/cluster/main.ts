import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { release } from 'node:os';
import { systemClock } from '../../clock';
import type { Finding } from '../../contract/finding';
import { Kube } from '../../kube/client';
import { createLogger, type Logger } from '../../logger';
import { DescriptorSink } from '../../sink';
import { Agent } from '../agent';
import { connectCri } from '../enrich/cri';
import { connectTasks } from '../enrich/tasks';
import { findInstallation } from '../installation';
import { uninstall } from '../kernel/native-sensor';
import type { SensorSettings } from '../kernel/sensor';
import { endOfProcess } from '../main';
import { currentBootId, openParts, openReporter } from '../open-parts';
import type { ClusterOptions } from '../options';
import type { ClusterSide } from '../parts';
import type { Core } from './core';
import { NodeAgent } from './node-agent';

const FLUSH_MS = 1000;

/** Runs the agent of a node of a cluster until SIGTERM or SIGINT. Rejects when it cannot do its work; what is pinned stays in force in any case. */
export async function runClusterAgent(options: ClusterOptions): Promise<void> {
  const clock = systemClock();
  const logs = new DescriptorSink(2, clock);
  const logger = createLogger({ level: options.logLevel, json: options.output === 'json', sink: logs });
  const reporter = openReporter(options, clock);
  const ended = endOfProcess();
  const { version } = findInstallation();
  mkdirSync(options.stateDirectory, { recursive: true, mode: 0o700 });
  const kube = await Kube.open({ ...(options.kubeconfig === undefined ? {} : { kubeconfig: options.kubeconfig }), clock, userAgent: `stasis-agent/${version}` });
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined); // told to whoever waits below
  const open = (side: ClusterSide, settings: SensorSettings): Core => {
    const report = (finding: Finding): void => {
      reporter.report(finding);
      node.found(finding);
    };
    const own = { ...options, startup: settings.startup, freezesPerMinute: settings.freezesPerMinute };
    const parts = openParts(own, { clock, logger }, { cluster: side, reporter: { report, flush: (ms) => reporter.flush(ms), get dropped() { return reporter.dropped; } } });
    parts.sensor.configure(settings);
    return { agent: new Agent(own, parts), sensor: parts.sensor };
  };
  const tasks = options.containerdSocket === undefined ? undefined : connectTasks(options.containerdSocket);
  const node: NodeAgent = new NodeAgent({
    ...{ clock, logger, kube, open, nodeName: options.node, bootId: currentBootId(), listen: options.listen, stateDirectory: options.stateDirectory, agentVersion: version, kernelVersion: release() },
    tasks,
    newId: () => randomBytes(12).toString('hex'),
    stopAtRuntime: (id) => stopAtRuntime(options, logger, id),
    isPinned: () => existsSync(options.pinRoot),
    uninstall: () => uninstall({ pinRoot: options.pinRoot, runDirectory: options.runDirectory }),
    onFailed: fail,
  });
  try {
    await Promise.race([node.start(), failed]);
    logger.info('ending; what is in force stays in the kernel', { signal: await Promise.race([ended, failed]) });
  } finally {
    await node.stop();
    tasks?.close();
    kube.close();
    await reporter.flush(FLUSH_MS);
    await logs.flush(FLUSH_MS);
  }
}

/** The runtime's word for it goes into the status of the Containment. */
async function stopAtRuntime({ containerdSocket }: ClusterOptions, logger: Logger, id: string): Promise<string> {
  if (containerdSocket === undefined) return 'NotAsked';
  const cri = connectCri(containerdSocket);
  try {
    await cri.stop(id);
    return 'Stopped';
  } catch (error) {
    logger.warn('a container that was killed could not be stopped at its runtime', { id, error: String(error) });
    return 'NotStopped';
  } finally {
    cri.close();
  }
}
