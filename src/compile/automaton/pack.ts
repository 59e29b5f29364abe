import type { Automaton } from '../tables';
import type { State } from './determinise';

/** As in native/abi/limits.h; the layout of the kernel's tables. */
export const DFA_STATES = 16384;
export const DFA_CELLS = 65536;
const BYTES = 256;
/** No state has this id, so a cell that nobody owns answers nobody. */
export const NOBODY = 0xffff;

/**
 * Lays the rows of all states over each other into one array of cells (row displacement), the longest first.
 * Undefined: they do not fit.
 */
export function pack(states: readonly State[], acceptOf: (id: number) => number): Automaton | undefined {
  const automaton: Automaton = {
    base: new Uint32Array(DFA_STATES),
    fallback: new Uint16Array(DFA_STATES),
    accept: new Uint16Array(DFA_STATES),
    check: new Uint16Array(DFA_CELLS).fill(NOBODY),
    next: new Uint16Array(DFA_CELLS),
  };
  states.forEach((state, id) => {
    automaton.fallback[id] = state.fallback;
    automaton.accept[id] = acceptOf(id);
  });
  const longestFirst = states.map((state, id) => ({ moves: state.moves, id })).sort((left, right) => right.moves.length - left.moves.length || left.id - right.id);
  return placeAll(automaton, longestFirst) ? automaton : undefined;
}

interface Row {
  readonly moves: State['moves'];
  readonly id: number;
}

/** A row is looked a place for from where the last one of its length found its own: one pass over the cells for each length. */
function placeAll(automaton: Automaton, longestFirst: readonly Row[]): boolean {
  let from = 0;
  let length = 0;
  for (const row of longestFirst) {
    if (row.moves.length !== length) from = 0;
    length = row.moves.length;
    const place = freePlace(automaton.check, row, from);
    if (place === undefined) return false;
    occupy(automaton, row, place);
    from = place;
  }
  return true;
}

/** The lowest cell, not below `from`, that the row's first move may have. */
function freePlace(check: Uint16Array, { moves }: Row, from: number): number | undefined {
  const first = moves[0]?.[0];
  if (first === undefined) return from;
  for (let place = Math.max(from, first); place - first + BYTES <= DFA_CELLS; place++) {
    if (check[place] === NOBODY && moves.every(([byte]) => check[place - first + byte] === NOBODY)) return place;
  }
  return undefined;
}

function occupy({ base, check, next }: Automaton, { moves, id }: Row, place: number): void {
  const at = place - (moves[0]?.[0] ?? place);
  base[id] = at;
  for (const [byte, target] of moves) {
    check[at + byte] = id;
    next[at + byte] = target;
  }
}
