import type { GlobToken } from '../glob';
import { PatternTrie, answersOf } from './pattern-trie';

/** Whether `text` satisfies a pattern, in time proportional to the product of their lengths. */
export function matchesGlob(tokens: readonly GlobToken[], text: string): boolean {
  const trie = new PatternTrie();
  trie.add(tokens, 0);
  let live = trie.start();
  for (const byte of new TextEncoder().encode(text)) live = trie.step(live, byte);
  return answersOf(live).length > 0;
}
