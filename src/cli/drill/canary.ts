import { execFile } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Clock } from '../../clock';
import { serveHttp } from '../../http';

export interface CanarySettings {
  readonly clock: Clock;
  /** A folder that is not part of the image. */
  readonly scratch: string;
  readonly port: number;
  /** Before the first attack, and between two: long enough that somebody can withdraw the policy in between. */
  readonly pauseMs: number;
  readonly say: (line: string) => void;
  readonly ended: AbortSignal;
}

/**
 * What the canary of a drill does until it is ended: answers on a port, and starts a program that somebody could have
 * brought in, a copy of its own, again and again. Where that is stopped, the canary stands still with it.
 */
export async function runCanary({ clock, scratch, port, pauseMs, say, ended }: CanarySettings): Promise<void> {
  const service = await serveHttp({ host: '0.0.0.0', port, metrics: () => Promise.resolve(''), readiness: () => ({ ready: true, reasons: [] }) });
  const program = join(scratch, 'foreign-program');
  copyFileSync(process.execPath, program);
  try {
    while (await pause(clock, pauseMs, ended)) say(await attack(clock, program));
  } finally {
    service.close();
    rmSync(program, { force: true });
  }
}

/** False when it is to end. */
function pause(clock: Clock, milliseconds: number, ended: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (ended.aborted) {
      resolve(false);
      return;
    }
    const timer = clock.after(milliseconds, () => resolve(true));
    ended.addEventListener('abort', () => {
      timer.cancel();
      resolve(false);
    }, { once: true });
  });
}

async function attack(clock: Clock, program: string): Promise<string> {
  const began = clock.bootNs();
  const outcome = await promisify(execFile)(program, ['--version']).then(() => 'ran', (error: unknown) => `did not run: ${String(error)}`);
  return `the foreign program ${outcome}, after ${Math.round(Number(clock.bootNs() - began) / 1e6)} ms`;
}
