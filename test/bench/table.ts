import { outcomes, summarise, type Figure, type Outcome } from './figure';

/** Figures that belong together. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

const HEADINGS = ['figure', 'target', 'met', 'min', 'median', 'p99', 'max', 'spread', 'n'] as const;

/** One section as text for a terminal, columns aligned. */
export function printed({ title, figures }: Section): string {
  const rows = figures.map(cells);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd();
  const notes = figures.flatMap(({ name, note }) => (note === undefined ? [] : [`  ${name}: ${note}`]));
  return [title, line(HEADINGS), ...rows.map(line), ...notes, ''].join('\n');
}

/** The same as Markdown. */
export function markdown({ title, figures }: Section): string {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rows = figures.map((figure) => line(cells(figure).map((cell, column) => (column === 2 && cell.includes('missed') ? `**${cell}**` : cell))));
  const notes = figures.flatMap(({ name, note }) => (note === undefined ? [] : [`- ${name}: ${note}`]));
  return [`## ${title}`, '', line(HEADINGS), line(HEADINGS.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows, '', ...notes, ...(notes.length > 0 ? [''] : [])].join('\n');
}

function cells(figure: Figure): readonly string[] {
  const { min, median, p99, max, spread, count } = summarise(figure);
  const results = outcomes(figure);
  const unit = figure.unit === '' || figure.unit === '×' ? figure.unit : ` ${figure.unit}`;
  return [
    figure.name,
    results.map((outcome) => targetOf(outcome, unit)).join(', ') || '–',
    results.map(({ met }) => (met ? 'met' : 'missed')).join(', ') || '–',
    ...[min, median, p99, max].map((value) => `${rounded(value, unit)}${unit}`),
    figure.rounds.length > 1 ? `${Math.round(spread * 100)} %` : '–',
    String(count),
  ];
}

function targetOf({ target: { of, limit, atLeast } }: Outcome, unit: string): string {
  return `${of} ${atLeast === true ? '≥' : '≤'} ${rounded(limit, unit)}${unit}`;
}

/** Three digits, ratios one more; whole numbers whole. */
function rounded(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '?';
  if (unit === '×') return value.toFixed(3);
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}
