import { processesOf } from '../../support/cgroup';
import type { Box } from './box';

/** The one process in the box beside this one; fails where there is none. */
export function companionOf(box: Box, pid: number): number {
  const companion = processesOf(box.cgroups).find((member) => member !== pid);
  if (companion === undefined) throw new Error(`Nobody is in "${box.name}" beside ${pid}`);
  return companion;
}

/** SIGKILL to every process in the box but one; what is frozen dies at the thaw, without another instruction. */
export function killMembers(box: Box, except: number): void {
  for (const pid of processesOf(box.cgroups)) {
    if (pid === except) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended by itself
    }
  }
}
