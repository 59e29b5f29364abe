import { statSync } from 'node:fs';
import { compileFile } from '../agent/config/plans';
import { readFolder, readPolicyFile, type PolicyFile } from '../agent/config/folder';
import { formatDiagnostic, type Diagnostic } from '../contract/diagnostic';
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
  const results = files.map(checkFile);
  const lines = results.flatMap(({ mistakes }) => mistakes.map((mistake) => (output === 'json' ? JSON.stringify(mistake) : textOf(mistake))));
  lines.forEach((line) => terminal.out(line));
  if (lines.length > 0) return EXIT.input;
  const policies = results.reduce((sum, result) => sum + result.policies, 0);
  if (output === 'text') terminal.out(`${counted(policies, 'policy', 'policies')} in ${counted(files.length, 'file', 'files')}: all right`);
  return EXIT.ok;
}

type Mistake = Diagnostic | { readonly file: string; readonly message: string };

function checkFile({ path, text, problem }: PolicyFile): { readonly policies: number; readonly mistakes: readonly Mistake[] } {
  if (text === undefined) return { policies: 0, mistakes: [{ file: path, message: problem ?? 'cannot be read' }] };
  const { plans, diagnostics } = compileFile(path, text);
  return { policies: plans.length, mistakes: diagnostics };
}

function textOf(mistake: Mistake): string {
  return 'line' in mistake ? formatDiagnostic(mistake) : `${mistake.file}: ${mistake.message}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
