import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

/**
 * Asks again every `interval` ms (default 10) until the answer is not undefined or false; fails after `timeout` ms. The default, 30,000, is
 * what a machine may take that others load: how fast something is belongs to the benchmark.
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  { timeout = 30_000, interval = 10 }: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await sleep(interval);
  }
}

/**
 * Repeats a trial (they are numbered from 0) until one was fair, and resolves with its result: on a machine that others load, what has to
 * happen soon after each other may not. Fails when none of 50 was.
 */
export async function untilFair<T>(what: string, trial: (turn: number) => Promise<T>, isFair: (result: T) => boolean | Promise<boolean>): Promise<T> {
  const results: T[] = [];
  while (results.length < 50) {
    const result = await trial(results.length);
    if (await isFair(result)) return result;
    results.push(result);
  }
  throw new Error(`None of ${results.length} trials was fair: ${what}. The results: ${inspect(results)}`);
}
