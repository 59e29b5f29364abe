/* Which rules an exec satisfies: every dimension gives a set of rules, the sets are AND-ed. No loop over rules. */
#ifndef STASIS_MATCH_BPF_H
#define STASIS_MATCH_BPF_H
#include "executable.bpf.h"

/* One program to be judged: a file, the process that runs it, and the generation by which it is judged. */
struct subject {
	__u64 cgroup;
	__u32 tgid;
	__u32 container;     /* index */
	__u32 path_start;    /* into scratch->path; MAX_PATH: unknown */
	__u32 executable;    /* id of the file judged, 0: not interned */
	__u32 origin;        /* of the file judged */
	__u32 generation;
	__u32 interpreter;   /* id of what runs the script judged, 0: none or unknown */
	__u32 alias;         /* 1 + index into match_sets for the path of an alias through which it was seen, 0: none */
	__u32 flags;         /* enum event_flag */
	__u32 in_iterator;
};

static __always_inline struct match_set *match_set_at(__u32 slot, __u32 index)
{
	__u32 at = (slot & 1) * MATCH_SETS + (index & (MATCH_SETS - 1));
	return bpf_map_lookup_elem(&match_sets, &at);
}

/* All ones when a path may exempt: the file is the image's own, seen through the container's own root mount. */
static __always_inline __u64 may_exempt(const struct executable_key *key)
{
	return key->origin == ORIGIN_IMAGE && key->on_root_mount ? ~0ULL : 0;
}

struct lineage_walk { __u32 tgid, slot, version, unknown, in_iterator; };

/* ORs the sets of one ancestor into the scratch */
static long lineage_step(__u32 index, struct lineage_walk *walk)
{
	struct scratch *scratch = scratch_of(walk->in_iterator);
	struct process *process = bpf_map_lookup_elem(&processes, &walk->tgid);
	struct executable *executable;
	struct match_set *sets;
	__u64 exempts;
	__u32 id;
	if (!scratch || !process || index >= process->ancestor_count)
		return 1;
	id = process->ancestors[index & (MAX_ANCESTORS - 1)];
	executable = executable_of(id);
	if (!executable || executable->match_version[walk->slot & 1] != walk->version) {
		count(executable ? COUNT_STALE_MATCH : COUNT_LINEAGE_OVERFLOW);
		walk->unknown = 1;
		return 1;
	}
	sets = match_set_at(walk->slot, executable->match[walk->slot & 1]);
	if (!sets)
		return 1;
	exempts = may_exempt(&executable->key);
	OPAQUE(exempts);
	for (__u32 w = 0; w < RULE_WORDS; w++) {
		scratch->ancestors.words[w] |= sets->ancestors.words[w];
		scratch->not_ancestors.words[w] |= sets->not_ancestors.words[w] & exempts;
	}
	return 0;
}

/* Lineage → scratch->ancestors, scratch->not_ancestors. An incomplete lineage fulfils `ancestors` and exempts from nothing. */
VERIFIED_ONCE int gather_lineage(__u32 tgid, __u32 slot, int in_iterator)
{
	struct scratch *scratch = scratch_of(in_iterator);
	struct process *process = bpf_map_lookup_elem(&processes, &tgid);
	struct lineage_walk walk = { .tgid = tgid, .slot = slot & 1, .in_iterator = in_iterator };
	struct plan *plan = bpf_map_lookup_elem(&plans, &walk.slot);
	__u64 all;
	if (!scratch || !plan)
		return 1;
	walk.version = plan->version;
	walk.unknown = !process || process->flags & PROCESS_OVERFLOW;
	__builtin_memset(&scratch->ancestors, 0, sizeof(scratch->ancestors));
	__builtin_memset(&scratch->not_ancestors, 0, sizeof(scratch->not_ancestors));
	bpf_loop(MAX_ANCESTORS, lineage_step, &walk, 0);
	all = walk.unknown ? ~0ULL : 0;
	OPAQUE(all);
	for (__u32 w = 0; w < RULE_WORDS; w++) {
		scratch->ancestors.words[w] |= all;
		scratch->not_ancestors.words[w] &= ~all;
	}
	return walk.unknown;
}

/* What one file contributes: the rules that its path satisfies, those it is exempted from, and those its origin satisfies. */
struct file_sets { struct match_set *paths, *alias; struct rule_set *origin; __u64 unknown, any_origin, exempts; };

/* The file judged; its path stands in the scratch. */
static __always_inline void sets_of_file(struct file_sets *sets, const struct subject *subject, struct plan *plan)
{
	struct scratch *scratch = scratch_of(subject->in_iterator);
	__u32 slot = subject->generation & 1, id = subject->executable, match = 0;
	struct executable *executable = executable_of(id);
	sets->unknown = subject->path_start >= MAX_PATH ? ~0ULL : 0;
	sets->any_origin = subject->flags & EVENT_SCRIPT_UNKNOWN ? ~0ULL : 0; /* the script itself was never seen */
	sets->exempts = scratch && !sets->unknown ? may_exempt(&scratch->key) : 0;
	sets->origin = &plan->origin[subject->origin & (ORIGIN_COUNT - 1)];
	if (executable && executable->match_version[slot & 1] == plan->version) {
		match = executable->match[slot & 1];
	} else if (!sets->unknown) {
		if (executable)
			count(COUNT_STALE_MATCH);
		match = match_path(subject->path_start, slot, subject->in_iterator);
	}
	sets->paths = match_set_at(slot, match);
	sets->alias = match_set_at(slot, subject->alias ? subject->alias - 1 : 0);
}

