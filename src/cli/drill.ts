import { systemClock, type Clock } from '../clock';
import { durationMs } from '../contract/duration';
import { Kube } from '../kube/client';
import { runCanary } from './drill/canary';
import { Drill, DrillFailure } from './drill/drill';
import { CANARY, DRILL } from './drill/objects';
import { DrillObjects } from './drill/objects-api';
import { EXIT, oneOf, parseFlags, UsageError, type ExitCode, type Terminal, type Verb } from './verb';

const HELP = `usage: stasis drill --namespace NAME --image IMAGE [options]
       stasis drill canary

Attacks a canary pod of its own in a cluster, and proves hook, stop, freeze, receipt, alert and thaw there. The pod, "${DRILL}", brings a
harmless program in and starts it; a policy for it alone freezes it. Both are removed. The alert resolves by itself.
The namespace must not be a protected one, as the installation's own is. Exit 0: every step was seen; 1: one was not.
"stasis drill canary" is what the pod runs.

  --kubeconfig FILE     default: $KUBECONFIG, ~/.kube/config, or the pod's own service account
  --namespace NAME      where the canary runs
  --image IMAGE         of the canary: the product's own, of the operator or the agent
  --pull-policy POLICY  Always, IfNotPresent, Never (default "IfNotPresent")
  --timeout DURATION    for everything together (default "2m")`;

const FLAGS = {
  kubeconfig: { type: 'string' },
  namespace: { type: 'string' },
  image: { type: 'string' },
  'pull-policy': { type: 'string', default: 'IfNotPresent' },
  timeout: { type: 'string', default: '2m' },
} as const;

/** Before the canary's first attack and between two. */
const CANARY_PAUSE_MS = 8000;

export const drillVerb: Verb = {
  summary: 'attack a canary in a cluster, and see it frozen',
  help: HELP,
  run: async (argv, terminal): Promise<ExitCode> => {
    const { values, positionals } = parseFlags(argv, FLAGS);
    const clock = systemClock();
    if (positionals.length === 1 && positionals[0] === 'canary') return beCanary(clock, terminal);
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
    const { namespace, image } = values;
    if (namespace === undefined || image === undefined) throw new UsageError('give "--namespace" and "--image"');
    const patienceMs = durationMs(values.timeout);
    if (patienceMs === undefined) throw new UsageError(`"--timeout" is "${values.timeout}"; give a duration as "2m"`);
    const pullPolicy = oneOf('pull-policy', values['pull-policy'], ['Always', 'IfNotPresent', 'Never']);
    const kube = await Kube.open({ clock, userAgent: 'stasis-drill', ...(values.kubeconfig === undefined ? {} : { kubeconfig: values.kubeconfig }) });
    try {
      const say = (what: string, text: string): void => terminal.out(`  ${what.padEnd(9)} ${text}`);
      terminal.out(`Stasis drill: a foreign program starts in a pod of namespace ${namespace}`);
      await new Drill({ clock, objects: new DrillObjects(kube.transport, namespace), namespace, image, pullPolicy, patienceMs, say }).run();
      terminal.out('This cluster stops foreign programs.');
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof DrillFailure)) throw error;
      terminal.err(`The drill failed: ${error.message}`);
      return EXIT.input;
    } finally {
      kube.close();
    }
  },
};

async function beCanary(clock: Clock, terminal: Terminal): Promise<ExitCode> {
  const end = new AbortController();
  process.once('SIGTERM', () => end.abort());
  await runCanary({ clock, ...CANARY, pauseMs: CANARY_PAUSE_MS, say: (line) => terminal.out(line), ended: end.signal });
  return EXIT.ok;
}
