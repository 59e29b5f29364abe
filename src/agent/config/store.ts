import { createHash } from 'node:crypto';
import type { Folder, PolicyFile } from './folder';

/** What parsing and checking one file gave; any problem makes the whole file not count. */
export interface ParsedFile<Policy> {
  readonly policies: readonly Policy[];
  /** Ready to be shown: file, line, column, field, what is wrong. */
  readonly problems: readonly string[];
}

export interface StoreState<Policy> {
  readonly policies: readonly Policy[];
  /** Hash of the texts in force; equal hashes are equal policies. */
  readonly hash: string;
  /** Every file that is not in force as written, and why. */
  readonly problems: readonly string[];
}

interface Kept<Policy> {
  /** Hash of the last text seen, good or not. */
  readonly seen: string;
  readonly problems: readonly string[];
  /** The last version without problems. */
  readonly good: { readonly hash: string; readonly policies: readonly Policy[] } | undefined;
}

/**
 * The policies of a folder, file by file. A file that becomes broken keeps its last good version in force; a deleted
 * file takes its policies with it; an unreadable folder changes nothing.
 */
export class PolicyStore<Policy> {
  private kept = new Map<string, Kept<Policy>>();
  private folderProblem: string | undefined;

  constructor(private readonly parse: (path: string, text: string) => ParsedFile<Policy>) {}

  /** Takes over what is on disk now. */
  update(folder: Folder): StoreState<Policy> {
    this.folderProblem = folder.ok ? undefined : folder.problem;
    if (folder.ok) this.kept = new Map(folder.files.map((file) => [file.path, this.keep(file)]));
    return this.state();
  }

  state(): StoreState<Policy> {
    const files = [...this.kept.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kept]) => kept);
    const good = files.flatMap((kept) => (kept.good === undefined ? [] : [kept.good]));
    return {
      policies: good.flatMap((version) => version.policies),
      hash: hashOf(good.map((version) => version.hash).join('\n')),
      problems: [...(this.folderProblem === undefined ? [] : [this.folderProblem]), ...files.flatMap((kept) => kept.problems)],
    };
  }

  private keep(file: PolicyFile): Kept<Policy> {
    const before = this.kept.get(file.path);
    if (file.text === undefined) return { seen: '', problems: [`${file.path}: ${file.problem ?? 'cannot be read'}`], good: before?.good };
    const seen = hashOf(file.text);
    if (before?.seen === seen) return before;
    const parsed = this.parse(file.path, file.text);
    if (parsed.problems.length > 0) return { seen, problems: parsed.problems, good: before?.good };
    return { seen, problems: [], good: { hash: seen, policies: parsed.policies } };
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
