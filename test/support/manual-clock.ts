import type { Clock, Timer } from '../../src/clock';

interface Due {
  readonly at: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

/** A clock that stands still until the test moves it. */
export class ManualClock implements Clock {
  private now = 0;
  private readonly due = new Set<Due>();

  /** Lets time pass; what falls due runs in order. */
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      this.now = next.at;
      this.due.delete(next);
      if (next.every !== undefined) this.due.add({ ...next, at: next.at + next.every });
      next.run();
    }
    this.now = end;
  }

  /** Timers that have not run and were not cancelled. */
  get pending(): number {
    return this.due.size;
  }

  bootNs(): bigint {
    return BigInt(Math.floor(this.now * 1e6));
  }

  epochNs(): bigint {
    return 1_700_000_000_000_000_000n;
  }

  after(milliseconds: number, run: () => void): Timer {
    return this.add({ at: this.now + milliseconds, every: undefined, run });
  }

  every(milliseconds: number, run: () => void): Timer {
    return this.add({ at: this.now + milliseconds, every: milliseconds, run });
  }

  private add(due: Due): Timer {
    this.due.add(due);
    return {
      cancel: () => {
        for (const other of this.due) if (other.run === due.run) this.due.delete(other);
      },
    };
  }

  private next(end: number): Due | undefined {
    return [...this.due].filter((due) => due.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
