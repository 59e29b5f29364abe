import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { makeBox, boxProgram, type Box } from '../kernel/support/box';
import type { Driver } from '../kernel/support/driver';
import type { TestSensor } from '../kernel/support/sensor';
import type { Figure } from './figure';
import { median } from './figure';
import { buildPrograms, endDriver, nextBatch, openKernelHalf, startRepeat } from './kernel';
import { makeRuleSets, PATH_LENGTHS, type RuleSets } from './rules';
import type { Scale } from './scale';
import type { Section } from './table';

/** Distinct programs of one container that the kernel remembers; `fresh` ones beyond that are judged without being remembered. */
const SHARE = 256;
const FRESH_STARTS = 80;
const EVERYBODY = 'with the system calls of everybody else on this machine meanwhile';
const COUNT_RUNS = '/proc/sys/kernel/bpf_stats_enabled';

/**
 * Run time of exec_judge per program start, as the kernel counts it (bpf_stats): 500 rules against 1, and a hostile set against 1.
 * The rule sets take turns; starts by others on this machine are taken out at the price of an uncovered one.
 */
export async function judging(scale: Scale): Promise<readonly Section[]> {
  const programs = await buildPrograms();
  const rules = makeRuleSets();
  const paths = [...rules.programs, rules.hostile.program];
  const test = await openKernelHalf(programs, paths);
  const counting = readFileSync(COUNT_RUNS, 'utf8');
  try {
    writeFileSync(COUNT_RUNS, '1');
    const meter = new Meter(test);
    await meter.calibrate(await uncoveredRepeat(test, [String(scale.starts), '/bin/nothing']), scale.rounds);
    const figures = [meter.uncovered(), ...(await known({ test, rules, scale, meter })), ...(await fresh({ test, rules, scale, meter })), await hostile({ test, rules, scale, meter })];
    return [
      { title: 'exec_judge: run time per program start', figures },
      { title: 'Run time of each program per process started in a covered container (500 rules)', figures: await shares({ test, rules, scale, meter }) },
    ];
  } finally {
    writeFileSync(COUNT_RUNS, counting);
    await test.close();
  }
}

interface Setting {
  readonly test: TestSensor;
  readonly rules: RuleSets;
  readonly scale: Scale;
  readonly meter: Meter;
}

/** What exec_judge took, by the kernel's own count. */
class Meter {
  private price = 0;
  private prices: readonly number[] = [];

  constructor(private readonly test: TestSensor) {}

  /** Learns what a start outside of all containers costs. */
  async calibrate(driver: Driver, rounds: number): Promise<void> {
    const prices: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = this.read();
      await nextBatch(driver);
      const after = this.read();
      prices.push((after.ns - before.ns) / (after.runs - before.runs));
    }
    await endDriver(driver);
    this.prices = prices;
    this.price = median(prices);
  }

  uncovered(): Figure {
    return { name: 'a process that is in no container', unit: 'ns', rounds: this.prices.map((price) => [price]) };
  }

  /** Nanoseconds of a judged start in one batch. */
  async judged(driver: Driver): Promise<number> {
    const before = this.read();
    await nextBatch(driver);
    const after = this.read();
    const judged = after.judged - before.judged;
    return (after.ns - before.ns - (after.runs - before.runs - judged) * this.price) / judged;
  }

  /** Nanoseconds of each program per judged start in one batch; what others on this machine do is in it. */
  async each(driver: Driver): Promise<readonly (readonly [string, number])[]> {
    const before = this.test.sensor.programs();
    const from = this.read().judged;
    await nextBatch(driver);
    const judged = this.read().judged - from;
    const ran = this.test.sensor.programs().map(({ name, runNs }, at) => [name, Number(runNs - (before[at]?.runNs ?? 0n)) / judged] as const);
    return ran.filter(([, ns]) => ns > 0);
  }

  private read(): { readonly runs: number; readonly ns: number; readonly judged: number } {
    const program = this.test.sensor.programs().find(({ name }) => name === 'exec_judge');
    if (program === undefined || program.runs === 0n) throw new Error('The kernel does not count run times: kernel.bpf_stats_enabled is 0');
    return { runs: Number(program.runs), ns: Number(program.runNs), judged: this.test.sensor.counters()['execs'] ?? 0 };
  }
}

async function uncoveredRepeat(test: TestSensor, args: readonly string[]): Promise<Driver> {
  const program = await boxProgram();
  const overlay = makeBox(test).arguments[1] ?? '';
  mkdirSync(overlay, { recursive: true });
  const start: Box['start'] = (command, options = {}) => test.session.start(program, ['-', overlay, '--', ...command], options);
  return startRepeat({ start }, ['exec', ...args]);
}

