import { DEFAULTS } from '../agent/options';
import { ask, RUN_DIR_HELP } from './control';
import { EXIT, parseFlags, UsageError, type Verb } from './verb';

const HELP = `usage: stasis thaw CONTAINER [options]

Ends the containment of a frozen container: its processes go on where they were stopped.
CONTAINER is its id, six or more characters of its beginning, its name, or NAMESPACE/POD/NAME.

${RUN_DIR_HELP}`;

export const thawVerb: Verb = {
  summary: 'let a frozen container go on',
  help: HELP,
  run: async (argv, terminal) => {
    const { values, positionals } = parseFlags(argv, { 'run-dir': { type: 'string', default: DEFAULTS.runDirectory } });
    const [container, ...others] = positionals;
    if (container === undefined || others.length > 0) throw new UsageError('name one container');
    const thawed = await ask<{ readonly id: string; readonly name: string }>(values['run-dir'], { verb: 'thaw', container });
    terminal.out(`thawed ${thawed.name}${thawed.name === thawed.id ? '' : ` (${thawed.id})`}`);
    return EXIT.ok;
  },
};
