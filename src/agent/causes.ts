import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../contract/finding';
import { readSmallText } from './files';

/** The finding that began a containment. */
export interface Cause {
  readonly finding: string;
  readonly policy: string;
  readonly rule: string;
}

export interface CausesOptions {
  readonly runDirectory: string;
  readonly bootId: string;
  /** It could not be written for the next agent; this one knows it all the same. */
  readonly onFailed: (error: unknown) => void;
}

interface Kept {
  /** Ids of events count anew after a boot. */
  readonly bootId: string;
  readonly causes: readonly (readonly [string, Cause])[];
}

const FILE = 'causes.json';
const MAX_BYTES = 4 << 20;
const MAX_KEPT = 2048;

/** Which finding each containment began with: a container may stay frozen for days, and through many agents. */
export class Causes {
  private readonly causes: Map<string, Cause>;

  /** Takes over what the agent before left in the run directory. */
  constructor(private readonly place: CausesOptions) {
    this.causes = new Map(read(join(place.runDirectory, FILE), place.bootId));
  }

  /** `eventId`: of the finding's event. */
  add(eventId: bigint, { id, policy, rule }: Finding): void {
    this.causes.set(String(eventId), { finding: id, policy, rule });
    const oldest = this.causes.keys().next();
    if (this.causes.size > MAX_KEPT && oldest.done !== true) this.causes.delete(oldest.value);
    this.keep();
  }

  of(eventId: bigint): Cause | undefined {
    return this.causes.get(String(eventId));
  }

  private keep(): void {
    const { runDirectory, bootId, onFailed } = this.place;
    const path = join(runDirectory, FILE);
    const kept: Kept = { bootId, causes: [...this.causes] };
    try {
      writeFileSync(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch (error) {
      onFailed(error);
    }
  }
}

function read(path: string, bootId: string): Kept['causes'] {
  const text = readSmallText(path, MAX_BYTES);
  if (text === undefined) return [];
  try {
    const kept = JSON.parse(text) as Kept;
    return kept.bootId === bootId && isList(kept.causes) ? kept.causes : [];
  } catch {
    return []; // half a file of an agent that was killed
  }
}

function isList(value: Kept['causes']): boolean {
  return Array.isArray(value);
}
