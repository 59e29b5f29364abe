import { parseGlob } from '../glob';
import { determinise } from './determinise';
import type { Pattern, State } from './determinise';
import { DFA_CELLS, DFA_STATES, NOBODY, pack } from './pack';

function patternsOf(...globs: readonly string[]): readonly Pattern[] {
  return globs.map((text, answer) => {
    const glob = parseGlob(text, 'path');
    return { tokens: glob.ok ? glob.tokens : [], answer };
  });
}

function statesOf(...globs: readonly string[]): readonly State[] {
  return determinise(patternsOf(...globs), { states: DFA_STATES, work: 1_000_000 }) ?? [];
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
    expect(states.some(({ moves, fallback, answers }, id) => moves.length === 0 && fallback === id && answers.length === 0)).toBe(true);
  });

  it('refuses rows that need more cells than there are', () => {
    const full: State = { moves: Array.from({ length: 256 }, (_, byte) => [byte, 1] as const), fallback: 0, answers: [] };
    expect(pack(Array.from({ length: 257 }, () => full), () => 0)).toBeUndefined();
    const packed = pack(Array.from({ length: 255 }, () => full), () => 0);
    expect(packed?.check.filter((check) => check !== NOBODY)).toHaveLength(255 * 256);
  });
});

describe('determinise', () => {
  it('gives up on patterns that multiply each other', () => {
    const patterns = patternsOf(...Array.from({ length: 20 }, (_, index) => `**/d${index}/**`));
    expect(determinise(patterns, { states: DFA_STATES, work: 10_000_000 })).toBeUndefined();
    expect(determinise(patterns, { states: 10_000_000, work: 10_000 })).toBeUndefined();
  });

  it('does not multiply patterns that need not be told apart', () => {
    const globs = Array.from({ length: 60 }, (_, index) => [`**/d${index}/**`, `/usr/bin/*x${index}*`]).flat();
    const patterns = patternsOf(...globs).map(({ tokens }) => ({ tokens, answer: 0 }));
    expect(determinise(patterns, { states: 1000, work: 1_000_000 })?.length).toBeGreaterThan(100);
  });
});
