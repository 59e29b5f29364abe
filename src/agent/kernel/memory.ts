import type { NativeKernel } from './binding';
import * as layout from './layout.gen';
import { Records } from './records';

/** The maps that this process shares with the hooks. */
export interface KernelMemory {
  readonly control: Records;
  readonly containers: Records;
  readonly contained: Records;
  readonly pods: Records;
  readonly executables: Records;
  readonly plans: Records;
  readonly matchSets: Records;
  readonly dfas: Records;
  readonly containerCount: number;
  readonly executableCount: number;
  readonly podCount: number;
}

export function mapMemory(kernel: Pick<NativeKernel, 'memory' | 'mapSizes'>): KernelMemory {
  const records = (map: string, bytes: number): Records => new Records(kernel.memory(map), bytes);
  return {
    control: records('control', layout.control.bytes),
    containers: records('containers', layout.container.bytes),
    contained: records('contained', layout.containment.bytes),
    pods: records('pods', layout.pod.bytes),
    executables: records('executables', layout.executable.bytes),
    plans: records('plans', layout.plan.bytes),
    matchSets: records('match_sets', layout.matchSet.bytes),
    dfas: records('dfas', layout.dfa.bytes),
    containerCount: kernel.mapSizes('containers').entries,
    executableCount: kernel.mapSizes('executables').entries,
    podCount: kernel.mapSizes('pods').entries,
  };
}
