/** Holds what load.c printed against verified-instructions.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpfCompiler } from './build';
import { complaints, recordedPrograms, seriesOf, withKernel, type LoadedProgram, type Recorded } from './counts';

const FILE = join(__dirname, 'verified-instructions.json');

/**
 * What is wrong with the loaded programs, a sentence each; the figures are printed.
 * With UPDATE_GOLDEN=1 the file takes them over first, so that only limits that hold without a record can be missed.
 */
export function judgeLoad(records: readonly unknown[]): readonly string[] {
  const [{ kernel }, ...programs] = records as [{ kernel: string }, ...LoadedProgram[]];
  const series = seriesOf(kernel);
  console.log([`Linux ${kernel}`, ...programs.map(({ program, instructions }) => `  ${program.padEnd(16)} ${instructions}`)].join('\n'));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(FILE, `${JSON.stringify(withKernel(recorded(), bpfCompiler(), { series, programs }), null, 2)}\n`);
    return complaints(programs, programs.map(({ program }) => program), undefined);
  }
  const { compiler, kernels } = recorded();
  return complaints(programs, recordedPrograms(recorded()), compiler === bpfCompiler() ? kernels[series] : undefined);
}

function recorded(): Recorded {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Recorded) : { compiler: '', kernels: {} };
}
