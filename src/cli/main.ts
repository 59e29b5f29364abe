import { agentVerb } from './agent';
import { doctorVerb } from './doctor';
import { drillVerb } from './drill';
import { operatorVerb } from './operator';
import { policyVerb } from './policy';
import { statusVerb } from './status';
import { switchOffVerb } from './switch-off';
import { thawVerb } from './thaw';
import { uninstallVerb } from './uninstall';
import { EXIT, UsageError, type ExitCode, type Terminal, type Verb } from './verb';
import { versionVerb } from './version';

const VERBS: Readonly<Record<string, Verb>> = {
  agent: agentVerb,
  operator: operatorVerb,
  policy: policyVerb,
  status: statusVerb,
  thaw: thawVerb,
  doctor: doctorVerb,
  drill: drillVerb,
  uninstall: uninstallVerb,
  'switch-off': switchOffVerb,
  version: versionVerb,
};

/** Runs the verb that the arguments name. Exit 0: done; 1: the input is wrong or a check failed; 2: it could not do its work. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first = '', ...rest] = argv;
  if (['', '--help', '-h', 'help'].includes(first)) {
    terminal.out(overview());
    return first === '' ? EXIT.input : EXIT.ok;
  }
  const word = first === '--version' ? 'version' : first;
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (verb === undefined) {
    terminal.err(`stasis: unknown verb "${word}"; see "stasis --help"`);
    return EXIT.input;
  }
  if (!rest.includes('--help') && !rest.includes('-h')) return runVerb(word, () => verb.run(rest, terminal), terminal);
  terminal.out(verb.help);
  return EXIT.ok;
}

async function runVerb(word: string, run: () => Promise<ExitCode>, terminal: Terminal): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const usage = error instanceof UsageError;
    terminal.err(`stasis ${word}: ${error instanceof Error ? error.message : String(error)}`);
    if (usage) terminal.err(`see "stasis ${word} --help"`);
    return usage ? EXIT.input : EXIT.fault;
  }
}

function overview(): string {
  const verbs = Object.entries(VERBS).map(([name, verb]) => `  ${name.padEnd(10)} ${verb.summary}`);
  return ['stasis: stops foreign programs in containers before their first instruction', '', 'usage: stasis VERB [options]', '', ...verbs, '', '"stasis VERB --help" tells more'].join('\n');
}

if (require.main === module) {
  const terminal: Terminal = {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  };
  void main(process.argv.slice(2), terminal).then((code) => {
    process.exitCode = code;
  });
}
