import { closeSync, copyFileSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../../../src/compile/tables';
import { createCounts } from '../../support/counts';
import { waitFor } from '../../support/wait';
import { makeBox, type Box } from './box';
import { end, type End } from './run';
import type { TestSensor } from './sensor';

/** What `programs/violator.c` counts, by its words. */
const WORDS = { tries: 0, survivors: 1, failures: 2, stop: 3, freshLimit: 4, fresh: 5 } as const;
type Word = keyof typeof WORDS;

/** A program that starts /shared/x of its box (origin Volume) again and again. */
export interface Violator {
  readonly box: Box;
  get(word: Word): number;
  set(word: Word, value: number): void;
  /** Ends it and its box. Resolves with what it counted. */
  stop(): Promise<Tally>;
}

export interface Tally {
  readonly tries: number;
  readonly survivors: number;
}

export interface ViolatorOptions {
  /** What is started, on the host. */
  readonly program: string;
  /** Rules that select its box; undefined: it stays unbound. */
  readonly scope: RuleSet | undefined;
  /** Of its box. */
  readonly name?: string;
  /** Each try is a new file /tmp/<number> (origin Written) of the box. */
  readonly fresh?: boolean;
}

export async function startViolator(test: TestSensor, { program, scope, name, fresh = false }: ViolatorOptions): Promise<Violator> {
  const box = makeBox(test, { bound: false, ...(name === undefined ? {} : { name }) });
  if (scope !== undefined) test.sensor.bind(box.cgroup, scope);
  const counts = join(box.shared, 'counts');
  createCounts(counts);
  copyFileSync(program, join(box.shared, 'x'));
  const ended = end(box.start(['/bin/violator', '/shared/counts', '/shared/x', ...(fresh ? ['fresh'] : [])], { stdio: ['ignore', 'pipe', 'pipe'] }));
  const get = (word: Word): number => Number(access(counts, word));
  if (!fresh) await waitFor('the violator', () => get('tries') > 0);
  return { box, get, set: (word, value) => void access(counts, word, BigInt(value)), stop: () => stop({ box, counts, ended }) };
}

async function stop({ box, counts, ended }: { readonly box: Box; readonly counts: string; readonly ended: Promise<End> }): Promise<Tally> {
  access(counts, 'stop', 1n);
  const how = await ended;
  const [tries, survivors, failures] = (['tries', 'survivors', 'failures'] as const).map((word) => Number(access(counts, word)));
  await box.close();
  if (how.ended !== 0 || failures !== 0) throw new Error(`The violator ended with ${how.ended} after ${String(failures)} failures: ${how.output}`);
  return { tries: tries ?? 0, survivors: survivors ?? 0 };
}

/** Reads a word, or writes it. */
function access(path: string, word: Word, value?: bigint): bigint {
  const bytes = Buffer.alloc(8);
  const file = openSync(path, 'r+');
  try {
    if (value === undefined) {
      readSync(file, bytes, 0, 8, WORDS[word] * 8);
    } else {
      bytes.writeBigUInt64LE(value);
      writeSync(file, bytes, 0, 8, WORDS[word] * 8);
    }
  } finally {
    closeSync(file);
  }
  return bytes.readBigUInt64LE();
}

export function addUp(tallies: readonly Tally[]): Tally {
  const sum = (word: keyof Tally): number => tallies.reduce((total, tally) => total + tally[word], 0);
  return { tries: sum('tries'), survivors: sum('survivors') };
}
