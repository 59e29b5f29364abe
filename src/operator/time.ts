import type { Clock } from '../clock';

/** The time of day in milliseconds since 1970. */
export function wallMs(clock: Clock): number {
  return Number((clock.bootNs() + clock.epochNs()) / 1_000_000n);
}

/** As the API writes times: RFC 3339, in seconds. */
export function timeText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
