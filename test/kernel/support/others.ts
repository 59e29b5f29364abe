import { emptyRuleSet } from '../../../src/compile/rule-set';
import type { KernelEvent } from '../../../src/agent/kernel/events';
import { KernelError } from '../../../src/agent/kernel/kernel-error';
import type { CgroupId, Sensor } from '../../../src/agent/kernel/sensor';

/**
 * The kernel takes every cgroup that is named like a container for one, also those of other tests and of whoever works on this machine.
 * Here they are bound to no rule as soon as the kernel tells them, so that no test kills, freezes or holds what it has not made.
 */
export function leaveOthersAlone(sensor: Sensor, ownCgroup: string): (event: KernelEvent) => void {
  const others = new Set<CgroupId>();
  const publish = sensor.publish.bind(sensor);
  sensor.publish = (tables, scopeOf, podScopes) => publish(tables, (cgroup) => (others.has(cgroup) ? emptyRuleSet() : scopeOf(cgroup)), podScopes);
  return (event) => {
    if (event.kind === 'container-gone') others.delete(event.cgroup);
    if (event.kind !== 'container-made' || event.path.startsWith(`/${ownCgroup}/`)) return;
    others.add(event.cgroup);
    bindIfThere(sensor, event.cgroup);
  };
}

function bindIfThere(sensor: Sensor, cgroup: CgroupId): void {
  try {
    sensor.bind(cgroup, emptyRuleSet());
  } catch (error) {
    if (!(error instanceof KernelError && error.code === 'unknown-cgroup')) throw error; // it went right after it came
  }
}
