import type { Agent } from '../agent';
import type { Sensor } from '../kernel/sensor';

/** The part of the agent that works without a cluster too. */
export interface Core {
  readonly agent: Agent;
  readonly sensor: Sensor;
}
