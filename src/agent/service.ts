import { serveControl } from './api/control-server';
import { serveHttp, type Readiness } from '../http';
import type { Metrics } from './api/metrics';
import type { AgentStatus } from './api/protocol';
import type { Cause } from './causes';
import type { Containers } from './identity/containers';
import { controlHandler } from './node-control';
import type { AgentOptions } from './options';
import type { AgentParts } from './parts';

/** What an agent tells and does for people. */
export interface ServiceOptions {
  readonly options: AgentOptions;
  readonly parts: AgentParts;
  readonly containers: Containers;
  readonly metrics: Metrics;
  readonly readiness: () => Readiness;
  readonly status: () => Omit<AgentStatus, 'containers'>;
  readonly causeOf: (eventId: bigint) => Cause | undefined;
}

/** Serves the control socket, and metrics and health over HTTP; returns what ends that. Rejects when an address is taken. */
export async function serve(service: ServiceOptions): Promise<readonly (() => void)[]> {
  const control = await serveControl(service.options.runDirectory, handlerOf(service));
  const { listen } = service.options;
  if (listen === undefined) return [() => control.close()];
  const { parts, metrics, readiness } = service;
  const http = await serveHttp({ ...listen, metrics: () => metrics.registry.metrics(), readiness }).catch((error: unknown) => {
    control.close();
    throw error;
  });
  parts.logger.info('serving metrics and health', { host: listen.host, port: http.port });
  return [() => control.close(), () => http.close()];
}

function handlerOf({ parts, containers, status, causeOf }: ServiceOptions): ReturnType<typeof controlHandler> {
  const onDone = (what: string, fields: Readonly<Record<string, unknown>>): void => void parts.logger.info(what, fields);
  return controlHandler({ sensor: parts.sensor, clock: parts.clock, containers, status, causeOf, onDone });
}
