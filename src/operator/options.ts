import type { LogLevel } from '../logger';

/** How an operator runs: everything that its flags say. */
export interface OperatorOptions {
  /** Undefined: $KUBECONFIG, the usual places, or the pod's own service account. */
  readonly kubeconfig: string | undefined;
  /** Undefined: that of the pod, or of the kubeconfig's context. */
  readonly namespace: string | undefined;
  /** Name of the ConfigMap with the installation's settings. */
  readonly installation: string;
  /** Name of this replica in Events and in the Lease. */
  readonly name: string;
  /** UID of the pod of that name that it is; undefined: it is no pod. */
  readonly podUid: string | undefined;
  readonly output: 'text' | 'json';
  /** Undefined: no metrics and no health over HTTP. */
  readonly listen: { readonly host: string; readonly port: number } | undefined;
  readonly logLevel: LogLevel;
}

export const DEFAULTS = { installation: 'stasis', listen: '127.0.0.1:9754' } as const;

/** The Lease that the replicas elect their leader over, and the ConfigMap of numbers. */
export const LEASE = 'stasis-operator';
export const COUNTERS = 'stasis-counters';
