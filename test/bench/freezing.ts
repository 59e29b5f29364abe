import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { program } from '../support/programs';
import { makeBox, type Box } from '../kernel/support/box';
import { entryOf, startDriver } from '../kernel/support/driver';
import { FOREIGN, policy, type TestSensor } from '../kernel/support/sensor';
import { freezeTrials, type FrozenTrial } from '../kernel/support/trials';
import type { Figure } from './figure';
import { buildPrograms, endDriver, inside, openKernelHalf, type Programs } from './kernel';
import type { Scale } from './scale';
import type { Section } from './table';

/** Freezes of one situation are measured in so many pieces, and the situations take turns. */
const PIECES = 5;
const HOG_SECONDS = 120;
/** Processes of the container beside its siblings and the offender: the driver and the parent of the siblings, both in a call. */
const WAITING = 2;

interface Situation {
  readonly load: 'idle' | 'busy';
  readonly siblings: number;
}

const SITUATIONS: readonly Situation[] = [
  { load: 'idle', siblings: 1 },
  { load: 'idle', siblings: 8 },
  { load: 'busy', siblings: 1 },
  { load: 'busy', siblings: 8 },
];

interface Setting {
  readonly test: TestSensor;
  readonly programs: Programs & { readonly worker: string };
  readonly scale: Scale;
}

/** From the hit until the freezer says frozen; what the siblings completed meanwhile; what the offender did (nothing). */
export async function freezing(scale: Scale): Promise<readonly Section[]> {
  const programs = { ...(await buildPrograms()), worker: await program('worker') };
  const test = await openKernelHalf(programs);
  try {
    const pieces = new Map<Situation, Piece[]>(SITUATIONS.map((situation) => [situation, []]));
    await test.publish(policy({ process: FOREIGN, respond: '[Freeze]' }));
    for (let piece = 0; piece < PIECES; piece++) {
      for (const situation of SITUATIONS) pieces.get(situation)?.push(await freezePiece({ test, programs, scale }, situation));
    }
    const figures = SITUATIONS.flatMap((situation) => figuresOf(situation, pieces.get(situation) ?? []));
    return [
      { title: `Hit → frozen (freezer thread ${test.sensor.reflex().realTime ? 'with' : 'without'} real-time priority)`, figures },
      { title: 'What the offender did after the hit', figures: [frozenRuns([...pieces.values()].flat(), programs), ...(await killed({ test, programs, scale }))] },
    ];
  } finally {
    await test.close();
  }
}

interface Piece {
  readonly trials: readonly FrozenTrial[];
  /** Bytes that offenders wrote: their first instructions. */
  readonly written: number;
}

async function freezePiece(setting: Setting, { load, siblings }: Situation): Promise<Piece> {
  const { test, programs, scale } = setting;
  const hog = load === 'busy' ? await makeBusy(setting) : undefined;
  const box = makeBox(test);
  try {
    const driver = await startDriver(box, [inside(programs.offend), 'loop', 'mixed', inside(programs.first)]);
    await startSiblings(box, siblings, driver.pid);
    const trials = await freezeTrials(test, { box, driver, trials: Math.ceil(scale.freezes / PIECES) });
    return { trials, written: driver.written() };
  } finally {
    await box.close();
    await hog?.();
  }
}

/** Processes of the container that make system calls all the time; in the mount namespace of process `beside`, where files are the image's. */
async function startSiblings(box: Box, count: number, beside: number): Promise<void> {
  writeFileSync(join(box.shared, 'work'), Buffer.alloc(4096));
  const worker = box.start(['/bin/worker', '/shared/work', String(count)], { join: beside, stdio: ['ignore', 'pipe', 'inherit'] });
  if (worker.stdout !== null) await once(worker.stdout, 'data');
}

/** A process for each processor that wants to run all the time. Gives what ends it. */
async function makeBusy({ test, programs }: Pick<Setting, 'test' | 'programs'>): Promise<() => Promise<void>> {
  const hog = test.session.start(programs.hog, [String(availableParallelism()), String(HOG_SECONDS)], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  return async () => {
    if (hog.exitCode !== null || hog.signalCode !== null) return;
    hog.kill('SIGKILL');
    await once(hog, 'exit');
  };
}

function figuresOf({ load, siblings }: Situation, pieces: readonly Piece[]): readonly Figure[] {
  const where = `${load} machine, ${siblings} busy ${siblings === 1 ? 'process' : 'processes'} beside`;
  return [
    {
      ...{ name: where, unit: 'ms' },
      rounds: pieces.map(({ trials }) => trials.map(({ receipt }) => Number(receipt.frozenNs - receipt.hitNs) / 1e6)),
      targets: [{ of: 'p99', limit: load === 'idle' ? 1 : 10 }],
    },
    {
      ...{ name: `calls completed after the hook acted, per other process: ${where}`, unit: '' },
      rounds: pieces.map(({ trials }) => trials.map(({ receipt }) => receipt.callsAfter / (siblings + WAITING))),
      targets: [{ of: 'max', limit: 1 }],
    },
  ];
}

function frozenRuns(pieces: readonly Piece[], { first }: Programs): Figure {
  const entry = entryOf(first);
  const moved = pieces.flatMap(({ trials }) => trials.map(({ counter, receipt }) => (counter === entry && receipt.offenderCalls === 0 ? 0 : 1)));
  const written = pieces.reduce((sum, piece) => sum + piece.written, 0);
  return {
    ...{ name: 'Freeze: ran at least one instruction (0 or 1)', unit: '', rounds: [moved], targets: [{ of: 'max', limit: 0 }] },
    note: `read from where each offender stands, from one or several threads; they wrote ${written} bytes`,
  };
}

/** Each foreign program's first instruction is an invalid one: whoever ran it dies of SIGILL, not of SIGKILL. */
async function killed(setting: Setting): Promise<readonly Figure[]> {
  const { test, programs, scale } = setting;
  await test.publish(policy({ process: FOREIGN, respond: '[Kill]' }));
  const figures: Figure[] = [];
  for (const load of ['idle', 'busy'] as const) {
    const hog = load === 'busy' ? await makeBusy(setting) : undefined;
    const box = makeBox(test);
    const driver = await startDriver(box, [inside(programs.offend), 'many', 'mixed', inside(programs.trap), String(scale.kills / 2)]);
    const [died = 0] = (await driver.line(HOG_SECONDS * 1000)).split(' ').map(Number);
    await endDriver(driver);
    await box.close();
    await hog?.();
    figures.push({
      ...{ name: `Kill: survivors of ${scale.kills / 2} hits, ${load} machine`, unit: '', rounds: [[scale.kills / 2 - died]], targets: [{ of: 'max', limit: 0 }] },
    });
  }
  return figures;
}
