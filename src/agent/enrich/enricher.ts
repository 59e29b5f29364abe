import type { ContainerdApi, ContainerdRecord } from './containerd';

/** What is asked about a container. */
export interface Question {
  readonly id: string;
  readonly namespace: string;
  readonly sandboxId: string | undefined;
}

/** What containerd added. */
export interface Answer {
  readonly image: string | undefined;
  readonly podLabels: Readonly<Record<string, string>> | undefined;
}

export interface EnricherOptions {
  readonly api: ContainerdApi;
  readonly onUnavailable: (reason: string) => void;
}

/** Questions that wait at once; more are dropped and counted, binding does not wait for any of them. */
const MAX_WAITING = 512;
const MAX_AT_ONCE = 8;
const MAX_LABELS = 256;
const MAX_LABEL_BYTES = 512;

/** Asks containerd what the bundle does not tell. Its answers come when they can. */
export class Enricher {
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private dropped = 0;
  private saidUnavailable = false;
  private closed = false;

  constructor(private readonly options: EnricherOptions) {}

  /**
   * Calls `done` once, later, unless closed before; with undefined when containerd does not know or does not answer.
   * False: too many questions wait, this one is dropped.
   */
  ask(question: Question, done: (answer: Answer | undefined) => void): boolean {
    if (this.waiting.length >= MAX_WAITING) {
      this.dropped += 1;
      return false;
    }
    this.waiting.push(() => {
      this.running += 1;
      void this.answer(question).then((answer) => {
        this.running -= 1;
        if (!this.closed) done(answer);
        this.next();
      });
    });
    this.next();
    return true;
  }

  get droppedQuestions(): number {
    return this.dropped;
  }

  close(): void {
    this.closed = true;
    this.waiting.length = 0;
    this.options.api.close();
  }

  private next(): void {
    if (this.running < MAX_AT_ONCE) this.waiting.shift()?.();
  }

  private async answer(question: Question): Promise<Answer | undefined> {
    try {
      const { api } = this.options;
      const own = await api.get(question.namespace, question.id);
      const sandbox = question.sandboxId === undefined || question.sandboxId === question.id ? own : await api.get(question.namespace, question.sandboxId);
      this.saidUnavailable = false;
      if (own === undefined) return undefined;
      return { image: own.image === '' ? undefined : own.image, podLabels: question.sandboxId === undefined ? undefined : labelsOf(sandbox) };
    } catch (error) {
      if (!this.saidUnavailable) this.options.onUnavailable(error instanceof Error ? error.message : String(error));
      this.saidUnavailable = true;
      return undefined;
    }
  }
}

function labelsOf(record: ContainerdRecord | undefined): Readonly<Record<string, string>> | undefined {
  if (record === undefined) return undefined;
  const entries = Object.entries(record.labels).filter(([key, value]) => key.length + value.length <= MAX_LABEL_BYTES);
  return Object.fromEntries(entries.slice(0, MAX_LABELS));
}
