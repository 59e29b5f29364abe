import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Box } from './box';

/** A program inside a box that is told what to do byte by byte and answers line by line. Its descriptor 3 is a pipe to the test. */
export interface Driver {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Bytes that came through descriptor 3 so far, from the driver or from anything that it started. */
  written(): number;
  command(byte: string): void;
  /** The next line that it printed; rejects after `timeout` ms (default 60,000). */
  line(timeout?: number): Promise<string>;
}

/** Starts the program, in the mount namespace of process `join` if given, and waits for the line "ready". */
export async function startDriver(box: Box, command: readonly string[], join?: number): Promise<Driver> {
  const child = box.start(command, { stdio: ['pipe', 'pipe', 'inherit', 'pipe'], ...(join === undefined ? {} : { join }) });
  const lines: string[] = [];
  const waiting: { readonly take: (line: string) => void; readonly fail: (reason: string) => void }[] = [];
  let written = 0;
  const { pid } = child;
  if (child.stdout === null || pid === undefined) throw new Error(`"${command.join(' ')}" was not started`);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift();
    if (next === undefined) lines.push(line);
    else next.take(line);
  });
  (child.stdio[3] as Readable).on('data', (bytes: Buffer) => {
    written += bytes.length;
  });
  child.stdin?.on('error', () => undefined); // it may be killed
  child.once('close', (code, signal) => {
    for (const { fail } of waiting.splice(0)) fail(`ended with ${signal ?? String(code)} before it printed another line`);
  });
  const driver: Driver = {
    child,
    pid,
    written: () => written,
    command: (byte) => void child.stdin?.write(byte),
    line: (timeout = 60_000) => {
      const first = lines.shift();
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve, reject) => {
        const fail = (reason: string): void => {
          clearTimeout(late);
          reject(new Error(`"${command.join(' ')}" ${reason}`));
        };
        const late = setTimeout(() => {
          waiting.splice(waiting.indexOf(waiter), 1);
          fail(`printed no line within ${timeout} ms`);
        }, timeout);
        const take = (line: string): void => {
          clearTimeout(late);
          resolve(line);
        };
        const waiter = { take, fail };
        waiting.push(waiter);
      });
    },
  };
  const greeting = await driver.line();
  if (greeting !== 'ready') throw new Error(`"${command.join(' ')}" says "${greeting}"`);
  return driver;
}

/** Where an ELF program begins. */
export function entryOf(path: string): bigint {
  return readFileSync(path).readBigUInt64LE(24);
}

/** Where a process that does not run stands in its program; undefined when it runs or is gone. */
export function programCounter(pid: number): bigint | undefined {
  const text = read(`/proc/${pid}/syscall`)?.trim();
  const counter = text?.split(' ').at(-1);
  return counter?.startsWith('0x') === true ? BigInt(counter) : undefined;
}

/** Turns that a stopped programs/spin.S has made: none while it stands at its entry, else they are at the top of its stack. */
export function turnsOf(pid: number): bigint {
  const [stack = '', counter = ''] = read(`/proc/${pid}/syscall`)?.trim().split(' ').slice(-2) ?? [];
  if (!counter.startsWith('0x')) throw new Error(`process ${pid} is not stopped`);
  if (BigInt(counter) === entryOf(`/proc/${pid}/exe`)) return 0n;
  const turns = Buffer.alloc(8);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  readSync(memory, turns, 0, turns.length, BigInt(stack));
  closeSync(memory);
  return turns.readBigUInt64LE();
}

/** One letter, as in /proc/PID/stat: T stopped, D frozen by the v1 freezer, … */
export function stateOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2)[0];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined; // it is gone
  }
}

/** Layout of `struct page` of programs/trial.h, by 64-bit word. */
const WORDS = { count: 0, ready: 1, go: 2, hitNs: 3, acted: 4 } as const;
const SIBLING_WORDS = 17;

/** /shared/page of a box: what its programs tell without system calls. */
export interface Page {
  get(word: keyof typeof WORDS): bigint;
  /** All that its processes counted, by process. */
  siblings(count: number): readonly { readonly calls: bigint; readonly returnedNs: readonly bigint[] }[];
}

export function pageOf(box: Box): Page {
  const path = joinPath(box.shared, 'page');
  const words = (at: number, count: number): BigUint64Array => {
    const bytes = Buffer.alloc(count * 8);
    const file = openSync(path, 'r');
    readSync(file, bytes, 0, bytes.length, at * 8);
    closeSync(file);
    return new BigUint64Array(bytes.buffer, bytes.byteOffset, count);
  };
  return {
    get: (word) => words(WORDS[word], 1)[0] ?? 0n,
    siblings: (count) => {
      const all = words(8, count * SIBLING_WORDS);
      return Array.from({ length: count }, (_, at) => {
        const [calls = 0n, ...returnedNs] = all.subarray(at * SIBLING_WORDS, (at + 1) * SIBLING_WORDS);
        return { calls, returnedNs };
      });
    },
  };
}

/** "p50 0.31 ms, p99 0.92 ms, max 1.40 ms (1000)" of nanoseconds. */
export function figures(nanoseconds: readonly bigint[]): string {
  const sorted = nanoseconds.map((value) => Number(value) / 1e6).sort((left, right) => left - right);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (${sorted.length})`;
}
