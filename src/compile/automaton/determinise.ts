import { OTHER, PatternTrie, answersOf } from './pattern-trie';
import type { TrieNode } from './pattern-trie';
import type { GlobToken } from '../glob';

const SLASH = 0x2f;

/** A state and where it goes. Bytes without an entry in `moves` go to `fallback`. */
export interface State {
  /** Rising by byte; none of them leads to `fallback`. */
  readonly moves: readonly (readonly [byte: number, target: number])[];
  readonly fallback: number;
  /** Answers of the patterns that a path ending here satisfies, rising. */
  readonly answers: readonly number[];
}

/** A pattern, and what is to be known of paths that satisfy it: patterns with one answer need not be told apart. */
export interface Pattern {
  readonly tokens: readonly GlobToken[];
  readonly answer: number;
}

export interface Bounds {
  readonly states: number;
  /** Nodes visited in all: bounds the time for patterns that live together in large sets. */
  readonly work: number;
}

interface Construction {
  readonly trie: PatternTrie;
  readonly ids: Map<string, number>;
  readonly queue: (readonly TrieNode[])[];
  work: number;
}

/** All patterns, each different, as one automaton, state 0 first; undefined when it would be larger than the bounds. */
export function determinise(patterns: readonly Pattern[], bounds: Bounds): readonly State[] | undefined {
  const trie = new PatternTrie();
  for (const { tokens, answer } of patterns) trie.add(tokens, answer);
  const construction: Construction = { trie, ids: new Map(), queue: [], work: 0 };
  idOf(construction, trie.start());
  idOf(construction, []);
  const states: State[] = [];
  for (const live of construction.queue) {
    if (construction.queue.length > bounds.states || construction.work > bounds.work) return undefined;
    states.push(stateOf(construction, live));
  }
  return states;
}

function stateOf(construction: Construction, live: readonly TrieNode[]): State {
  const fallback = target(construction, live, OTHER);
  const moves: (readonly [number, number])[] = [];
  for (const byte of namedBytes(live)) {
    const next = target(construction, live, byte);
    if (next !== fallback) moves.push([byte, next]);
  }
  return { moves, fallback, answers: answersOf(live) };
}

/** Bytes that may lead elsewhere than OTHER does: those that patterns name here, and the slash. */
function namedBytes(live: readonly TrieNode[]): readonly number[] {
  if (live.length === 1 && live[0]?.loop === 'none' && live[0].one === undefined) return bytesOf(live[0]);
  const bytes = [SLASH];
  for (const node of live) for (const byte of node.literals.keys()) if (!bytes.includes(byte)) bytes.push(byte);
  return bytes.length === 1 ? bytes : bytes.sort((left, right) => left - right);
}

/** Where nothing loops and no `one` waits, a slash is like any byte. */
function bytesOf({ literals }: TrieNode): readonly number[] {
  return literals.size < 2 ? [...literals.keys()] : [...literals.keys()].sort((left, right) => left - right);
}

function target(construction: Construction, live: readonly TrieNode[], byte: number): number {
  const next = construction.trie.step(live, byte);
  construction.work += 1 + live.length + next.length;
  return idOf(construction, next);
}

function idOf(construction: Construction, live: readonly TrieNode[]): number {
  let key = '';
  for (const node of live) key += `${node.id},`;
  const known = construction.ids.get(key);
  if (known !== undefined) return known;
  const id = construction.queue.length;
  construction.ids.set(key, id);
  construction.queue.push(live);
  return id;
}
