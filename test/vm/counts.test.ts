import { complaints, recordedPrograms, seriesOf, withKernel, type LoadedProgram } from './counts';

const program = (fields: Partial<LoadedProgram> = {}): LoadedProgram => ({ program: 'judge', instructions: 1000, attached: true, runs: 1, ...fields });

describe('complaints about loaded programs', () => {
  test('a program as recorded gives none', () => {
    expect(complaints([program()], ['judge'], { judge: 1000 })).toEqual([]);
  });

  test('growth of a tenth is allowed, more is not', () => {
    expect(complaints([program({ instructions: 1100 })], ['judge'], { judge: 1000 })).toEqual([]);
    expect(complaints([program({ instructions: 1101 })], ['judge'], { judge: 1000 })).toEqual([expect.stringContaining('grew from 1000 to 1101')]);
  });

  test('the limit holds without a record', () => {
    expect(complaints([program({ instructions: 400_001 })], ['judge'], undefined)).toEqual([expect.stringContaining('more than 400000')]);
  });

  test('missing, unrecorded, unattached, unprovoked and uncounted programs are named', () => {
    const odd = program({ program: 'odd', attached: false, runs: 0, instructions: 0 });
    expect(complaints([odd], ['judge'], {})).toEqual([
      'judge is missing',
      'odd is not recorded: UPDATE_GOLDEN=1',
      'odd was not attached',
      'odd never ran',
      'odd: the kernel does not tell its instructions',
    ]);
  });
});

describe('the record', () => {
  const old = { compiler: 'clang 14', kernels: { '6.1': { judge: 1 }, '6.12': { judge: 2, gone: 3 } } };

  test('one kernel is replaced, the others stay', () => {
    const fresh = withKernel(old, 'clang 14', { series: '6.12', programs: [program()] });
    expect(fresh.kernels).toEqual({ '6.1': { judge: 1 }, '6.12': { judge: 1000 } });
    expect(recordedPrograms(fresh)).toEqual(['judge']);
  });

  test('a new compiler voids the counts of every kernel', () => {
    expect(withKernel(old, 'clang 19', { series: '6.12', programs: [program()] }).kernels).toEqual({ '6.12': { judge: 1000 } });
  });

  test('a release belongs to its series', () => {
    expect([seriesOf('6.1.0-50-cloud-amd64'), seriesOf('6.12.117+deb13-cloud-amd64')]).toEqual(['6.1', '6.12']);
  });
});
