import { hostname } from 'node:os';
import { findInstallation } from '../agent/installation';
import { parseListen } from '../http';
import { LOG_LEVELS } from '../logger';
import { runOperator } from '../operator/main';
import { COUNTERS, DEFAULTS, LEASE, type OperatorOptions } from '../operator/options';
import { EXIT, oneOf, parseFlags, UsageError, type ExitCode, type Verb } from './verb';

const HELP = `usage: stasis operator [options]

Publishes the policies of a cluster to its nodes, and tells what became of them, until it is told to end (SIGTERM, SIGINT).
Several may run; one leads. Messages go to standard error. Needs an API server and no rights on any node.

  --kubeconfig FILE         default: $KUBECONFIG, ~/.kube/config, or the pod's own service account
  --namespace NAME          where it keeps the Lease "${LEASE}" and the ConfigMap "${COUNTERS}" (default: the pod's, or the context's)
  --installation NAME       ConfigMap with the installation's settings, there (default "${DEFAULTS.installation}")
  --name NAME               name of this replica (default: the host's name)
  --pod-uid UID             it is the pod NAME of this UID: when that is deleted, the Lease is free at once
  --listen HOST:PORT|off    /metrics, /healthz and /readyz (default "${DEFAULTS.listen}")
  --output text|json        messages as lines for a person, or one JSON object per line (default "text")
  --log-level LEVEL         ${LOG_LEVELS.join(', ')} (default "info")`;

const FLAGS = {
  kubeconfig: { type: 'string' },
  namespace: { type: 'string' },
  installation: { type: 'string', default: DEFAULTS.installation },
  name: { type: 'string' },
  'pod-uid': { type: 'string' },
  listen: { type: 'string', default: DEFAULTS.listen },
  output: { type: 'string', default: 'text' },
  'log-level': { type: 'string', default: 'info' },
} as const;

export const operatorVerb: Verb = {
  summary: 'publish the policies of a cluster to its nodes',
  help: HELP,
  run: async (argv): Promise<ExitCode> => {
    await runOperator(operatorOptions(argv), findInstallation().version);
    return EXIT.ok;
  },
};

/** Reads the flags of `stasis operator`; throws UsageError. */
export function operatorOptions(argv: readonly string[]): OperatorOptions {
  const { values, positionals } = parseFlags(argv, FLAGS);
  if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
  return {
    kubeconfig: values.kubeconfig,
    namespace: nameOf('namespace', values.namespace),
    installation: nameOf('installation', values.installation) ?? DEFAULTS.installation,
    name: (values.name ?? hostname()).slice(0, LONGEST_NAME),
    podUid: nameOf('pod-uid', values['pod-uid']),
    output: oneOf('output', values.output, ['text', 'json']),
    listen: listenOf(values.listen),
    logLevel: oneOf('log-level', values['log-level'], LOG_LEVELS),
  };
}

/** Of who reports an Event. */
const LONGEST_NAME = 128;

function nameOf(flag: string, name: string | undefined): string | undefined {
  if (name !== undefined && !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name)) throw new UsageError(`"--${flag}" is "${name}"; give the name of an object`);
  return name;
}

function listenOf(text: string): OperatorOptions['listen'] {
  if (text === 'off') return undefined;
  const address = parseListen(text);
  if (address === undefined) throw new UsageError(`"--listen" is "${text}"; give "HOST:PORT", ":PORT" or "off"`);
  return address;
}
