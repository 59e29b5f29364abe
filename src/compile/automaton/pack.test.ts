import { parseGlob } from '../glob';
import { determinise } from './determinise';
import type { State } from './determinise';
import { DFA_CELLS, DFA_STATES, NOBODY, pack } from './pack';

function statesOf(...patterns: readonly string[]): readonly State[] {
  const tokens = patterns.map((pattern) => {
    const glob = parseGlob(pattern, 'path');
    return glob.ok ? glob.tokens : [];
  });
  return determinise(tokens, { states: DFA_STATES, work: 1_000_000 }) ?? [];
}

function packed(states: readonly State[]): NonNullable<ReturnType<typeof pack>> {
  const automaton = pack(states, () => 0);
  if (automaton === undefined) throw new Error('The states do not fit');
  return automaton;
}

describe('row displacement', () => {
  const states = statesOf('/usr/bin/*sh', '**/curl', '/opt/**/bin/x', '/srv/**', '/bin/?', '/é/b');
  const automaton = packed(states);

  it('leads every state on every byte to where its row says', () => {
    states.forEach((state, id) => {
      const moves = new Map(state.moves);
      for (let byte = 0; byte < 256; byte++) {
        const cell = (automaton.base[id] ?? 0) + byte;
        const target = automaton.check[cell] === id ? automaton.next[cell] : automaton.fallback[id];
        expect({ id, byte, target }).toEqual({ id, byte, target: moves.get(byte) ?? state.fallback });
      }
    });
  });

  it('keeps every row within the cells', () => {
    for (const base of automaton.base) expect(base + 255).toBeLessThan(DFA_CELLS);
  });

  it('marks cells that nobody owns with an id that no state has', () => {
    const owned = states.reduce((sum, { moves }) => sum + moves.length, 0);
    expect(automaton.check.filter((check) => check !== NOBODY)).toHaveLength(owned);
    expect(NOBODY).toBeGreaterThanOrEqual(DFA_STATES);
  });

  it('has a state that nothing leaves and nothing satisfies', () => {
    expect(states.some(({ moves, fallback, ends }, id) => moves.length === 0 && fallback === id && ends.length === 0)).toBe(true);
  });

  it('refuses rows that need more cells than there are', () => {
    const full: State = { moves: Array.from({ length: 256 }, (_, byte) => [byte, 1] as const), fallback: 0, ends: [] };
    expect(pack(Array.from({ length: 257 }, () => full), () => 0)).toBeUndefined();
    expect(pack(Array.from({ length: 255 }, () => full), () => 0)).toBeDefined();
  });
});

describe('determinise', () => {
  it('gives up on patterns that multiply each other', () => {
    const tokens = Array.from({ length: 20 }, (_, index) => parseGlob(`**/d${index}/**`, 'path')).flatMap((glob) => (glob.ok ? [glob.tokens] : []));
    expect(determinise(tokens, { states: DFA_STATES, work: 10_000_000 })).toBeUndefined();
    expect(determinise(tokens, { states: 10_000_000, work: 10_000 })).toBeUndefined();
  });
});
