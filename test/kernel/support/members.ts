import { processesOf } from '../../support/cgroup';
import type { Box } from './box';

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
