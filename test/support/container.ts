import { randomBytes } from 'node:crypto';
import { thaw, processesOf, type ContainerCgroups } from './cgroup';
import type { Outcome } from './command';
import { waitFor } from './wait';

/** What a container is made of, for containerd and plain runc alike. */
export interface ContainerOptions {
  readonly args: readonly string[];
  /** Default: 64 random hexadecimal digits, as Docker and CRI name containers. */
  readonly id?: string;
  /** Of its cgroup, below the session's; default: the session's own. */
  readonly parent?: string;
  readonly mounts?: readonly BindMount[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Beyond the runtime's default ones, as "CAP_SYS_CHROOT". */
  readonly capabilities?: readonly string[];
  /** Programs of the host that the runtime starts in the container's namespaces before it changes the root, as drivers of devices have them. */
  readonly createHooks?: readonly string[];
  /** Shares the host's network, so that a server on 127.0.0.1 can be asked. Default: its own, without any interface up. */
  readonly hostNetwork?: boolean;
}

export interface BindMount {
  readonly source: string;
  readonly target: string;
}

export interface Container {
  readonly id: string;
  /** The first process, in the host's numbers. */
  readonly pid: number;
  readonly cgroups: ContainerCgroups;
  /** Directory with config.json, where an agent finds names and images. */
  readonly bundle: string;
  /** File with what the first process printed. */
  readonly log: string;
  /** Starts a second program inside and waits for its end; any exit code is an outcome. */
  exec(args: readonly string[], options?: { readonly timeout?: number }): Promise<Outcome>;
  /** Ends every process, also where they are frozen. */
  kill(): Promise<void>;
  /** Kills and forgets it at its runtime. */
  remove(): Promise<void>;
}

export function newContainerId(): string {
  return randomBytes(32).toString('hex');
}

/** SIGKILL to all first and then the thaw: what was frozen dies without another instruction of its own. */
export async function killAll(cgroups: ContainerCgroups): Promise<void> {
  await waitFor('the container to end', () => {
    const pids = processesOf(cgroups);
    for (const pid of pids) signalIfThere(pid);
    thaw(cgroups);
    return pids.length === 0;
  });
}

function signalIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}
