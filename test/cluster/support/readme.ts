import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';

/** A command of a document, and what it is said to print. */
export interface Step {
  readonly command: string;
  /** Line by line; "..." stands for any number of lines, or within a line for any text. */
  readonly prints: readonly string[];
}

/** What a part of README.md shows. */
export interface Shown {
  /** In their order, of all blocks marked `console`. */
  readonly steps: readonly Step[];
  /** YAML blocks whose first line names a file, by that name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads the part below "## `heading`". */
export function shownIn(heading: string): Shown {
  const part = readFileSync(join(CHECKOUT, 'README.md'), 'utf8').split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`README.md has no part "${heading}"`);
  const blocks = [...part.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({ kind, text }));
  const named = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => [/^# (\S+)\n/.exec(text)?.[1] ?? '', text] as const);
  return { steps: blocks.filter(({ kind }) => kind === 'console').flatMap(({ text }) => stepsOf(text)), files: new Map(named) };
}

function stepsOf(console: string): readonly Step[] {
  const parts = console.replaceAll('\\\n', '').split(/^\$ /m).slice(1);
  return parts.map((part) => {
    const [command = '', ...prints] = part.trimEnd().split('\n');
    return { command, prints };
  });
}

/** Whether a command printed what is shown, but for what is another each time: ages, times, hashes in names, long numbers. */
export function looksLike(printed: string, prints: readonly string[]): boolean {
  const lines = prints.map((line) => (line === '...' ? '(?:.*\n)*?' : `${shapeOf(line).split('...').map(escapeRegExp).join('.*')}\n`));
  const text = printed.split('\n').filter((line) => line.trim() !== '').map((line) => `${shapeOf(line)}\n`).join('');
  return new RegExp(`^${lines.join('')}$`).test(text);
}

const ANOTHER_EACH_TIME: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>'],
  [/-[a-z0-9]{8,10}-[a-z0-9]{5}(-[0-9a-f]{8})?\b/g, '-<pod>'],
  [/(^| )(\d+[smh]){1,2}(?= |$)/g, '$1<age>'],
  [/\b\d{4,}\b/g, '<number>'],
  [/ +/g, ' '],
];

function shapeOf(line: string): string {
  return ANOTHER_EACH_TIME.reduce((text, [pattern, word]) => text.replace(pattern, word), line).trim();
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
