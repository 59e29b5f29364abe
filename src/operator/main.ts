import { randomBytes } from 'node:crypto';
import { systemClock, type Clock } from '../clock';
import { serveHttp, type Readiness } from '../http';
import { Kube } from '../kube/client';
import { LeaseElector, type LeaseStore } from '../kube/elector';
import { EventRecorder, type ObjectRef } from '../kube/recorder';
import { eventSink, leaseStore } from '../kube/stores';
import type { Attempt } from '../kube/transport';
import { createLogger, type Logger } from '../logger';
import { DescriptorSink } from '../sink';
import { Installation } from './installation';
import { Leadership } from './leadership';
import { operatorMetrics, type OperatorMetrics } from './metrics';
import { LEASE, type OperatorOptions } from './options';
import { Caches } from './state/caches';
import { Heartbeats } from './state/heartbeats';
import { Writer } from './write/writer';

const FLUSH_MS = 1000;

/** Runs an operator until SIGTERM or SIGINT. Rejects when it cannot do its work; what is published stays in force in any case. */
export async function runOperator(options: OperatorOptions, version: string): Promise<void> {
  const clock = systemClock();
  const logs = new DescriptorSink(2, clock);
  const logger = createLogger({ level: options.logLevel, json: options.output === 'json', sink: logs });
  const ended = endOfProcess();
  const replica: { of?: Replica } = {};
  try {
    const onRequest = (attempt: Attempt): void => replica.of?.metrics.request(attempt);
    const kube = await Kube.open({ clock, userAgent: `stasis-operator/${version}`, observe: onRequest, ...(options.kubeconfig === undefined ? {} : { kubeconfig: options.kubeconfig }) });
    replica.of = replicaOf({ options, clock, logger, version, kube });
    await replica.of.start();
    logger.info('ending; what is published stays in force', { signal: await ended });
  } finally {
    await replica.of?.stop();
    await logs.flush(FLUSH_MS);
  }
}

function endOfProcess(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

interface Surroundings {
  readonly options: OperatorOptions;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
  readonly kube: Kube;
}

interface Replica {
  readonly metrics: OperatorMetrics;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** One of the replicas: it watches all the time, and writes while it leads. */
function replicaOf(surroundings: Surroundings): Replica {
  const { options, clock, logger, version, kube } = surroundings;
  const namespace = namespaceOf(surroundings);
  const isLeader = (): boolean => elector.isLeader();
  const metrics = operatorMetrics({ version, isLeader, ages: () => caches.ages().map(([kind, age]) => [kind, age / 1000]) });
  const caches: Caches = new Caches({ clock, kube, namespace, installation: options.installation, onSign: (kind, sign) => metrics.watch(kind, sign) });
  const heartbeats = new Heartbeats(clock, caches);
  const events = new EventRecorder({ clock, sink: eventSink(kube, 'stasis.dev/operator', options.name), onDropped: () => metrics.eventDropped() });
  const onProblem = (regarding: ObjectRef, reason: string, problem: string): void => {
    logger.warn(problem, { kind: regarding.kind, name: regarding.name });
    metrics.refused('setting', reason);
    if (isLeader()) events.record({ regarding, type: 'Warning', reason, action: 'Read', note: problem });
  };
  const installation = new Installation({ clock, caches, namespace, name: options.installation, onProblem });
  const parts = { clock, logger, caches, events, metrics, installation, namespace, writer: new Writer(kube, isLeader) };
  const synced = deferred();
  const leadership = new Leadership({ parts, heartbeats, synced: synced.promise });
  const elector = new LeaseElector({
    ...{ clock, store: leaseOf(surroundings, namespace), identity: `${options.name}_${randomBytes(4).toString('hex')}` },
    onElected: () => leadership.begin(),
    onLost: () => leadership.end(),
    onError: (error) => logger.debug('lease', { problem: String(error) }),
  });
  return replicaWith({ surroundings, metrics, caches, installation, leadership, elector, events, synced: synced.resolve });
}

interface ReplicaParts {
  readonly surroundings: Surroundings;
  readonly metrics: OperatorMetrics;
  readonly caches: Caches;
  readonly installation: Installation;
  readonly leadership: Leadership;
  readonly elector: LeaseElector;
  readonly events: EventRecorder;
  readonly synced: () => void;
}

function replicaWith({ surroundings: { options, logger, kube }, metrics, caches, installation, leadership, elector, events, synced }: ReplicaParts): Replica {
  let http: { close(): void } | undefined;
  return {
    metrics,
    start: async () => {
      const { listen } = options;
      http = listen === undefined ? undefined : await serveHttp({ ...listen, metrics: () => metrics.registry.metrics(), readiness: () => readinessOf(caches) });
      void caches.start().then(synced);
      elector.start();
      logger.info('watching', { server: kube.transport.server, replica: options.name });
    },
    stop: async () => {
      leadership.end();
      await leadership.ended();
      await elector.stop();
      installation.stop();
      await Promise.all([events.stop(), caches.stop()]);
      http?.close();
      kube.close();
    },
  };
}

function leaseOf({ kube, options: { name, podUid } }: Surroundings, namespace: string): LeaseStore {
  return leaseStore({ kube, namespace, name: LEASE, ...(podUid === undefined ? {} : { pod: { name, uid: podUid } }) });
}

/** Ready is who would lead well: its copies are there and not old. Whether it leads does not matter. */
function readinessOf(caches: Caches): Readiness {
  const { behind } = caches;
  return { ready: behind.length === 0, reasons: behind.map((kind) => `the copy of ${kind} is missing or old`) };
}

function namespaceOf({ options, kube }: Surroundings): string {
  const namespace = options.namespace ?? kube.namespace;
  if (namespace === undefined) throw new Error('in which namespace does this operator run? Give "--namespace"');
  return namespace;
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve: () => resolve() };
}
