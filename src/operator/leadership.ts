import { backoffMs, sleep } from '../kube/pace';
import { Alerts } from './controllers/alerts';
import { Containments } from './controllers/containments';
import { Nodes } from './controllers/nodes';
import { Permits } from './controllers/permits';
import { Publisher } from './controllers/publisher';
import { RollUp } from './controllers/roll-up';
import { Statuses } from './controllers/statuses';
import { COUNTERS } from './options';
import type { Controller, Parts } from './parts';
import { Compiler } from './plans/compiler';
import type { Heartbeats } from './state/heartbeats';
import { Counters } from './write/counters';
import { NodeSpecs } from './write/node-specs';

export interface LeadershipOptions {
  readonly parts: Omit<Parts, 'counters'>;
  readonly heartbeats: Heartbeats;
  /** Resolves when all copies are there. */
  readonly synced: Promise<void>;
}

const PACE = { first: 500, most: 10_000 };
/** What a node says that it has applied counts up to here: none can use the numbers up. */
const MOST_BELIEVED = 2 ** 40;

/** Runs the controllers while this replica leads. What one leadership has begun has ended before the next one begins. */
export class Leadership {
  private controllers: readonly Controller[] = [];
  private over = new AbortController();
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly options: LeadershipOptions) {}

  begin(): void {
    const over = new AbortController();
    this.over = over;
    this.turn = this.turn.then(() => this.run(over.signal));
  }

  /** Nothing more is begun; what was under way is fenced by who asks whether it leads. */
  end(): void {
    this.over.abort();
    this.turn = this.turn.then(() => this.stop());
  }

  /** Resolves when nothing is under way. */
  async ended(): Promise<void> {
    await this.turn;
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { parts, synced } = this.options;
    await Promise.race([synced, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    const counters = await this.counters(signal);
    if (counters === undefined || signal.aborted) return;
    parts.logger.info('leading', { term: counters.term });
    this.controllers = controllersOf({ ...parts, counters }, this.options.heartbeats);
    for (const controller of this.controllers) controller.start();
  }

  /** Undefined: the leadership was over before it began. */
  private async counters(signal: AbortSignal): Promise<Counters | undefined> {
    const { clock, logger, writer, namespace } = this.options.parts;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        return await Counters.begin({ writer, namespace, name: COUNTERS, atLeast: this.highest() });
      } catch (error) {
        logger.warn('cannot begin to lead', { problem: error instanceof Error ? error.message : String(error) });
        await sleep(clock, backoffMs(PACE, failures), signal);
      }
    }
    return undefined;
  }

  /** The highest numbers in objects, should the ConfigMap have been lost. */
  private highest(): { readonly term: number; readonly revision: number } {
    const { caches } = this.options.parts;
    const nodes = [...caches.all('securitynodes')];
    const applied = nodes.map(({ report }) => report?.appliedRevision ?? 0).filter((revision) => revision <= MOST_BELIEVED);
    return {
      term: highestOf(nodes.map(({ spec }) => spec?.permitTerm)),
      revision: Math.max(highestOf([...caches.all('agentconfigs')].map(({ spec }) => spec?.revision)), highestOf(applied)),
    };
  }

  private async stop(): Promise<void> {
    const controllers = [...this.controllers].reverse();
    this.controllers = [];
    await Promise.all(controllers.map((controller) => controller.stop()));
    if (controllers.length > 0) this.options.parts.logger.info('leads no more');
  }
}

function highestOf(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((most, number = 0) => Math.max(most, number), 0);
}

/** All controllers, in the order in which they start. */
function controllersOf(parts: Parts, heartbeats: Heartbeats): readonly Controller[] {
  const compiler = new Compiler();
  const look = (policy: string): void => void statuses.queue.add(policy);
  const specs = new NodeSpecs(parts.caches, parts.writer);
  const publisher = new Publisher({ parts, compiler, onLooked: look });
  const rollUp = new RollUp({ parts, compiler, publisher, heartbeats, onChanged: look });
  const statuses: Statuses = new Statuses({ parts, compiler, publisher, totalsOf: (policy) => rollUp.totalsOf(policy) });
  return [specs, publisher, statuses, rollUp, new Nodes(parts, specs), new Permits({ parts, specs, compiler, heartbeats }), new Alerts(parts), new Containments(parts)];
}
