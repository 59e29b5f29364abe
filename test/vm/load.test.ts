/** Every program of the shipped object loads, attaches and runs on the oldest kernels that are supported and on this one. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpfCompiler, bpfObject, staticProgram } from './build';
import { complaints, recordedPrograms, seriesOf, withKernel, type LoadedProgram, type Recorded } from './counts';
import { runInGuest } from './guest';
import { debianKernel, type Series } from './kernels';

const FILE = join(__dirname, 'verified-instructions.json');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const GUEST_LIMIT_MS = 300_000; // the first run fetches the kernel

describe('every BPF program loads, attaches, runs, and stays within its instructions', () => {
  test.each<Series>(['6.1', '6.12'])('on Debian %s', async (series) => {
    const kernel = debianKernel(series, 'amd64');
    const files = { 'stasis.bpf.o': bpfObject() };
    const records = await runInGuest({ kernel, program: staticProgram('load'), args: ['/stasis.bpf.o'], files, modules: [] });
    judge(records);
  }, GUEST_LIMIT_MS);

  test('on the kernel of this machine', () => {
    const output = execFileSync(staticProgram('load'), [bpfObject()], { encoding: 'utf8' });
    judge(output.trimEnd().split('\n').map((line): unknown => JSON.parse(line)));
  });
});

function judge(records: readonly unknown[]): void {
  const [{ kernel }, ...programs] = records as [{ kernel: string }, ...LoadedProgram[]];
  const series = seriesOf(kernel);
  console.log([`Linux ${kernel}`, ...programs.map(({ program, instructions }) => `  ${program.padEnd(16)} ${instructions}`)].join('\n'));
  if (UPDATE) writeFileSync(FILE, `${JSON.stringify(withKernel(recorded(), bpfCompiler(), { series, programs }), null, 2)}\n`);
  const { compiler, kernels } = recorded();
  const expected = UPDATE ? programs.map(({ program }) => program) : recordedPrograms(recorded());
  expect(complaints(programs, expected, compiler === bpfCompiler() ? kernels[series] : undefined)).toEqual([]);
}

function recorded(): Recorded {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Recorded) : { compiler: '', kernels: {} };
}
