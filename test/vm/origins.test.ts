/** Where a program comes from is told rightly on the oldest supported kernels, whether or not overlayfs has type information. */
import { bpfObject, dynamicProgram, staticProgram } from './build';
import { runInGuest } from './guest';
import { debianKernel, formatsModule, overlayModule, type Series } from './kernels';

const LIMIT_MS = 300_000; // the first run fetches the kernel

/** enum origin */
const [IMAGE, MODIFIED, WRITTEN, VOLUME, MEMORY, DELETED] = [1, 2, 3, 4, 5, 6];

/** Case (origins.c) and origin, of every program that is judged in it */
const EXPECTED = [
  ['image', IMAGE],
  ['image-of-a-lower-layer', IMAGE],
  ['chmodded', MODIFIED],
  ['appended', MODIFIED],
  ['renamed', MODIFIED],
  ['replaced', WRITTEN],
  ['written', WRITTEN],
  ['volume', VOLUME],
  ['script-written', WRITTEN],
  ['script-of-the-image', IMAGE],
  ['script-of-dynamic', WRITTEN], // and its interpreter's loader is not a script
  ['handled', WRITTEN],
  ['handled-inner', WRITTEN],
  ['handled-inner', IMAGE], // the script whose interpreter it is
  ['memory', MEMORY],
  ['deleted', DELETED],
  ['chmodded-looked-up-again', MODIFIED],
  ['written-looked-up-again', WRITTEN],
];

interface Finding {
  readonly case: string;
  readonly origin: number;
}

const variants: readonly [Series, boolean][] = [['6.1', true], ['6.1', false], ['6.12', true], ['6.12', false]];

test.each(variants)('origins on Debian %s, overlay with type information: %s', async (series, types) => {
  const kernel = debianKernel(series, 'amd64');
  const files = { 'stasis.bpf.o': bpfObject(), ...dynamicProgram() };
  const modules = [overlayModule(kernel, types), formatsModule(kernel)];
  const records = await runInGuest({ kernel, program: staticProgram('origins'), args: ['/stasis.bpf.o'], files, modules });
  const [header, ...findings] = records as [{ overlayTypes: boolean }, ...Finding[]];
  expect(header.overlayTypes).toBe(types);
  expect(findings.map((finding) => [finding.case, finding.origin])).toEqual(EXPECTED);
}, LIMIT_MS);
