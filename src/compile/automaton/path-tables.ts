import type { ProcessMatch } from '../../contract/policy';
import { parseGlob } from '../glob';
import type { GlobToken } from '../glob';
import { addRule, emptyRuleSet } from '../rule-set';
import type { Automaton, MatchSet } from '../tables';
import { determinise } from './determinise';
import type { Pattern } from './determinise';
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

/** The path questions of one rule's `process`. */
export function questionsOf(process: ProcessMatch, rule: number): readonly PathQuestion[] {
  return PATH_FIELDS.flatMap((field) => (process[field] ?? []).map((pattern) => ({ pattern, field, rule })));
}

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
  const answers: (readonly PathQuestion[])[] = [];
  const states = determinise(patternsOf(questions, answers), { states: DFA_STATES, work: WORK });
  if (states === undefined) return undefined;
  const collector = new MatchSetCollector(answers);
  const accepts = states.map((state) => collector.indexOf(state.answers));
  if (collector.sets.length > MATCH_SETS) return undefined;
  const automaton = pack(states, (index) => accepts[index] ?? 0);
  return automaton === undefined ? undefined : { automaton, matchSets: collector.sets, states: states.length };
}

/** Whether the patterns of one policy are simple enough. */
export function fitsOnePolicy(questions: readonly PathQuestion[]): boolean {
  return determinise(patternsOf(questions, []), { states: POLICY_STATES, work: WORK }) !== undefined;
}

/** Every pattern once, with the index in `answers` of the questions that it answers. */
function patternsOf(questions: readonly PathQuestion[], answers: (readonly PathQuestion[])[]): readonly Pattern[] {
  const asked = new Map<string, { readonly tokens: readonly GlobToken[]; readonly questions: PathQuestion[] }>();
  for (const question of questions) {
    const tokens = tokensOf(question.pattern);
    const key = tokens.join();
    const known = asked.get(key) ?? { tokens, questions: [] };
    asked.set(key, known);
    known.questions.push(question);
  }
  const indices = new Map<string, number>();
  return [...asked.values()].map((one) => {
    const key = contentOf(one.questions);
    const answer = indices.get(key) ?? answers.push(one.questions) - 1;
    indices.set(key, answer);
    return { tokens: one.tokens, answer };
  });
}

function tokensOf(pattern: string): readonly GlobToken[] {
  const glob = parseGlob(pattern, 'path');
  if (!glob.ok) throw new Error(`Pattern ${JSON.stringify(pattern)} was not checked: ${glob.problem}`);
  return glob.tokens;
}

/** Equal for questions of the same fields and rules. */
function contentOf(questions: readonly PathQuestion[]): string {
  return [...new Set(questions.map(({ field, rule }) => `${field} ${rule}`))].sort().join();
}

/** Gives equal sets of satisfied questions one index. Index 0 is the empty set. */
class MatchSetCollector {
  readonly sets: MatchSet[] = [];
  private readonly byAnswers = new Map<string, number>();
  private readonly byContent = new Map<string, number>();

  constructor(private readonly answers: readonly (readonly PathQuestion[])[]) {
    this.indexOf([]);
  }

  indexOf(satisfied: readonly number[]): number {
    const key = satisfied.join();
    const index = this.byAnswers.get(key) ?? this.intern(satisfied.flatMap((answer) => this.answers[answer] ?? []));
    this.byAnswers.set(key, index);
    return index;
  }

  private intern(questions: readonly PathQuestion[]): number {
    const key = contentOf(questions);
    const index = this.byContent.get(key) ?? this.sets.push(matchSetOf(questions)) - 1;
    this.byContent.set(key, index);
    return index;
  }
}

function matchSetOf(questions: readonly PathQuestion[]): MatchSet {
  const set: MatchSet = { executable: emptyRuleSet(), notExecutable: emptyRuleSet(), ancestors: emptyRuleSet(), notAncestors: emptyRuleSet() };
  for (const { field, rule } of questions) addRule(set[field], rule);
  return set;
}
