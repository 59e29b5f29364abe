/** As test/vm/load.test.ts, on the kernel of this machine. */
import { execFileSync } from 'node:child_process';
import { bpfObject, staticProgram } from '../vm/build';
import { judgeLoad } from '../vm/judge';

test('every program loads, attaches, runs and stays within its instructions on this kernel', () => {
  const output = execFileSync(staticProgram('load'), [bpfObject()], { encoding: 'utf8' });
  expect(judgeLoad(output.trimEnd().split('\n').map((line): unknown => JSON.parse(line)))).toEqual([]);
});
