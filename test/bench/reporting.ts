import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../support/wait';
import type { Figure } from './figure';
import { enforcing, processorNs, startNode, strikes, type Arrival, type Node } from './node';
import type { Scale } from './scale';
import type { Section } from './table';

/** Strikes are so far apart that each finding is alone on its way. */
const PAUSE_US = 2000;
/** More findings than the ring holds, so that the rest is dropped while enforcement goes on. */
const FLOOD = 3000;
const FLOODS = 12;
const WARM_UP_FLOODS = 3;
const ACTIONS = { alert: 'Alert', kill: 'Kill' } as const;

/** What a finding takes from the hook to a line on standard output, alone and in a flood, through a real agent. */
export async function reporting(scale: Scale): Promise<readonly Section[]> {
  const policies = { 'bench.yaml': enforcing({ '/bench/alert': 'Alert', '/bench/kill': 'Kill', '/bench/flood': 'Kill' }) };
  const node = await startNode({ policies }, ['alert', 'kill', 'flood']);
  try {
    const single = await latencies(node, scale);
    return [{ title: 'Hit → finding as a line on standard output', figures: [...single, ...(await floods(node))] }];
  } finally {
    await node.close();
  }
}

async function latencies(node: Node, { strikes: count, rounds }: Scale): Promise<readonly Figure[]> {
  const drivers = { alert: await node.strike('alert', { stamps: true, pauseUs: PAUSE_US }), kill: await node.strike('kill', { stamps: true, pauseUs: PAUSE_US }) };
  const numbers = { alert: [] as (readonly number[])[], kill: [] as (readonly number[])[] };
  const each = Math.ceil(count / rounds);
  let next = 0;
  await strikes(drivers.alert, 100, next); // warms up
  next += 100;
  for (let round = 0; round < rounds; round++) {
    for (const action of ['alert', 'kill'] as const) {
      await strikes(drivers[action], each, next);
      numbers[action].push(Array.from({ length: each }, (_, at) => next + at));
      next += each;
    }
  }
  const arrived = await arrivalsByNumber(node, next);
  const stamps = node.stamps();
  return (['alert', 'kill'] as const).map((action) => ({
    ...{ name: `${ACTIONS[action]}: hit → line`, unit: 'ms' },
    rounds: numbers[action].map((round) => round.map((number) => milliseconds(arrived.get(number), stamps[number]))),
    targets: [
      { of: 'median', limit: 0.5 },
      { of: 'p99', limit: 2 },
    ],
    note: 'from the hook\'s clock; the hit is placed too early by the part of fork before the new process has its start time',
  }));
}

async function arrivalsByNumber(node: Node, count: number): Promise<ReadonlyMap<number, Arrival>> {
  const byNumber = await waitFor('the findings', () => {
    const found = new Map(node.arrivals().flatMap((arrival) => numbersOf(arrival)));
    return found.size >= count && found;
  }, { interval: 100 });
  return byNumber;
}

function numbersOf(arrival: Arrival): readonly (readonly [number, Arrival])[] {
  const number = /"strike=(\d+)"/.exec(arrival.line)?.[1];
  return number === undefined ? [] : [[Number(number), arrival]];
}

/**
 * A finding says when the process was made and when it was hit, both by the same clock shifted by the same amount; when it was made by
 * the clock of `arrivals` is known from the stamp that was taken just before.
 */
function milliseconds(arrival: Arrival | undefined, stamp: bigint | undefined): number {
  if (arrival === undefined || stamp === undefined) return NaN;
  const { time, process } = JSON.parse(arrival.line) as { readonly time: string; readonly process: { readonly startTime: string } };
  return Number(arrival.ns - (stamp + nanoseconds(time) - nanoseconds(process.startTime))) / 1e6;
}

function nanoseconds(time: string): bigint {
  return BigInt(Date.parse(`${time.slice(0, 19)}Z`)) * 1_000_000n + BigInt(time.slice(20, 29));
}

/** The agent is stopped while the ring fills up, and then works it off: its own processor time is all that counts. */
async function floods(node: Node): Promise<readonly Figure[]> {
  const driver = await node.strike('flood');
  const { pid } = node.agent;
  const rates: number[] = [];
  const survivors: number[] = [];
  for (let round = 0; round < FLOODS; round++) {
    process.kill(pid, 'SIGSTOP');
    const before = { lines: node.arrivals().length, ns: processorNs(pid) };
    survivors.push(FLOOD - (await strikes(driver, FLOOD, round * FLOOD)));
    process.kill(pid, 'SIGCONT');
    const lines = (await settled(node)) - before.lines;
    if (round >= WARM_UP_FLOODS) rates.push((lines / (processorNs(pid) - before.ns)) * 1e9);
  }
  return [
    { name: 'findings per core-second of the agent, a full ring at once', unit: '/s', rounds: rates.map((rate) => [rate]), targets: [{ of: 'median', limit: 200_000, atLeast: true }] },
    { name: `Kill while the ring is full and the agent stopped: survivors of ${FLOOD} hits`, unit: '', rounds: survivors.map((count) => [count]), targets: [{ of: 'max', limit: 0 }] },
  ];
}

/** How many lines there are once no more come. */
async function settled(node: Node): Promise<number> {
  for (let lines = node.arrivals().length; ; ) {
    await sleep(150);
    const now = node.arrivals().length;
    if (now === lines) return now;
    lines = now;
  }
}