/** Alternates the two rule sets and gives the ratio of each round. */
async function compare({ test, scale, meter }: Setting, { less, more, driver }: { readonly less: string; readonly more: string; readonly driver: () => Promise<Driver> }): Promise<Comparison> {
  const result: Comparison = { ratios: [], base: [] };
  for (let round = 0; round < scale.rounds; round++) {
    const batch = await driver();
    const order = round % 2 === 0 ? [less, more] : [more, less];
    const took = new Map<string, number>();
    for (const yaml of order) {
      await test.publish(yaml);
      took.set(yaml, await meter.judged(batch));
    }
    result.ratios.push((took.get(more) ?? NaN) / (took.get(less) ?? NaN));
    result.base.push(took.get(less) ?? NaN);
  }
  return result;
}

interface Comparison {
  readonly ratios: number[];
  readonly base: number[];
}

function ratio(name: string, { ratios, base }: Comparison, limit: number): Figure {
  return {
    ...{ name, unit: '×', rounds: ratios.map((value) => [value]) },
    targets: [{ of: 'median', limit }],
    note: `1 rule takes ${Math.round(median(base)).toLocaleString('en-US')} ns`,
  };
}

async function known(setting: Setting): Promise<readonly Figure[]> {
  const { test, rules, scale } = setting;
  const figures: Figure[] = [];
  for (const [at, program] of rules.programs.entries()) {
    const box = makeBox(test);
    const driver = await startRepeat(box, ['exec', String(scale.starts), program]);
    const comparison = await compare(setting, { less: rules.real(1), more: rules.real(500), driver: () => Promise.resolve(driver) });
    figures.push(ratio(`500 rules : 1, known program, path of ${PATH_LENGTHS[at] ?? 0} bytes`, comparison, 1.1));
    await endDriver(driver);
    await box.close();
  }
  return figures;
}

/** Programs seen for the first time: remembered ones (both slots' automata run), and those beyond the container's share. */
async function fresh(setting: Setting): Promise<readonly Figure[]> {
  const { test, rules } = setting;
  const program = rules.programs[2] ?? '';
  const less = rules.real(1);
  const more = rules.real(500);
  const boxes: { readonly box: Box; readonly driver: Driver }[] = [];
  const remembered = await compare(setting, {
    ...{ less, more },
    driver: async () => {
      const box = makeBox(test);
      const driver = await startRepeat(box, ['fresh', String(FRESH_STARTS), program]);
      boxes.push({ box, driver });
      return driver;
    },
  });
  const last = boxes.at(-1);
  if (last === undefined) throw new Error('No rounds');
  for (let started = 2 * FRESH_STARTS; started <= SHARE; started += FRESH_STARTS) await nextBatch(last.driver);
  const beyond = await compare(setting, { less, more, driver: () => Promise.resolve(last.driver) });
  for (const { box, driver } of boxes) {
    await endDriver(driver);
    await box.close();
  }
  return [
    ratio(`500 rules : 1, program seen for the first time, ${program.length + 6} bytes`, remembered, 1.1),
    ratio('500 rules : 1, the same when the container\'s share of remembered programs is used up', beyond, 1.1),
  ];
}

/** All programs beside each other: what a vfork, execve, exit and wait take in the kernel half. */
async function shares({ test, rules, scale, meter }: Setting): Promise<readonly Figure[]> {
  await test.publish(rules.real(500));
  const box = makeBox(test);
  const driver = await startRepeat(box, ['exec', String(scale.starts), rules.programs[0] ?? '']);
  await nextBatch(driver);
  const taken = new Map<string, number[]>();
  for (let round = 0; round < scale.rounds; round++) {
    for (const [name, ns] of await meter.each(driver)) taken.set(name, [...(taken.get(name) ?? []), ns]);
  }
  await endDriver(driver);
  await box.close();
  return [...taken].map(([name, samples]) => ({ name, unit: 'ns', rounds: samples.map((ns) => [ns]), ...(name === 'sys_exit_watch' ? { note: EVERYBODY } : {}) }));
}

async function hostile(setting: Setting): Promise<Figure> {
  const { test, rules, scale } = setting;
  const { yaml, program, rules: count } = rules.hostile;
  const box = makeBox(test);
  const driver = await startRepeat(box, ['fresh', String(Math.min(scale.starts, FRESH_STARTS)), program]);
  for (let started = 0; started <= SHARE; started += FRESH_STARTS) await nextBatch(driver);
  const comparison = await compare(setting, { less: rules.real(1), more: yaml, driver: () => Promise.resolve(driver) });
  await endDriver(driver);
  await box.close();
  return ratio(`hostile set (${count} rules fill the automaton) : 1, unremembered program of ${program.length + 6} bytes`, comparison, 2);
}
