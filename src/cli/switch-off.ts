import { systemClock } from '../clock';
import { durationMs } from '../contract/duration';
import { Kube } from '../kube/client';
import { DEFAULTS } from '../operator/options';
import { switchOff } from '../operator/switch-off';
import { EXIT, parseFlags, UsageError, type ExitCode, type Terminal, type Verb } from './verb';

const HELP = `usage: stasis switch-off [options]

Sets the mode of the installation in a cluster to Off and waits until every node has let go of what it held. Nodes that do
not answer in time are named, and what is frozen there stays frozen until "stasis uninstall" on that node.

  --kubeconfig FILE     default: $KUBECONFIG, ~/.kube/config, or the pod's own service account
  --namespace NAME      of the installation (default: the pod's, or the context's)
  --installation NAME   ConfigMap with its settings (default "${DEFAULTS.installation}")
  --timeout DURATION    how long nodes have to answer (default "2m")`;

const FLAGS = {
  kubeconfig: { type: 'string' },
  namespace: { type: 'string' },
  installation: { type: 'string', default: DEFAULTS.installation },
  timeout: { type: 'string', default: '2m' },
} as const;

export const switchOffVerb: Verb = {
  summary: 'switch the installation in a cluster off, before it is removed',
  help: HELP,
  run: async (argv, terminal): Promise<ExitCode> => {
    const { values, positionals } = parseFlags(argv, FLAGS);
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
    const patienceMs = durationMs(values.timeout);
    if (patienceMs === undefined) throw new UsageError(`"--timeout" is "${values.timeout}"; give a duration as "2m"`);
    const clock = systemClock();
    const kube = await Kube.open({ clock, userAgent: 'stasis-switch-off', ...(values.kubeconfig === undefined ? {} : { kubeconfig: values.kubeconfig }) });
    try {
      const namespace = values.namespace ?? kube.namespace;
      if (namespace === undefined) throw new UsageError('in which namespace is the installation? Give "--namespace"');
      const outcome = await switchOff({ clock, transport: kube.transport, namespace, installation: values.installation, patienceMs, say: (line) => terminal.out(line) });
      tell(outcome, terminal);
      return EXIT.ok;
    } finally {
      kube.close();
    }
  },
};

function tell({ silent, released }: Awaited<ReturnType<typeof switchOff>>, terminal: Terminal): void {
  for (const name of silent) terminal.err(`node ${name} did not answer: what is in force there stays until "stasis uninstall" is run on it`);
  for (const name of released) terminal.err(`Containment ${name} was left: its finalizer is taken off`);
  if (silent.length === 0) terminal.out('nothing is in force on any node');
}
