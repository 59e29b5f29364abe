import type { AgentStatus, ContainerStatus, ControlRequest, FrozenStatus } from './api/protocol';
import type { Cause } from './causes';
import { formatTime, type Clock } from '../clock';
import type { Container, Containers } from './identity/containers';
import type { ContainerState, Sensor } from './kernel/sensor';

/** What people may ask of the agent. */
export interface NodeControlOptions {
  readonly sensor: Pick<Sensor, 'thaw' | 'containers'>;
  readonly clock: Pick<Clock, 'epochNs'>;
  readonly containers: Pick<Containers, 'all'>;
  /** The finding of an event that began a containment, as far as it is known. */
  readonly causeOf: (eventId: bigint) => Cause | undefined;
  readonly status: () => Omit<AgentStatus, 'containers'>;
  /** Somebody thawed a container: it belongs in the log. */
  readonly onDone: (what: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Carries out one request of the control socket; throws with a message for the asker. */
export function controlHandler(options: NodeControlOptions): (request: ControlRequest) => unknown {
  return (request) => {
    switch (request.verb) {
      case 'status':
        return { ...options.status(), containers: containerStatuses(options) };
      case 'thaw':
        return thaw(request.container, options);
    }
  };
}

function thaw(name: string, options: NodeControlOptions): { readonly id: string; readonly name: string } {
  const container = findContainer(options.containers.all(), name);
  const state = options.sensor.containers().find((candidate) => candidate.cgroup === container.cgroup.id);
  if (state?.contained !== true) throw new Error(`container "${container.facts.name}" is not frozen`);
  options.sensor.thaw(container.cgroup.id);
  options.onDone('container thawed', { id: container.facts.id, name: container.facts.name });
  return { id: container.facts.id, name: container.facts.name };
}

const SHORTEST_PREFIX = 6;

/** Finds a container by id, name, pod and name, or a unique start of its id. Throws with a message for the asker. */
export function findContainer(containers: readonly Container[], name: string): Container {
  const exact = containers.filter(({ facts }) => facts.id === name || facts.name === name || fullName(facts) === name);
  const found = exact.length > 0 ? exact : containers.filter(({ facts }) => name.length >= SHORTEST_PREFIX && facts.id.startsWith(name));
  const [container, ...others] = found;
  if (container === undefined) throw new Error(`no container "${name}" on this node`);
  if (others.length > 0) throw new Error(`"${name}" names ${found.length} containers: ${found.map(({ facts }) => `${fullName(facts)} (${facts.id})`).join(', ')}`);
  return container;
}

function fullName({ pod, name }: Container['facts']): string {
  return pod === undefined ? name : `${pod.namespace}/${pod.name}/${name}`;
}

function containerStatuses(options: NodeControlOptions): readonly ContainerStatus[] {
  const states = new Map(options.sensor.containers().map((state) => [state.cgroup, state]));
  return options.containers.all().map((container) => statusOf(container, states.get(container.cgroup.id), options));
}

function statusOf({ cgroup, facts, bound, freezer }: Container, state: ContainerState | undefined, options: NodeControlOptions): ContainerStatus {
  const frozen = state?.containment === undefined ? undefined : frozenStatus(state.containment, options);
  return {
    id: facts.id,
    name: facts.name,
    image: facts.image,
    runtime: facts.runtime,
    pod: facts.pod === undefined ? undefined : `${facts.pod.namespace}/${facts.pod.name}`,
    cgroup: cgroup.path,
    bound,
    contained: state?.contained ?? false,
    ...(frozen === undefined ? {} : { frozen }),
    processes: state?.processes ?? 0,
    freezer: freezer === undefined ? undefined : `v${freezer.version} ${freezer.directory}`,
  };
}

function frozenStatus({ hitNs, eventId }: NonNullable<ContainerState['containment']>, { clock, causeOf }: NodeControlOptions): FrozenStatus {
  return { since: formatTime(hitNs, clock.epochNs()), byPerson: eventId === 0n, ...causeOf(eventId) };
}