/* The interpreter of a script: `executable` and `origin` match either file. Without a script it adds nothing. */
static __always_inline void sets_of_interpreter(struct file_sets *sets, const struct subject *subject, struct plan *plan)
{
	__u32 slot = subject->generation & 1, id = subject->interpreter, match = 0;
	struct executable *executable = executable_of(id);
	int script = subject->flags & EVENT_SCRIPT;
	sets->unknown = script && !executable ? ~0ULL : 0;
	sets->exempts = sets->any_origin = 0;
	sets->origin = &plan->origin[subject->origin & (ORIGIN_COUNT - 1)];
	if (script && executable) {
		sets->exempts = may_exempt(&executable->key);
		sets->origin = &plan->origin[executable->key.origin & (ORIGIN_COUNT - 1)];
		if (executable->match_version[slot & 1] == plan->version)
			match = executable->match[slot & 1];
		else
			sets->unknown = ~0ULL;
	}
	sets->alias = sets->paths = match_set_at(slot, match);
}

/* Rules that select an unbound container: those that select all of its pod, as far as the agent told, else those that need no more than its cgroup. */
static __always_inline struct rule_set *unbound_scope(const struct container *container, struct plan *plan, __u32 slot)
{
	struct pod *pod = pod_of(container);
	if (!pod)
		return &plan->scope_unbound;
	if (pod->scope_version[slot & 1] == plan->version)
		return &pod->scope[slot & 1];
	count(COUNT_STALE_MATCH);
	return &plan->scope_unbound;
}

/* Rules that select the container: complete when it is bound. */
static __always_inline struct rule_set *container_scope(struct container *container, struct plan *plan, const struct subject *subject)
{
	__u32 slot = subject->generation & 1;
	if (subject->flags & EVENT_UNBOUND)
		return unbound_scope(container, plan, slot);
	if (container->scope_version[slot & 1] == plan->version)
		return &container->scope[slot & 1];
	count(COUNT_STALE_MATCH);
	return &plan->scope_unbound;
}

/* ANDs the dimensions into scratch->matched; 1 when some rule is left. */
static __always_inline int intersect(struct scratch *scratch, struct plan *plan, const struct rule_set *scope, const struct file_sets *sets)
{
	const struct file_sets *file = &sets[0], *interpreter = &sets[1];
	__u64 any = 0, unknown = file->unknown | interpreter->unknown, file_exempts = file->exempts, interpreter_exempts = interpreter->exempts;
	__u64 any_origin = file->any_origin;
	OPAQUE(unknown);
	OPAQUE(any_origin);
	OPAQUE(file_exempts);
	OPAQUE(interpreter_exempts);
	for (__u32 w = 0; w < RULE_WORDS; w++) {
		__u64 executable = plan->executable_any.words[w] | file->paths->executable.words[w] | file->alias->executable.words[w] | interpreter->paths->executable.words[w] | unknown;
		__u64 exempt = plan->has_not_executable.words[w] & ((file->paths->not_executable.words[w] & file_exempts) |
			(interpreter->paths->not_executable.words[w] & interpreter_exempts));
		__u64 origin = file->origin->words[w] | interpreter->origin->words[w] | any_origin;
		__u64 lineage = (plan->ancestors_any.words[w] | scratch->ancestors.words[w]) &
			~(plan->has_not_ancestors.words[w] & scratch->not_ancestors.words[w]);
		scratch->matched.words[w] = scope->words[w] & origin & executable & ~exempt & lineage;
		any |= scratch->matched.words[w];
	}
	return any != 0;
}

/* Judges one program; 1 and scratch->matched when some rule matches. */
VERIFIED_ONCE int match_program(struct subject *subject)
{
	struct file_sets sets[2];
	struct scratch *scratch;
	struct plan *plan;
	struct container *container;
	__u32 slot;
	if (!subject)
		return 0;
	slot = subject->generation & 1;
	scratch = scratch_of(subject->in_iterator);
	plan = bpf_map_lookup_elem(&plans, &slot);
	container = container_at(subject->container);
	if (!scratch || !plan || !container)
		return 0;
	/* Read once: what is judged as unbound waits or is counted as unbound, though it be bound a moment later. */
	if (!(container->flags & CONTAINER_BOUND))
		subject->flags |= EVENT_UNBOUND;
	if (!plan->rules)
		return 0;
	sets_of_file(&sets[0], subject, plan);
	sets_of_interpreter(&sets[1], subject, plan);
	if (!sets[0].paths || !sets[0].alias || !sets[1].paths)
		return 0;
	if (gather_lineage(subject->tgid, slot, subject->in_iterator))
		subject->flags |= EVENT_UNKNOWN_SUBJECT;
	return intersect(scratch, plan, container_scope(container, plan, subject), sets);
}
#endif
