import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { FieldPath } from './schema';

/** A value deeper than this is refused; the deepest field of a policy lies 9 deep. */
export const MAX_DEPTH = 32;
/** Values in one document, those that aliases repeat included. */
const MAX_VALUES = 20_000;

/** A mistake at a place in the text. */
export class TextFault extends Error {
  constructor(
    message: string,
    /** In UTF-16 units from the start of the text. */
    readonly offset: number,
  ) {
    super(message);
  }
}

export interface Offsets {
  readonly value: number;
  readonly name?: number;
}

/** A document as plain data, with the place of every value in the text. */
export interface LocatedValue {
  readonly value: unknown;
  /** By `pathKey`. */
  readonly offsets: ReadonlyMap<string, Offsets>;
}

export function pathKey(path: FieldPath): string {
  return JSON.stringify(path);
}

interface Walk {
  readonly document: Document;
  readonly offsets: Map<string, Offsets>;
  values: number;
}

/**
 * Turns a parsed document into plain data. Maps have no prototype.
 * @throws {TextFault} on names that are no text, and beyond MAX_DEPTH or MAX_VALUES (cyclic or multiplying aliases)
 */
export function locatedValue(document: Document.Parsed): LocatedValue {
  const walk: Walk = { document, offsets: new Map(), values: 0 };
  const value = valueOf(walk, document.contents, { path: [] });
  return { value, offsets: walk.offsets };
}

interface Place {
  readonly path: FieldPath;
  readonly name?: number;
}

function valueOf(walk: Walk, node: ParsedNode | Node | null, place: Place): unknown {
  const offset = offsetOf(node) ?? place.name ?? 0;
  walk.values += 1;
  if (walk.values > MAX_VALUES) throw new TextFault(`More than ${MAX_VALUES} values, those repeated by aliases included`, offset);
  if (place.path.length > MAX_DEPTH) throw new TextFault(`Nested deeper than ${MAX_DEPTH} levels`, offset);
  walk.offsets.set(pathKey(place.path), { value: offset, ...(place.name === undefined ? {} : { name: place.name }) });
  const resolved = isAlias(node) ? node.resolve(walk.document) : node;
  if (isMap(resolved)) return mapOf(walk, resolved, place.path);
  if (isSeq(resolved)) return listOf(walk, resolved, place.path);
  return isScalar(resolved) ? resolved.value : null;
}

function mapOf(walk: Walk, node: YAMLMap, path: FieldPath): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const name = nameOf(pair.key);
    result[name] = valueOf(walk, pair.value, { path: [...path, name], name: offsetOf(pair.key) ?? 0 });
  }
  return result;
}

function listOf(walk: Walk, node: YAMLSeq, path: FieldPath): unknown[] {
  return (node.items as (Node | null)[]).map((item, index) => valueOf(walk, item, { path: [...path, index] }));
}

function nameOf(key: Node | null): string {
  if (!isScalar(key) || key.value === null) throw new TextFault('The name of a field must be a word', offsetOf(key) ?? 0);
  return typeof key.value === 'string' ? key.value : sourceOf(key);
}

/** `yes: 1` and `1: x` are names too. */
function sourceOf(key: Scalar): string {
  return key.source ?? String(key.value);
}

function offsetOf(node: ParsedNode | Node | null): number | undefined {
  return node?.range?.[0];
}
