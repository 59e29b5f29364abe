import { printable } from './printable';
import { fieldName } from './schema';
import type { FieldPath } from './schema';

/** One mistake in what a person wrote. */
export interface Diagnostic {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** `spec.rules[0].process.origin[1]`; empty: the document as a whole. */
  readonly field: string;
  /** What was found, and what is wrong with it. */
  readonly message: string;
  /** What is allowed, or the nearest valid word. */
  readonly hint?: string;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a document was read from. */
export interface Source {
  readonly file: string;
  /** The place of the value at `path`, or of the nearest value that encloses it. */
  locate(path: FieldPath): Position;
  /** The place of the name of the field at `path`; that of its value where it has no name of its own. */
  locateName(path: FieldPath): Position;
}

/** A mistake before its place is known. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
  readonly hint?: string;
  /** The field's name is wrong, not its value. */
  readonly atName?: boolean;
}

export function diagnosticOf(source: Source, fault: Fault): Diagnostic {
  const { line, column } = fault.atName === true ? source.locateName(fault.path) : source.locate(fault.path);
  const hint = fault.hint === undefined ? {} : { hint: fault.hint };
  return { file: source.file, line, column, field: fieldName(fault.path), message: fault.message, ...hint };
}

/** One line: `file:line:column: field: message (hint)`. Nothing from the file reaches a terminal unescaped. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, field, message, hint } = diagnostic;
  const place = field === '' ? '' : `${field}: `;
  return printable(`${file}:${line}:${column}: ${place}${message}${hint === undefined ? '' : ` (${hint})`}`);
}

const MAX_QUOTED = 60;

/** A value as messages show it: quoted, and cut when long. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
