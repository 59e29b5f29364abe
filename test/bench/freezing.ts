import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Receipt } from '../../src/agent/kernel/sensor';
import { makeBox, type Box } from '../kernel/support/box';
import { entryOf, pageOf, programCounter, startDriver, type Driver, type Page } from '../kernel/support/driver';
import { FOREIGN, policy, type TestSensor } from '../kernel/support/sensor';
import { nextReceipt } from '../kernel/support/trials';
import type { Figure } from './figure';
import { buildPrograms, endDriver, inside, openKernelHalf, type Programs } from './kernel';
import { revoking } from './revoking';
import type { Scale } from './scale';
import type { Section } from './table';

/** Freezes of one situation are measured in so many pieces, and the situations take turns. */
const PIECES = 5;
const HOG_SECONDS = 120;

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
  readonly programs: Programs;
  readonly scale: Scale;
}

/** From the hit until the freezer says frozen; what the siblings completed meanwhile; what the offender did (nothing). */
export async function freezing(scale: Scale): Promise<readonly Section[]> {
  const programs = await buildPrograms();
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
      { title: 'What the offender did when somebody inside continued it before the freezer had it', figures: await revoking(test, programs, scale) },
    ];
  } finally {
    await test.close();
  }
}

interface Piece {
  readonly trials: readonly Trial[];
  /** Bytes that offenders wrote: their first instructions. */
  readonly written: number;
}

interface Trial {
  readonly receipt: Receipt;
  /** Where the offender stood. */
  readonly counter: bigint | undefined;
  /** Calls that returned in each sibling after the hook had acted. */
  readonly calls: readonly number[];
}

async function freezePiece(setting: Setting, { load, siblings }: Situation): Promise<Piece> {
  const { test, programs, scale } = setting;
  const hog = load === 'busy' ? await makeBusy(setting) : undefined;
  const box = makeBox(test);
  try {
    const driver = await startDriver(box, [inside(programs.siblings), 'steady', String(siblings), inside(programs.first)]);
    const page = pageOf(box);
    const trials: Trial[] = [];
    for (let trial = 0; trial < scale.freezes / PIECES; trial++) {
      trials.push(await freezeOnce({ test, box, driver, page, siblings, after: trials.at(-1)?.receipt.hitNs }));
    }
    return { trials, written: driver.written() };
  } finally {
    await box.close();
    await hog?.();
  }
}

interface Attempt {
  readonly test: TestSensor;
  readonly box: Box;
  readonly driver: Driver;
  readonly page: Page;
  readonly siblings: number;
  readonly after: bigint | undefined;
}

async function freezeOnce({ test, box, driver, page, siblings, after }: Attempt): Promise<Trial> {
  const next = nextReceipt(test, box, after);
  driver.command('t');
  const receipt = await next;
  if (!box.frozen()) throw new Error('There is a receipt, but the container is not frozen');
  const calls = page.siblings(siblings).map(({ returnedNs }) => returnedNs.filter((ns) => ns > receipt.stoppedNs).length);
  const counter = programCounter(receipt.hostPid);
  process.kill(receipt.hostPid, 'SIGKILL');
  test.sensor.thaw(box.cgroup);
  const ended = await driver.line();
  if (ended !== 'ended') throw new Error(`The driver said "${ended}"`);
  return { receipt, counter, calls };
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
      ...{ name: `calls that each of them completed after the hook acted: ${where}`, unit: '' },
      rounds: pieces.map(({ trials }) => trials.flatMap(({ calls }) => calls)),
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
    note: `read from where each offender stands and from the receipt; all of them wrote ${written} bytes`,
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
