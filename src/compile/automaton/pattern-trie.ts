import type { GlobToken } from '../glob';

const SLASH = 0x2f;
/** A byte that no pattern names, and that is no slash. */
export const OTHER = -1;

/** Beginning of one or more patterns. Patterns share their beginnings, so that live sets stay small. */
export interface TrieNode {
  readonly id: number;
  /** What keeps it live: nothing, any byte but a slash (a `star` or `rest`), or any byte (a `gap` or `tail`). */
  readonly loop: 'none' | 'segment' | 'all';
  /** Answers of the patterns that end here. */
  readonly ends: number[];
  readonly literals: Map<number, TrieNode>;
  one?: TrieNode;
  star?: TrieNode;
  gap?: TrieNode;
  rest?: TrieNode;
  tail?: TrieNode;
  /** Of a gap: what follows its last slash, or no byte at all. */
  after?: TrieNode;
  /** What is live with it without a byte, rising by id; filled when first entered. */
  closure?: readonly TrieNode[];
  /** The step in which it was last entered. */
  entered: number;
}

/** All patterns as one tree of steps, walked as a set of live nodes. */
export class PatternTrie {
  readonly nodes: TrieNode[] = [];
  private readonly root = this.node('none');
  /** By how they loop and what they answer: patterns that say the same of all that follows need not be told apart. */
  private readonly lasts = new Map<string, TrieNode>();
  private steps = 0;

  /** Adds a pattern that was not added before; `answer` is given back by `answersOf`. Before the first step only. */
  add(tokens: readonly GlobToken[], answer: number): void {
    let node = this.root;
    for (const token of tokens) {
      if (token === 'rest') node = node.rest = this.last('segment', answer);
      else if (token === 'tail') node = node.tail = this.last('all', answer);
      else node = this.follow(node, token);
    }
    if (!node.ends.includes(answer)) node.ends.push(answer);
  }

  /** Live nodes before the first byte, rising by id. */
  start(): readonly TrieNode[] {
    return closureOf(this.root);
  }

  /** Live nodes after `byte` (or OTHER), rising by id. */
  step(live: readonly TrieNode[], byte: number): readonly TrieNode[] {
    const next: TrieNode[] = [];
    this.steps += 1;
    for (const node of live) this.stepNode(node, byte, next);
    return next.length < 2 ? next : next.sort((left, right) => left.id - right.id);
  }

  private stepNode(node: TrieNode, byte: number, next: TrieNode[]): void {
    this.enterAll(node.literals.get(byte), next);
    this.enterAll(node.tail, next);
    if (node.loop === 'all' || (node.loop === 'segment' && byte !== SLASH)) this.enter(node, next);
    this.enterAll(byte === SLASH ? node.after : node.one, next);
  }

  private enterAll(node: TrieNode | undefined, next: TrieNode[]): void {
    if (node === undefined) return;
    for (const reached of node.closure ?? closureOf(node)) this.enter(reached, next);
  }

  private enter(node: TrieNode, next: TrieNode[]): void {
    if (node.entered === this.steps) return;
    node.entered = this.steps;
    next.push(node);
  }

  private follow(node: TrieNode, token: Exclude<GlobToken, 'rest' | 'tail'>): TrieNode {
    switch (token) {
      case 'one':
        return (node.one ??= this.node('none'));
      case 'star':
        return (node.star ??= this.node('segment'));
      case 'gap':
        return this.pastGap((node.gap ??= this.node('all')));
      default:
        return this.pastLiteral(node, token);
    }
  }

  private last(loop: TrieNode['loop'], answer: number): TrieNode {
    const key = `${loop} ${answer}`;
    const node = this.lasts.get(key) ?? this.node(loop);
    this.lasts.set(key, node);
    return node;
  }

  private pastGap(gap: TrieNode): TrieNode {
    return (gap.after ??= this.node('none'));
  }

  private pastLiteral(node: TrieNode, byte: number): TrieNode {
    const next = node.literals.get(byte) ?? this.node('none');
    node.literals.set(byte, next);
    return next;
  }

  private node(loop: TrieNode['loop']): TrieNode {
    const node: TrieNode = { id: this.nodes.length, loop, ends: [], literals: new Map(), entered: 0 };
    this.nodes.push(node);
    return node;
  }
}

function closureOf(node: TrieNode): readonly TrieNode[] {
  if (node.star === undefined && node.gap === undefined && node.rest === undefined) return (node.closure = [node]);
  const reached = new Set([node]);
  for (const at of reached) for (const free of [at.star, at.gap, at.after, at.rest]) if (free !== undefined) reached.add(free);
  return (node.closure = [...reached].sort((left, right) => left.id - right.id));
}

/** Answers of the patterns that the bytes taken so far satisfy, rising and without duplicates. */
export function answersOf(live: readonly TrieNode[]): readonly number[] {
  const ends: number[] = [];
  for (const node of live) for (const end of node.ends) ends.push(end);
  return ends.length < 2 ? ends : [...new Set(ends)].sort((left, right) => left - right);
}
