import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../kernel/support/compile';
import { createCounts, readCount } from '../../support/counts';
import { waitFor } from '../../support/wait';
import type { Web } from './web';

/** A program in a container that starts a forbidden one again and again, and counts by itself which of those lived. */
export interface Violating {
  readonly tries: () => bigint;
  /** Those that ended by themselves instead of by SIGKILL. */
  readonly survivors: () => bigint;
  /** Those that could not be started. */
  readonly failures: () => bigint;
  /** Waits for that many more tries. */
  readonly goesOn: (tries?: bigint) => Promise<void>;
}

/** What it starts, as policies name it. */
export const FORBIDDEN = '/shared/nothing';

/** Starts it through the hole of a container's server. */
export async function startViolating(web: Web): Promise<Violating> {
  copyFileSync(await build('programs/violator.c', { bare: true }), join(web.shared, 'violator'));
  copyFileSync(await build('programs/nothing.c', { bare: true }), join(web.shared, 'nothing'));
  const counts = join(web.shared, 'tries');
  createCounts(counts);
  await web.start('/shared/violator', '/shared/tries', FORBIDDEN);
  const tries = (): bigint => readCount(counts);
  const goesOn = async (more = 100n): Promise<void> => {
    const at = tries();
    await waitFor('the violator to go on', () => tries() > at + more);
  };
  await goesOn(10n);
  return { tries, survivors: () => readCount(counts, 1), failures: () => readCount(counts, 2), goesOn };
}
