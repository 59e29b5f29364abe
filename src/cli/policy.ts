import { compileFile } from '../agent/config/plans';
import { readFolder, readPolicyFile, type PolicyFile } from '../agent/config/folder';
import { statSync } from 'node:fs';
import { formatDiagnostic } from '../contract/diagnostic';
import { EXIT, oneOf, parseFlags, UsageError, type ExitCode, type Terminal, type Verb } from './verb';

const HELP = `usage: stasis policy check FILE… [options]

Checks policy files, and all policy files of folders, without an agent and without root.
Each mistake is one line: file, line, column, field, what is wrong, what is allowed. Exit 1 when there is one.

  --output text|json  (default "text"; json: one object per mistake and line)`;

export const policyVerb: Verb = {
  summary: 'check policy files',
  help: HELP,
  run: (argv, terminal) => {
    const { values, positionals } = parseFlags(argv, { output: { type: 'string', default: 'text' } });
    const [word, ...paths] = positionals;
    if (word !== 'check') throw new UsageError(word === undefined ? 'say what to do: "check"' : `unknown word "${word}"; known is "check"`);
    if (paths.length === 0) throw new UsageError('name at least one file or folder');
    return Promise.resolve(check(paths.flatMap(filesOf), oneOf('output', values.output, ['text', 'json']), terminal));
  },
};

function filesOf(path: string): readonly PolicyFile[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new UsageError(`no such file or folder: "${path}"`);
  if (!status.isDirectory()) return readPolicyFile(path);
  const folder = readFolder(path);
  if (!folder.ok) throw new UsageError(folder.problem);
  return folder.files;
}

function check(files: readonly PolicyFile[], output: 'text' | 'json', terminal: Terminal): ExitCode {
  let policies = 0;
  let mistakes = 0;
  for (const { path, text, problem } of files) {
    if (text === undefined) {
      mistakes += 1;
      terminal.out(output === 'json' ? JSON.stringify({ file: path, message: problem }) : `${path}: ${problem ?? 'cannot be read'}`);
      continue;
    }
    const { plans, diagnostics } = compileFile(path, text);
    policies += plans.length;
    mistakes += diagnostics.length;
    for (const diagnostic of diagnostics) terminal.out(output === 'json' ? JSON.stringify(diagnostic) : formatDiagnostic(diagnostic));
  }
  if (output === 'text' && mistakes === 0) terminal.out(`${policies} ${policies === 1 ? 'policy' : 'policies'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}: all right`);
  return mistakes === 0 ? EXIT.ok : EXIT.input;
}
