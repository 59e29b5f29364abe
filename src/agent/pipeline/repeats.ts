import { REPEATS_AFTER, type Finding } from '../../contract/finding';
import type { Repeated } from '../kernel/sensor';
import { findingId } from './finding';

/** As many as the kernel half counts repeats of. */
const MAX_KEPT = 2048;

/** The last findings, each of which may have been repeated. */
export class Repeats {
  private readonly told = new Map<string, Finding>();

  constructor(private readonly bootId: string) {}

  keep(finding: Finding): void {
    this.told.set(finding.id, finding);
    const oldest = this.told.keys().next();
    if (this.told.size > MAX_KEPT && oldest.done !== true) this.told.delete(oldest.value);
  }

  /** The same findings with how often each was repeated. None for those of an earlier agent. */
  tell(repeated: readonly Repeated[]): readonly Finding[] {
    return repeated.flatMap(({ eventId, repeats }) => {
      const finding = this.told.get(findingId(eventId, this.bootId));
      return finding === undefined ? [] : [{ ...finding, notes: [...(finding.notes ?? []), REPEATS_AFTER], repeats }];
    });
  }
}
