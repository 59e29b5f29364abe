/* Which rules an exec satisfies: every dimension gives a set of rules, the sets are AND-ed. No loop over rules. */
#ifndef STASIS_MATCH_BPF_H
#define STASIS_MATCH_BPF_H
#include "identity.bpf.h"

/* One program to be judged: a file, the process that runs it, and the generation by which it is judged. */
struct subject {
	__u64 cgroup;
	__u32 tgid;
	__u32 container;     /* index */
	__u32 path_start;    /* into scratch->path; MAX_PATH: unknown */
	__u32 executable;    /* id of the file judged, 0: not interned */
	__u32 origin;        /* of the file judged */
	__u32 generation;
	__u32 mount_ns;      /* that of the process: exemptions by path hold in the container's own only */
	__u32 flags;         /* enum event_flag */
	__u32 in_iterator;
};

static __always_inline struct match_set *match_set_at(__u32 slot, __u32 index)
{
	__u32 at = (slot & 1) * MATCH_SETS + (index & (MATCH_SETS - 1));
	return bpf_map_lookup_elem(&match_sets, &at);
}

struct lineage_walk { __u32 tgid, slot, version, unknown, in_iterator; };

/* ORs the sets of one ancestor into the scratch */
static long lineage_step(__u32 index, struct lineage_walk *walk)
{
	struct scratch *scratch = scratch_of(walk->in_iterator);
	struct process *process = bpf_map_lookup_elem(&processes, &walk->tgid);
	struct executable *executable;
	struct match_set *sets;
	__u32 id;
	if (!scratch || !process || index >= process->ancestor_count)
		return 1;
	id = process->ancestors[index & (MAX_ANCESTORS - 1)];
	executable = bpf_map_lookup_elem(&executables, &id);
	if (!executable || executable->match_version[walk->slot & 1] != walk->version) {
		count(COUNT_STALE_MATCH);
		walk->unknown = 1;
		return 1;
	}
	sets = match_set_at(walk->slot, executable->match[walk->slot & 1]);
	if (!sets)
		return 1;
	for (__u32 w = 0; w < RULE_WORDS; w++) {
		scratch->ancestors.words[w] |= sets->ancestors.words[w];
		scratch->not_ancestors.words[w] |= sets->not_ancestors.words[w];
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

/* Index into match_sets for the file judged */
static __always_inline __u32 match_of_file(const struct subject *subject, __u32 slot, __u32 version)
{
	__u32 id = subject->executable;
	struct executable *executable = id ? bpf_map_lookup_elem(&executables, &id) : NULL;
	if (executable && executable->match_version[slot & 1] == version)
		return executable->match[slot & 1];
	if (executable)
		count(COUNT_STALE_MATCH);
	return match_path(subject->path_start, slot, subject->in_iterator);
}

/* Rules that select the container: complete when it is bound, else those that need no more than its cgroup. */
static __always_inline struct rule_set *container_scope(struct container *container, struct plan *plan, __u32 slot)
{
	if (!(container->flags & CONTAINER_BOUND))
		return &plan->scope_unbound;
	if (container->scope_version[slot & 1] == plan->version)
		return &container->scope[slot & 1];
	count(COUNT_STALE_MATCH);
	return &plan->scope_unbound;
}

/* ANDs the dimensions into scratch->matched; 1 when some rule is left. */
static __always_inline int intersect(struct scratch *scratch, struct plan *plan, struct rule_set *scope, struct match_set *file, __u32 origin, __u64 path_unknown, __u64 may_exempt)
{
	__u64 any = 0;
	OPAQUE(path_unknown);
	OPAQUE(may_exempt);
	for (__u32 w = 0; w < RULE_WORDS; w++) {
		__u64 executable = plan->executable_any.words[w] | file->executable.words[w] | path_unknown;
		__u64 exempt = plan->has_not_executable.words[w] & file->not_executable.words[w] & may_exempt;
		__u64 lineage = (plan->ancestors_any.words[w] | scratch->ancestors.words[w]) &
			~(plan->has_not_ancestors.words[w] & scratch->not_ancestors.words[w]);
		scratch->matched.words[w] = scope->words[w] & plan->origin[origin].words[w] & executable & ~exempt & lineage;
		any |= scratch->matched.words[w];
	}
	return any != 0;
}

/* Judges one program; 1 and scratch->matched when some rule matches. */
VERIFIED_ONCE int match_program(struct subject *subject)
{
	struct scratch *scratch;
	struct plan *plan;
	struct container *container;
	struct match_set *file;
	struct rule_set *scope;
	__u32 slot;
	int path_unknown;
	if (!subject)
		return 0;
	slot = subject->generation & 1;
	scratch = scratch_of(subject->in_iterator);
	plan = bpf_map_lookup_elem(&plans, &slot);
	container = container_at(subject->container);
	if (!scratch || !plan || !container || !plan->rules)
		return 0;
	path_unknown = subject->path_start >= MAX_PATH;
	scope = container_scope(container, plan, slot);
	file = match_set_at(slot, path_unknown ? 0 : match_of_file(subject, slot, plan->version));
	if (!file)
		return 0;
	if (gather_lineage(subject->tgid, slot, subject->in_iterator))
		subject->flags |= EVENT_UNKNOWN_SUBJECT;
	return intersect(scratch, plan, scope, file, subject->origin & (ORIGIN_COUNT - 1), path_unknown ? ~0ULL : 0,
		subject->origin == ORIGIN_IMAGE && subject->mount_ns == container->mount_ns && !path_unknown ? ~0ULL : 0);
}
#endif
