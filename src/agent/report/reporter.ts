import type { Finding } from '../../contract/finding';
import { readableLine } from './readable';
import type { LineSink } from '../../sink';

export type OutputFormat = 'text' | 'json';

export interface ReporterOptions {
  readonly format: OutputFormat;
  readonly colour: boolean;
  readonly sink: LineSink;
}

/** Writes findings: one readable line, or one JSON object per line. Never blocks. */
export class Reporter {
  constructor(private readonly options: ReporterOptions) {}

  report(finding: Finding): void {
    const { format, colour, sink } = this.options;
    sink.line(format === 'json' ? JSON.stringify(finding) : readableLine(finding, colour));
  }

  /** Lines lost because nobody read them in time. */
  get dropped(): number {
    return this.options.sink.dropped;
  }

  flush(milliseconds: number): Promise<void> {
    return this.options.sink.flush(milliseconds);
  }
}
