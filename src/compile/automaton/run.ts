import type { Automaton } from '../tables';

/** What the kernel does with a path: the index into the match sets that it satisfies, 0 for none. */
export function runAutomaton(automaton: Automaton, path: Uint8Array): number {
  const { base, check, next, fallback, accept } = automaton;
  let state = 0;
  for (const byte of path) {
    const cell = (base[state] ?? 0) + byte;
    state = (check[cell] === state ? next[cell] : fallback[state]) ?? 0;
  }
  return accept[state] ?? 0;
}
