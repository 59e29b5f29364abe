import type { Clock } from '../clock';
import type { Answer, Enricher } from './enrich/enricher';
import type { Container } from './identity/containers';
import type { CgroupId } from './kernel/sensor';

export interface QuestionsOptions {
  /** Undefined: nobody can be asked. */
  readonly enricher: Enricher | undefined;
  readonly clock: Clock;
  /** Undefined: containerd does not know it, or did not answer. */
  readonly onAnswer: (cgroup: CgroupId, answer: Answer | undefined) => void;
}

/** As long as the kernel holds a first program. */
const ANSWERS_MS = 2000;

/** Asks containerd for what the bundles of containers do not tell. */
export class Questions {
  constructor(private readonly options: QuestionsOptions) {}

  /** False: there is nothing to ask, or nobody; else `onAnswer`, then `done`, are called later. */
  ask({ facts, cgroup }: Container, done?: () => void): boolean {
    const { enricher, onAnswer } = this.options;
    if (enricher === undefined || facts.containerdNamespace === undefined) return false;
    if (facts.image !== undefined && facts.sandboxId === undefined) return false;
    return enricher.ask({ id: facts.id, namespace: facts.containerdNamespace, sandboxId: facts.sandboxId }, (answer) => {
      onAnswer(cgroup.id, answer);
      done?.();
    });
  }

  /** Resolves when all are answered, or after two seconds. */
  async askAll(containers: readonly Container[]): Promise<void> {
    await new Promise<void>((resolve) => {
      let due = containers.length;
      const timer = this.options.clock.after(ANSWERS_MS, resolve);
      const done = (): void => {
        due -= 1;
        if (due > 0) return;
        timer.cancel();
        resolve();
      };
      if (due === 0) done();
      for (const container of containers) if (!this.ask(container, done)) done();
    });
  }
}
