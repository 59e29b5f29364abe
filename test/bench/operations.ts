import { uninstall } from '../../src/agent/kernel/native-sensor';
import { join } from 'node:path';
import { boxProgram, makeBox, type Box } from '../kernel/support/box';
import type { Driver } from '../kernel/support/driver';
import { median, type Figure } from './figure';
import { buildPrograms, endDriver, nextBatch, openKernelHalf, startRepeat, type Programs } from './kernel';
import { makeRuleSets } from './rules';
import type { Scale } from './scale';
import type { Section } from './table';

/** Batches of each kind in a round, in turns. */
const TURNS = 3;

interface Round {
  readonly covered: Work;
  readonly uncovered: Work;
  readonly contained: Work;
  readonly none: Work;
}

/** Nanoseconds of a program's start (one without the C library, and a usual static one), picoseconds of a system call. */
type Work = Readonly<Record<Kind, number>>;
type Kind = (typeof KINDS)[number];
const KINDS = ['bare', 'usual', 'call'] as const;

/**
 * Whole operations in a covered container, outside of containers, and without any of our programs in the kernel. Each round loads the
 * kernel half, measures, removes it and measures again, in the same containers, so a slow or fast phase of the machine is in both.
 */
export async function operations(scale: Scale): Promise<readonly Section[]> {
  const programs = await buildPrograms();
  const rules = makeRuleSets().real(500);
  const rounds: Round[] = [];
  for (let round = 0; round < scale.rounds; round++) rounds.push(await measure({ programs, rules, scale }));
  return [{ title: 'Whole operations against no agent (500 rules, none of them matches)', figures: figuresOf(rounds) }];
}

interface Setting {
  readonly programs: Programs;
  readonly rules: string;
  readonly scale: Scale;
}

async function measure({ programs, rules, scale }: Setting): Promise<Round> {
  const test = await openKernelHalf(programs);
  let present = true;
  const remove = (): void => {
    if (!present) return;
    present = false;
    test.sensor.close();
    uninstall({ pinRoot: test.pinRoot, runDirectory: join(test.session.directory, 'run') });
  };
  try {
    await test.publish(rules);
    const program = await boxProgram();
    const box = makeBox(test);
    const overlay = makeBox(test).arguments[1] ?? '';
    const outside: Box['start'] = (command, options = {}) => test.session.start(program, ['-', overlay, '--', ...command], options);
    const inner = await startWorkers(box, scale);
    const outer = await startWorkers({ start: outside }, scale);
    const [covered, uncovered] = await inTurns([inner, outer]);
    const contained = await besideContained(test, outer);
    remove();
    const [none] = await inTurns([inner]);
    for (const kind of KINDS) await Promise.all([endDriver(inner[kind]), endDriver(outer[kind])]);
    if (covered === undefined || uncovered === undefined || none === undefined) throw new Error('A measurement is missing');
    return { covered, uncovered, contained, none };
  } finally {
    remove();
    await test.session.close();
  }
}

type Workers = Readonly<Record<Kind, Driver>>;

async function startWorkers(box: Pick<Box, 'start'>, { starts, calls }: Scale): Promise<Workers> {
  return {
    bare: await startRepeat(box, ['exec', String(starts), '/bin/nothing']),
    usual: await startRepeat(box, ['exec', String(starts), '/bin/usual']),
    call: await startRepeat(box, ['getpid', String(calls)]),
  };
}

async function oneTurn(workers: Workers): Promise<Work> {
  const medianOf = async (kind: Kind): Promise<number> => (await nextBatch(workers[kind])).median;
  return { bare: await medianOf('bare'), usual: await medianOf('usual'), call: await medianOf('call') };
}

/** Medians over the turns; the first turn warms up. */
async function inTurns(all: readonly Workers[]): Promise<readonly Work[]> {
  const taken = all.map((): Work[] => []);
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const [at, workers] of all.entries()) {
      const work = await oneTurn(workers);
      if (turn > 0) taken[at]?.push(work);
    }
  }
  const over = (works: readonly Work[], kind: Kind): number => median(works.map((work) => work[kind]));
  return taken.map((works) => ({ bare: over(works, 'bare'), usual: over(works, 'usual'), call: over(works, 'call') }));
}

/** While a container of this machine is contained, every system call looks whether its caller is in it. */
async function besideContained(test: Awaited<ReturnType<typeof openKernelHalf>>, outer: Workers): Promise<Work> {
  const box = makeBox(test);
  await startRepeat(box, ['getpid', '1000']); // somebody has to be in it
  test.sensor.freeze(box.cgroup);
  const [work] = await inTurns([outer]);
  await box.close();
  return work ?? { bare: NaN, usual: NaN, call: NaN };
}

function figuresOf(rounds: readonly Round[]): readonly Figure[] {
  const ratio = (name: string, kind: Kind, which: keyof Round): Figure => ({ name, unit: '×', rounds: rounds.map((round) => [round[which][kind] / round.none[kind]]) });
  const without = (kind: Kind): number => Math.round(median(rounds.map(({ none }) => none[kind])) / 1000);
  const starts = (['bare', 'usual'] as const).flatMap((kind): Figure[] => {
    const what = kind === 'bare' ? 'vfork + execve + wait of a program without C library' : 'vfork + execve + wait of a static C program';
    return [
      { ...ratio(`${what}, in a covered container`, kind, 'covered'), targets: [{ of: 'median', limit: 1.05 }], note: `${without(kind)} µs without agent` },
      ratio(`${what}, in no container`, kind, 'uncovered'),
      ratio(`${what}, in no container, while some container is contained`, kind, 'contained'),
    ];
  });
  return [
    ...starts,
    { ...ratio('getpid, in a covered container', 'call', 'covered'), targets: [{ of: 'median', limit: 1.5 }], note: `${without('call')} ns without agent` },
    { ...ratio('getpid, in no container', 'call', 'uncovered'), targets: [{ of: 'median', limit: 1.5 }] },
    ratio('getpid, in no container, while some container is contained', 'call', 'contained'),
  ];
}
