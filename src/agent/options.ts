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

/** How an agent of a cluster runs. Policies and settings come from the API server. */
export interface ClusterOptions extends AgentOptions {
  /** Undefined: $KUBECONFIG, then ~/.kube/config, then the pod's service account. */
  readonly kubeconfig: string | undefined;
  /** What the node keeps to enforce without an API server; survives the agent and the machine. */
  readonly stateDirectory: string;
}

export const DEFAULTS = {
  listen: '127.0.0.1:9753',
  runDirectory: '/run/stasis',
  pinRoot: '/sys/fs/bpf/stasis',
  freezesPerMinute: 10,
  stateDirectory: '/var/lib/stasis',
  containerdSocket: '/run/containerd/containerd.sock',
} as const;
