import { findInstallation } from '../agent/installation';
import { EXIT, parseFlags, type Verb } from './verb';

export const versionVerb: Verb = {
  summary: 'the version of this program',
  help: 'usage: stasis version\n\nPrints the version of this program and of the Node.js that runs it.',
  run: (argv, terminal) => {
    parseFlags(argv, {});
    terminal.out(`stasis ${findInstallation().version} (node ${process.version}, ${process.arch})`);
    return Promise.resolve(EXIT.ok);
  },
};
