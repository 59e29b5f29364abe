import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again every `interval` ms (default 10) until the answer is not undefined or false; fails after `timeout` ms (default 5,000). */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  { timeout = 5000, interval = 10 }: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await sleep(interval);
  }
}
