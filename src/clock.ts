import { readFileSync } from 'node:fs';

/** A running timer; `cancel` is idempotent. */
export interface Timer {
  cancel(): void;
}

/** The only source of time of agent and operator. */
export interface Clock {
  /** Nanoseconds of the boot clock, the one that kernel events carry. */
  bootNs(): bigint;
  /** Nanoseconds since 1970 at boot-clock zero; right to about a millisecond, follows changes of the wall clock. */
  epochNs(): bigint;
  after(milliseconds: number, run: () => void): Timer;
  every(milliseconds: number, run: () => void): Timer;
}

/** Below this, the difference between /proc/uptime and the monotonic clock is rounding, not suspended time. */
const UPTIME_ROUNDING_NS = 50_000_000n;

/** The machine's clock. */
export function systemClock(): Clock {
  const suspended = suspendedNs();
  const bootNs = (): bigint => process.hrtime.bigint() + suspended;
  return {
    bootNs,
    epochNs: () => BigInt(Date.now()) * 1_000_000n - bootNs(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return { cancel: () => clearTimeout(timer) };
    },
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds);
      timer.unref();
      return { cancel: () => clearInterval(timer) };
    },
  };
}

/** Node reads CLOCK_MONOTONIC, events carry CLOCK_BOOTTIME: they differ by the time that the machine was suspended. */
function suspendedNs(): bigint {
  const seconds = Number.parseFloat(uptimeText());
  if (!Number.isFinite(seconds)) return 0n;
  const difference = BigInt(Math.round(seconds * 1000)) * 1_000_000n - process.hrtime.bigint();
  return difference > UPTIME_ROUNDING_NS ? difference : 0n;
}

function uptimeText(): string {
  try {
    return readFileSync('/proc/uptime', 'utf8');
  } catch {
    return '';
  }
}

/** Findings come in bursts: the text of a second is made once, not for each of its findings. */
const seconds = new Map<number, string>();
const KEPT_SECONDS = 64;

/** RFC 3339 with nanoseconds, for a time of the boot clock. */
export function formatTime(bootNs: bigint, epochNs: bigint): string {
  const total = bootNs + epochNs;
  const second = Number(total / 1_000_000_000n);
  const nanoseconds = Number(total % 1_000_000_000n);
  return `${secondText(second)}.${String(nanoseconds).padStart(9, '0')}Z`;
}

function secondText(second: number): string {
  const known = seconds.get(second);
  if (known !== undefined) return known;
  if (seconds.size >= KEPT_SECONDS) seconds.clear();
  const text = new Date(second * 1000).toISOString().slice(0, 19);
  seconds.set(second, text);
  return text;
}

/** Resolves after so long. */
export function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}
