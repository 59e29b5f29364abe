/* One linked set of rules: two permanent slots of each table, filled by the agent, read by hooks through control.generation. */
#ifndef STASIS_PLAN_H
#define STASIS_PLAN_H
#include "limits.h"
#include "state.h"

/* plans[slot] */
struct plan {
	__u32 version;                /* odd: being filled. Even and equal to an entry's: that entry's cached sets are valid */
	__u32 rules;                  /* ids in use: 0 … rules-1; 0: hooks leave after one comparison */
	struct rule_set scope_unbound; /* rules that select a container of which only the cgroup is known (`all`) */
	struct rule_set executable_any; /* rules without an `executable` condition */
	struct rule_set ancestors_any;  /* rules without an `ancestors` condition */
	struct rule_set origin[ORIGIN_COUNT]; /* rules that a program of this origin satisfies (no `origin` condition: in all) */
	struct rule_set kill;         /* what is done, in mode Enforce only */
	struct rule_set freeze;
	struct rule_set has_not_executable; /* rules with a `notExecutable` condition */
	struct rule_set has_not_ancestors;
	__u64 reserved[8];
};

/* match_sets[slot * MATCH_SETS + i]: what a path satisfies. Index 0 is "none". */
struct match_set {
	struct rule_set executable;
	struct rule_set not_executable;
	struct rule_set ancestors;
	struct rule_set not_ancestors;
};

/* One automaton per slot over the bytes of a path, row-displaced:
 * at state s on byte c: i = base[s] + c; next = cells[i].check == s ? cells[i].next : fallback[s].
 * accept[s] is an index into match_sets. State 0 is the start. */
struct dfa_cell { __u16 check; __u16 next; };
struct dfa {
	__u32 base[DFA_STATES];   /* base[s] + 255 < DFA_CELLS */
	__u16 fallback[DFA_STATES];
	__u16 accept[DFA_STATES];
	struct dfa_cell cells[DFA_CELLS];
};
#endif
