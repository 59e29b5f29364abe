import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MATCH_SETS } from '../../src/compile/automaton/path-tables';
import { DFA_CELLS, DFA_STATES } from '../../src/compile/automaton/pack';
import { MAX_PATTERN_BYTES } from '../../src/compile/glob';
import { ORIGIN_COUNT } from '../../src/compile/link';
import { MAX_RULES, ORIGINS, RULE_WORDS } from '../../src/compile/tables';

const ABI = join(__dirname, '..', '..', 'native', 'abi');

function constantsOf(header: string): ReadonlyMap<string, number> {
  const text = readFileSync(join(ABI, header), 'utf8');
  return new Map([...text.matchAll(/^\t(\w+) = (\d+),/gmu)].map(([, name, value]) => [String(name), Number(value)]));
}

describe('the linker', () => {
  const limits = constantsOf('limits.h');
  const state = constantsOf('state.h');

  it('keeps to the sizes of the kernel tables', () => {
    const own = { DFA_STATES, DFA_CELLS, MATCH_SETS, RULE_WORDS };
    expect(own).toEqual(Object.fromEntries(Object.keys(own).map((name) => [name, limits.get(name)])));
    expect(MAX_RULES).toBe(64 * RULE_WORDS);
    expect(MAX_PATTERN_BYTES).toBeLessThan(limits.get('INTERNED_PATH') ?? 0);
  });

  it('numbers origins as the kernel does', () => {
    const kernel = ORIGINS.map((origin) => state.get(`ORIGIN_${origin.toUpperCase()}`));
    expect(kernel).toEqual(ORIGINS.map((_, index) => index));
    expect(ORIGIN_COUNT).toBe(state.get('ORIGIN_COUNT'));
  });
});
