import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { parseListen } from '../http';
import { DEFAULT_RUNTIME_PATHS } from '../agent/identity/resolve';
import { LOG_LEVELS } from '../logger';
import { PolicyFolderError, runAgent } from '../agent/main';
import { DEFAULTS, type AgentOptions, type ClusterOptions } from '../agent/options';
import { EXIT, oneOf, parseFlags, UsageError, type ExitCode, type Verb } from './verb';

const HELP = `usage: stasis agent [options]

Protects the containers of this machine, alone or as a node of a cluster, until it is told to end (SIGTERM, SIGINT); what is in force stays in the kernel
then, and the next agent takes over. Findings go to standard output, messages of the agent to standard error. Needs root.

  --policies DIR            folder of policy files (*.yaml), watched; default: the policies that come along, in Audit
  --cluster                 policies, permits and settings come from the API server, and it is told what happens here
  --kubeconfig FILE         of the cluster (default $KUBECONFIG, then ~/.kube/config, then the pod's service account)
  --state-dir DIR           what a node of a cluster keeps to enforce without it (default "${DEFAULTS.stateDirectory}")
  --output text|json        findings as lines for a person, or one JSON object per line (default "text")
  --listen HOST:PORT|off    /metrics, /healthz and /readyz (default "${DEFAULTS.listen}")
  --startup open|wait       a container that starts before its name is known: let it run, or hold it (default "open")
  --freezes-per-minute N    freezes that this node may begin in a minute, 0 for no limit (default ${DEFAULTS.freezesPerMinute})
  --node NAME               name of this node in findings (default: the host's name)
  --containerd-socket PATH|off  to learn image names and pod labels (default "${DEFAULTS.containerdSocket}")
  --containerd-state DIR    containerd's state directory, repeatable (default ${DEFAULT_RUNTIME_PATHS.containerdStates.map((path) => `"${path}"`).join(', ')})
  --runc-root DIR           state directory of runc, repeatable (default ${DEFAULT_RUNTIME_PATHS.runcRoots.map((path) => `"${path}"`).join(', ')})
  --runtime FILE            binary of a container runtime beside the usual ones, repeatable
  --run-dir DIR             lock and control socket (default "${DEFAULTS.runDirectory}")
  --pin-root DIR            where the kernel's part is kept (default "${DEFAULTS.pinRoot}")
  --log-level LEVEL         ${LOG_LEVELS.join(', ')} (default "info")`;

const FLAGS = {
  policies: { type: 'string' },
  cluster: { type: 'boolean', default: false },
  kubeconfig: { type: 'string' },
  'state-dir': { type: 'string', default: DEFAULTS.stateDirectory },
  output: { type: 'string', default: 'text' },
  listen: { type: 'string', default: DEFAULTS.listen },
  startup: { type: 'string' },
  'freezes-per-minute': { type: 'string' },
  node: { type: 'string' },
  'containerd-socket': { type: 'string', default: DEFAULTS.containerdSocket },
  'containerd-state': { type: 'string', multiple: true },
  'runc-root': { type: 'string', multiple: true },
  runtime: { type: 'string', multiple: true, default: [] as string[] },
  'run-dir': { type: 'string', default: DEFAULTS.runDirectory },
  'pin-root': { type: 'string', default: DEFAULTS.pinRoot },
  'log-level': { type: 'string', default: 'info' },
} as const;

export const agentVerb: Verb = {
  summary: 'protect the containers of this machine',
  help: HELP,
  run: async (argv, terminal): Promise<ExitCode> => {
    const options = agentOptions(argv);
    try {
      // Loaded where it is needed alone: it takes memory that an agent without a cluster has better uses for.
      if ('stateDirectory' in options) await (await import('../agent/cluster/main.js')).runClusterAgent(options);
      else await runAgent(options);
      return EXIT.ok;
    } catch (error) {
      terminal.err(`stasis agent: ${error instanceof Error ? error.message : String(error)}`);
      return error instanceof PolicyFolderError ? EXIT.input : EXIT.fault;
    }
  },
};

/** Reads the flags of `stasis agent`; throws UsageError. */
export function agentOptions(argv: readonly string[]): AgentOptions | ClusterOptions {
  const { values, positionals } = parseFlags(argv, FLAGS);
  if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
  return {
    ...clusterOptions(values),
    policies: values.policies,
    output: oneOf('output', values.output, ['text', 'json']),
    listen: listenOf(values.listen),
    runDirectory: values['run-dir'],
    pinRoot: values['pin-root'],
    startup: oneOf('startup', values.startup ?? 'open', ['open', 'wait']) === 'open' ? 'Open' : 'Wait',
    node: values.node ?? hostname(),
    freezesPerMinute: freezesOf(values['freezes-per-minute'] ?? String(DEFAULTS.freezesPerMinute)),
    containerdSocket: values['containerd-socket'] === 'off' ? undefined : values['containerd-socket'],
    containerdStates: values['containerd-state'] ?? DEFAULT_RUNTIME_PATHS.containerdStates,
    runcRoots: values['runc-root'] ?? DEFAULT_RUNTIME_PATHS.runcRoots,
    runtimes: values.cluster ? values.runtime : values.runtime.map(existing), // an agent in a container looks for them on its host
    logLevel: oneOf('log-level', values['log-level'], LOG_LEVELS),
  };
}

interface ClusterFlags {
  readonly cluster: boolean;
  readonly policies?: string;
  readonly startup?: string;
  readonly 'freezes-per-minute'?: string;
  readonly kubeconfig?: string;
  readonly 'state-dir': string;
}

function clusterOptions(values: ClusterFlags): Pick<ClusterOptions, 'kubeconfig' | 'stateDirectory'> | undefined {
  if (values.cluster && values.policies !== undefined) throw new UsageError('"--policies" and "--cluster" exclude each other: in a cluster, policies are objects');
  for (const flag of ['startup', 'freezes-per-minute'] as const) {
    if (values.cluster && values[flag] !== undefined) throw new UsageError(`"--${flag}" and "--cluster" exclude each other: in a cluster it is a setting of the installation`);
  }
  if (!values.cluster && values.kubeconfig !== undefined) throw new UsageError('"--kubeconfig" is of no use without "--cluster"');
  return values.cluster ? { kubeconfig: values.kubeconfig, stateDirectory: values['state-dir'] } : undefined;
}

function listenOf(text: string): AgentOptions['listen'] {
  if (text === 'off') return undefined;
  const address = parseListen(text);
  if (address === undefined) throw new UsageError(`"--listen" is "${text}"; give "HOST:PORT", ":PORT" or "off"`);
  return address;
}

function freezesOf(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 100_000) throw new UsageError(`"--freezes-per-minute" is "${text}"; give a number from 0 to 100000`);
  return number;
}

function existing(path: string): string {
  if (!existsSync(path)) throw new UsageError(`"--runtime" names "${path}", which does not exist`);
  return path;
}
