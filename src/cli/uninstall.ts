import { uninstall } from '../agent/kernel/native-sensor';
import { DEFAULTS } from '../agent/options';
import { EXIT, parseFlags, UsageError, type Verb } from './verb';

const HELP = `usage: stasis uninstall [options]

Takes everything of Stasis out of the kernel: frozen containers go on, held processes are let go, programs and tables
are removed. Refused while an agent runs. Needs root.

  --run-dir DIR       where an agent would hold its lock (default "${DEFAULTS.runDirectory}")
  --pin-root DIR      where the kernel's part is kept (default "${DEFAULTS.pinRoot}")`;

export const uninstallVerb: Verb = {
  summary: 'take everything out of the kernel',
  help: HELP,
  run: (argv, terminal) => {
    const { values, positionals } = parseFlags(argv, {
      'run-dir': { type: 'string', default: DEFAULTS.runDirectory },
      'pin-root': { type: 'string', default: DEFAULTS.pinRoot },
    });
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
    uninstall({ pinRoot: values['pin-root'], runDirectory: values['run-dir'] });
    terminal.out('removed: nothing of Stasis is in the kernel any more');
    return Promise.resolve(EXIT.ok);
  },
};
