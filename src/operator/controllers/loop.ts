import { KeyedQueue, type QueueOptions } from '../../kube/queue';
import { statusOf } from '../../kube/failure';
import type { Parts } from '../parts';
import { NotLeadingError } from '../write/writer';

export interface LoopOptions {
  readonly name: string;
  readonly handle: QueueOptions['handle'];
  readonly workers?: number;
  /** The longest wait after failures, in milliseconds (default a minute). */
  readonly patience?: number;
}

/** As many objects of one kind as the operator is made for, several times over. */
const LIMIT = 200_000;
/** A conflict is over as soon as the copies have caught up; what the server refuses waits longer and longer. */
const FIRST_MS = 50;

/** A queue whose work is measured and whose failures are told. */
export function loop({ clock, metrics, logger }: Pick<Parts, 'clock' | 'metrics' | 'logger'>, { name, handle, workers = 1, patience = 60_000 }: LoopOptions): KeyedQueue {
  const measured = metrics.loop(name);
  const queue = new KeyedQueue({
    ...{ clock, handle, workers, limit: LIMIT, pace: { first: FIRST_MS, most: patience } },
    observe: {
      waited: (milliseconds) => measured.waited(milliseconds / 1000),
      handled: (milliseconds) => measured.handled(milliseconds / 1000),
      refused: () => measured.failed('full'),
      failed: (key, error) => {
        if (error instanceof NotLeadingError) return;
        const status = statusOf(error);
        measured.failed(status === 409 ? 'conflict' : 'error');
        if (status !== 409) logger.warn(`${name}: ${error instanceof Error ? error.message : String(error)}`, { key });
      },
    },
  });
  measured.depth(() => queue.depth);
  return queue;
}
