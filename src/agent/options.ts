import type { OutputFormat } from './report/reporter';
import type { LogLevel } from '../logger';

/** How an agent runs: everything that its flags say. */
export interface AgentOptions {
  /** Undefined: the policies that the product brings along, all in Audit. */
  readonly policies: string | undefined;
  readonly output: OutputFormat;
  /** Undefined: no metrics and no health over HTTP. */
  readonly listen: { readonly host: string; readonly port: number } | undefined;
  readonly runDirectory: string;
  readonly pinRoot: string;
  readonly startup: 'Open' | 'Wait';
  readonly node: string;
  /** 0: no limit. */
  readonly freezesPerMinute: number;
  /** Undefined: no enrichment. */
  readonly containerdSocket: string | undefined;
  readonly containerdStates: readonly string[];
  readonly runcRoots: readonly string[];
  /** Runtime binaries beside the usual ones; a cgroup that one of them makes is a container. */
  readonly runtimes: readonly string[];
  readonly logLevel: LogLevel;
}

export const DEFAULTS = {
  listen: '127.0.0.1:9753',
  runDirectory: '/run/stasis',
  pinRoot: '/sys/fs/bpf/stasis',
  freezesPerMinute: 10,
  containerdSocket: '/run/containerd/containerd.sock',
} as const;
