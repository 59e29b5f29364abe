/** Every program of the shipped object loads, attaches and runs on the oldest kernels that are supported. */
import { bpfObject, staticProgram } from './build';
import { runInGuest } from './guest';
import { judgeLoad } from './judge';
import { debianKernel, type Series } from './kernels';

const LIMIT_MS = 300_000; // the first run fetches the kernel

test.each<Series>(['6.1', '6.12'])('every program loads, attaches, runs and stays within its instructions on Debian %s', async (series) => {
  const kernel = debianKernel(series, 'amd64');
  const files = { 'stasis.bpf.o': bpfObject() };
  const records = await runInGuest({ kernel, program: staticProgram('load'), args: ['/stasis.bpf.o'], files, modules: [] });
  expect(judgeLoad(records)).toEqual([]);
}, LIMIT_MS);
