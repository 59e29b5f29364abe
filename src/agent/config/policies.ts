import type { Clock } from '../../clock';
import { readFolder } from './folder';
import { PolicyStore, type ParsedFile, type StoreState } from './store';
import { FolderWatcher } from './watcher';

export interface PoliciesOptions<Policy> {
  readonly directory: string;
  readonly clock: Clock;
  readonly parse: (path: string, text: string) => ParsedFile<Policy>;
  /** What is in force or what is broken changed. Never called for the state that `start` returned. */
  readonly onChange: (state: StoreState<Policy>) => void;
}

/** The policies of a watched folder. */
export class Policies<Policy> {
  private readonly store: PolicyStore<Policy>;
  private watcher: FolderWatcher | undefined;
  private last: string | undefined;

  constructor(private readonly options: PoliciesOptions<Policy>) {
    this.store = new PolicyStore(options.parse);
  }

  /** Reads the folder now, and watches it from now on. */
  start(): StoreState<Policy> {
    // Watched first: what changes between the two is seen twice rather than never.
    this.watcher = new FolderWatcher({ directory: this.options.directory, clock: this.options.clock, onChange: () => this.look() });
    const state = this.store.update(readFolder(this.options.directory));
    this.last = fingerprint(state);
    return state;
  }

  close(): void {
    this.watcher?.close();
  }

  private look(): void {
    const state = this.store.update(readFolder(this.options.directory));
    const print = fingerprint(state);
    if (print === this.last) return;
    this.last = print;
    this.options.onChange(state);
  }
}

function fingerprint(state: StoreState<unknown>): string {
  return [state.hash, ...state.problems].join('\n');
}
