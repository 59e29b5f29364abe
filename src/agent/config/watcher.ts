import { watch, type FSWatcher } from 'node:fs';
import type { Clock, Timer } from '../../clock';

export interface WatcherOptions {
  readonly directory: string;
  readonly clock: Clock;
  /** Something may have changed; called on the JS thread, never more often than the debounce allows. */
  readonly onChange: () => void;
}

/** An editor writes a file in several steps; a ConfigMap swaps a link. */
const DEBOUNCE_MS = 50;
/** For what inotify does not tell: network file systems, targets of links, a folder that is made anew. */
const RESCAN_MS = 5000;

/** Tells when a folder may have changed: by inotify, and by looking again every few seconds. */
export class FolderWatcher {
  private watcher: FSWatcher | undefined;
  private readonly rescan: Timer;
  private pending: Timer | undefined;

  constructor(private readonly options: WatcherOptions) {
    this.open();
    this.rescan = options.clock.every(RESCAN_MS, () => {
      this.open();
      this.soon();
    });
  }

  close(): void {
    this.rescan.cancel();
    this.pending?.cancel();
    this.watcher?.close();
    this.watcher = undefined;
  }

  private open(): void {
    this.watcher?.close();
    try {
      this.watcher = watch(this.options.directory, { persistent: false }, () => this.soon());
      this.watcher.on('error', () => this.watcher?.close());
    } catch {
      this.watcher = undefined; // not there: the next look may find it
    }
  }

  private soon(): void {
    this.pending ??= this.options.clock.after(DEBOUNCE_MS, () => {
      this.pending = undefined;
      this.options.onChange();
    });
  }
}
