import { Lexer, LineCounter, Parser, parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
import type { Diagnostic, Position, Source } from './diagnostic';
import type { FieldPath } from './schema';
import { MAX_DEPTH, TextFault, locatedValue, pathKey } from './yaml-value';
import type { Offsets } from './yaml-value';

/** Files larger than this are refused unread. */
export const MAX_FILE_BYTES = 256 * 1024;
/** Documents in one file. */
const MAX_DOCUMENTS = 256;

/** One document of a YAML file as plain data. */
export interface YamlDocument {
  readonly value: unknown;
  readonly source: Source;
}

export interface ReadResult {
  readonly documents: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every document of a YAML file that is not empty, within limits of size, depth and number. Of each broken document the first mistake is told. */
export function readDocuments(file: string, text: string): ReadResult {
  const lines = new LineCounter();
  try {
    requireSmall(text);
    requireShallow(text, lines);
    const parsed = parseAllDocuments(text, { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: true, version: '1.2' });
    if (parsed.length > MAX_DOCUMENTS) throw new TextFault(`More than ${MAX_DOCUMENTS} documents in one file`, 0);
    return collected([...parsed].map((document) => readDocument(document, file, lines)));
  } catch (error) {
    return { documents: [], diagnostics: [diagnosticAt(error, file, lines)] };
  }
}

function requireSmall(text: string): void {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_FILE_BYTES) throw new TextFault(`The file has ${bytes} bytes, at most ${MAX_FILE_BYTES} are allowed`, 0);
}

/** The library composes nested collections by recursion, so depth is measured on its flat stream of tokens first. */
function requireShallow(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    exhaust(parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH + 1) throw new TextFault(`Nested deeper than ${MAX_DEPTH} levels`, parser.offset - lexeme.length);
  }
}

function exhaust(tokens: Iterator<unknown>): void {
  while (tokens.next().done !== true);
}

type Outcome = YamlDocument | Diagnostic;

function collected(outcomes: readonly Outcome[]): ReadResult {
  return {
    documents: outcomes.filter((outcome) => 'source' in outcome).filter(({ value }) => value !== null),
    diagnostics: outcomes.filter((outcome): outcome is Diagnostic => !('source' in outcome)),
  };
}

function readDocument(document: Document.Parsed, file: string, lines: LineCounter): Outcome {
  const [mistake] = [...document.errors, ...document.warnings];
  try {
    if (mistake !== undefined) throw new TextFault(`Not valid YAML: ${firstLine(mistake.message)}`, mistake.pos[0]);
    const { value, offsets } = locatedValue(document);
    return { value, source: sourceOf(file, offsets, lines) };
  } catch (error) {
    return diagnosticAt(error, file, lines);
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

function diagnosticAt(error: unknown, file: string, lines: LineCounter): Diagnostic {
  if (!(error instanceof TextFault)) throw error;
  return { file, ...positionAt(lines, error.offset), field: '', message: error.message };
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function sourceOf(file: string, offsets: ReadonlyMap<string, Offsets>, lines: LineCounter): Source {
  const find = (path: FieldPath): Offsets => {
    for (let length = path.length; length > 0; length--) {
      const found = offsets.get(pathKey(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return offsets.get(pathKey([])) ?? { value: 0 };
  };
  return {
    file,
    locate: (path) => positionAt(lines, find(path).value),
    locateName: (path) => positionAt(lines, find(path).name ?? find(path).value),
  };
}
