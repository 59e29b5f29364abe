import type { NativeKernel } from './binding';
import * as layout from './layout.gen';
import type { Repeated } from './sensor';

/** The next equal finding tells what was left out before it; after so long without one there is none. */
const QUIET_NS = 3_000_000_000n;

/** Takes the counts of those that are over at this time (boot clock). A hit in the same microsecond can tell its count once more. */
export function takeRepeats(native: Pick<NativeKernel, 'entries' | 'lookup' | 'remove'>, nowNs: bigint): readonly Repeated[] {
  const { offset, bytes } = layout.recent;
  const { count, keys, values } = native.entries('recent');
  const taken: Repeated[] = [];
  for (let at = 0; at < count; at++) {
    const value = values.subarray(at * bytes, (at + 1) * bytes);
    const repeats = value.readUInt32LE(offset.repeats);
    if (repeats === 0 || nowNs - value.readBigUInt64LE(offset.lastNs) < QUIET_NS) continue;
    const key = Buffer.from(keys.subarray(at * layout.recentKey.bytes, (at + 1) * layout.recentKey.bytes));
    // Hit again meanwhile: it is not over.
    if (native.lookup('recent', key)?.equals(value) !== true || native.remove('recent', key) === 0) continue;
    taken.push({ eventId: value.readBigUInt64LE(offset.eventId), repeats });
  }
  return taken;
}
