/** The linked form of all plans of one node: what the kernel's tables of one slot hold. Pure data. */

/** 512 rules as 8 words of 64 bits, rule 0 in bit 0 of word 0. */
export type RuleSet = BigUint64Array;

export const RULE_WORDS = 8;
export const MAX_RULES = 512;

/** Origins in the order of the ABI (`enum origin`); the index is the kernel's value. */
export const ORIGINS = ['Unknown', 'Image', 'Modified', 'Written', 'Volume', 'Memory', 'Deleted'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What a path satisfies (`struct match_set`). */
export interface MatchSet {
  readonly executable: RuleSet;
  readonly notExecutable: RuleSet;
  readonly ancestors: RuleSet;
  readonly notAncestors: RuleSet;
}

/** Row-displaced automaton over the bytes of a path (`struct dfa`); state 0 is the start. */
export interface Automaton {
  readonly base: Uint32Array;
  readonly fallback: Uint16Array;
  /** Index into `Tables.matchSets`. */
  readonly accept: Uint16Array;
  readonly check: Uint16Array;
  readonly next: Uint16Array;
}

/** `struct plan` without its version, which belongs to the slot. */
export interface PlanSets {
  readonly rules: number;
  readonly scopeUnbound: RuleSet;
  readonly executableAny: RuleSet;
  readonly ancestorsAny: RuleSet;
  /** By origin index, 8 entries. */
  readonly origin: readonly RuleSet[];
  readonly kill: RuleSet;
  readonly freeze: RuleSet;
  readonly hasNotExecutable: RuleSet;
  readonly hasNotAncestors: RuleSet;
}

export interface Tables {
  readonly plan: PlanSets;
  /** Index 0 is the empty set. */
  readonly matchSets: readonly MatchSet[];
  readonly automaton: Automaton;
}
