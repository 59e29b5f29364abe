import { write } from 'node:fs';
import type { Clock } from './clock';

export interface LineSink {
  /** Queues one line (without its newline). Never blocks; false: dropped and counted, the reader is too slow. */
  line(text: string): boolean;
  readonly dropped: number;
  /** Resolves when all is written, or after `milliseconds`. */
  flush(milliseconds: number): Promise<void>;
}

/** A reader that stalls this much behind loses lines. */
const MAX_QUEUED_BYTES = 8 << 20;
/** Lines written by one call. */
const MAX_BATCH = 512;
const AGAIN_MS = 5;

/**
 * Writes lines to a descriptor from Node's worker threads: a full pipe or a stopped terminal holds up one of them,
 * never the event loop (Node's own process.stdout writes to pipes, files and terminals synchronously).
 */
export class DescriptorSink implements LineSink {
  private queue: string[] = [];
  private queuedBytes = 0;
  private busy = false;
  private broken = false;
  private readonly idle: (() => void)[] = [];
  private droppedLines = 0;

  constructor(
    private readonly descriptor: number,
    private readonly clock: Clock,
  ) {}

  get dropped(): number {
    return this.droppedLines;
  }

  line(text: string): boolean {
    const size = text.length + 1;
    if (this.broken || this.queuedBytes + size > MAX_QUEUED_BYTES) {
      this.droppedLines += 1;
      return false;
    }
    this.queue.push(text);
    this.queuedBytes += size;
    if (!this.busy) this.pump();
    return true;
  }

  flush(milliseconds: number): Promise<void> {
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = this.clock.after(milliseconds, resolve);
      this.idle.push(() => {
        timer.cancel();
        resolve();
      });
    });
  }

  private pump(): void {
    const lines = this.queue.splice(0, MAX_BATCH);
    this.busy = lines.length > 0;
    if (!this.busy) {
      this.idle.splice(0).forEach((done) => done());
      return;
    }
    for (const text of lines) this.queuedBytes -= text.length + 1;
    this.put(Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
  }

  private put(bytes: Buffer): void {
    write(this.descriptor, bytes, 0, bytes.length, null, (error, written) => {
      if (error?.code === 'EAGAIN') {
        this.clock.after(AGAIN_MS, () => this.put(bytes));
        return;
      }
      if (error !== null) {
        // The reader is gone (EPIPE): nobody will read again, and the rest of the process goes on.
        this.broken = true;
        this.droppedLines += this.queue.length + 1;
        this.queue = [];
        this.queuedBytes = 0;
        return this.pump();
      }
      if (written < bytes.length) return this.put(bytes.subarray(written));
      this.pump();
    });
  }
}
