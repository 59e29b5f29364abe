import { parseGlob } from '../glob';
import type { GlobToken } from '../glob';
import { addRule, emptyRuleSet } from '../rule-set';
import type { Automaton, MatchSet } from '../tables';
import { determinise } from './determinise';
import type { State } from './determinise';
import { DFA_STATES, pack } from './pack';

/** As in native/abi/limits.h. */
export const MATCH_SETS = 1024;
/** A policy that alone needs more states is refused when it is compiled, so that no single one fills a node's tables. */
export const POLICY_STATES = 4096;
/** Nodes visited while the automaton is made: a few hundred milliseconds. 500 rules of which a fifth have stars need a tenth of it. */
const WORK = 1_500_000;

export type PathField = keyof MatchSet;
/** The fields of `process` that hold paths. */
export const PATH_FIELDS = ['executable', 'notExecutable', 'ancestors', 'notAncestors'] as const satisfies readonly PathField[];

/** A rule asks whether a path satisfies a pattern. */
export interface PathQuestion {
  readonly pattern: string;
  readonly field: PathField;
  readonly rule: number;
}

export interface PathTables {
  readonly automaton: Automaton;
  readonly matchSets: readonly MatchSet[];
  /** States in use. */
  readonly states: number;
}

/** The questions of all rules as one automaton; undefined: too many patterns, or such that multiply each other. */
export function pathTables(questions: readonly PathQuestion[]): PathTables | undefined {
  const byPattern = new Map<string, PathQuestion[]>();
  for (const question of questions) entryOf(byPattern, question.pattern).push(question);
  const asked = [...byPattern.values()];
  const states = determinise([...byPattern.keys()].map(tokensOf), { states: DFA_STATES, work: WORK });
  if (states === undefined) return undefined;
  const collector = new MatchSetCollector(asked);
  const accepts = states.map((state) => collector.indexOf(state));
  if (collector.sets.length > MATCH_SETS) return undefined;
  const automaton = pack(states, (index) => accepts[index] ?? 0);
  return automaton === undefined ? undefined : { automaton, matchSets: collector.sets, states: states.length };
}

/** Whether the patterns of one policy are simple enough. */
export function fitsOnePolicy(patterns: readonly string[]): boolean {
  return determinise([...new Set(patterns)].map(tokensOf), { states: POLICY_STATES, work: WORK }) !== undefined;
}

function entryOf(map: Map<string, PathQuestion[]>, pattern: string): PathQuestion[] {
  const known = map.get(pattern) ?? [];
  map.set(pattern, known);
  return known;
}

function tokensOf(pattern: string): readonly GlobToken[] {
  const glob = parseGlob(pattern, 'path');
  if (!glob.ok) throw new Error(`Pattern ${JSON.stringify(pattern)} was not checked: ${glob.problem}`);
  return glob.tokens;
}

/** Gives equal sets of satisfied questions one index. Index 0 is the empty set. */
class MatchSetCollector {
  readonly sets: MatchSet[] = [];
  private readonly byPatterns = new Map<string, number>();
  private readonly byContent = new Map<string, number>();

  constructor(private readonly asked: readonly (readonly PathQuestion[])[]) {
    this.indexOf({ ends: [] });
  }

  indexOf({ ends }: Pick<State, 'ends'>): number {
    const key = ends.join(',');
    const known = this.byPatterns.get(key);
    if (known !== undefined) return known;
    const index = this.intern(ends);
    this.byPatterns.set(key, index);
    return index;
  }

  private intern(ends: readonly number[]): number {
    const questions = ends.flatMap((pattern) => this.asked[pattern] ?? []);
    const key = [...new Set(questions.map(({ field, rule }) => `${field} ${rule}`))].sort().join();
    const known = this.byContent.get(key);
    if (known !== undefined) return known;
    const index = this.sets.length;
    this.byContent.set(key, index);
    this.sets.push(matchSetOf(questions));
    return index;
  }
}

function matchSetOf(questions: readonly PathQuestion[]): MatchSet {
  const set: MatchSet = { executable: emptyRuleSet(), notExecutable: emptyRuleSet(), ancestors: emptyRuleSet(), notAncestors: emptyRuleSet() };
  for (const { field, rule } of questions) addRule(set[field], rule);
  return set;
}
