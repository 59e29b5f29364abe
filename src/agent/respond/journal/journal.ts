/**
 * Brings three truths together: what the kernel has contained, why (the node's journal), and what is declared (Containment objects).
 *
 * INVARIANTS. What is declared is never thawed; nothing is thawed unless the API server itself, asked for it, says that the Containment is gone,
 * going or ended, and that the pod lives; else it is killed first. An API that is away changes nothing. What lasts is in the kernel, the journal
 * and the objects: an agent may end anywhere.
 */
import { Decision } from './decide';
import { observe, type JournalState } from './state';
import type { Journal, JournalCommand, JournalEvent } from './types';

export { beginJournal, type JournalState } from './state';

export interface JournalStep {
  readonly state: JournalState;
  readonly commands: readonly JournalCommand[];
}

/** `now`: milliseconds since 1970, for `expiresAt` alone. */
export function stepJournal(before: JournalState, event: JournalEvent, now: number): JournalStep {
  const state = observe(before, event);
  const decision = new Decision(state, now);
  decision.run(event.kind === 'verified' ? event : undefined);
  const { entries, ended, busy, commands } = decision;
  const after = { ...state, entries, ended, busy };
  const save: readonly JournalCommand[] = sameText(journalOf(before), journalOf(after)) ? [] : [{ kind: 'save', journal: journalOf(after) }];
  return { state: after, commands: [...save, ...commands] };
}

/** What belongs on the disk. */
export function journalOf({ entries, ended }: JournalState): Journal {
  return { entries: [...entries.values()], ended: [...ended] };
}

function sameText(left: Journal, right: Journal): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
