/* Interned executables: their ids, and which rules their paths satisfy. */
#ifndef STASIS_EXECUTABLE_BPF_H
#define STASIS_EXECUTABLE_BPF_H
#include "identity.bpf.h"

/* The place of an executable, whoever owns it */
static __always_inline struct executable *executable_at(__u32 id)
{
	__u32 at = id & (MAX_EXECUTABLES - 1);
	return bpf_map_lookup_elem(&executables, &at);
}

/* NULL: unknown, or given back */
static __always_inline struct executable *executable_of(__u32 id)
{
	struct executable *executable = id ? executable_at(id) : NULL;
	return executable && executable->id == id ? executable : NULL;
}

struct hash_walk { __u64 hash; __u32 start, in_iterator; };

/* 8 bytes of the path at `at` < MAX_PATH; those behind its end are 0 */
static __always_inline __u64 path_word(struct scratch *scratch, __u32 at)
{
	__u64 word = *(__u64 *)&scratch->path[at & (MAX_PATH - 1)];
	if (MAX_PATH - at < 8)
		word &= (1ULL << ((MAX_PATH - at) * 8 & 63)) - 1;
	return word;
}

static long hash_step(__u32 index, struct hash_walk *walk)
{
	struct scratch *scratch = scratch_of(walk->in_iterator);
	__u32 at = walk->start + index * 8;
	__u64 word;
	if (!scratch || at >= MAX_PATH)
		return 1;
	word = path_word(scratch, at);
	walk->hash = (walk->hash ^ word) * 0x9E3779B97F4A7C15ULL;
	walk->hash ^= walk->hash >> 29;
	return 0;
}

VERIFIED_ONCE __u64 hash_path(__u32 start, int in_iterator, __u64 salt)
{
	struct hash_walk walk = { .hash = salt, .start = start, .in_iterator = in_iterator };
	bpf_loop(MAX_PATH / 8, hash_step, &walk, 0);
	return walk.hash;
}

struct dfa_walk { __u32 state, slot, start, in_iterator; };

static long dfa_step(__u32 index, struct dfa_walk *walk)
{
	struct scratch *scratch = scratch_of(walk->in_iterator);
	__u32 slot = walk->slot & 1, at = walk->start + index, state = walk->state & (DFA_STATES - 1);
	struct dfa *dfa = bpf_map_lookup_elem(&dfas, &slot);
	struct dfa_cell *cell;
	if (!scratch || !dfa || at >= MAX_PATH)
		return 1;
	cell = &dfa->cells[(dfa->base[state] + (__u8)scratch->path[at & (MAX_PATH - 1)]) & (DFA_CELLS - 1)];
	walk->state = cell->check == state ? cell->next : dfa->fallback[state];
	return 0;
}

/* Runs the slot's automaton over scratch->path[start …]; index into match_sets */
VERIFIED_ONCE __u32 match_path(__u32 start, __u32 slot, int in_iterator)
{
	struct dfa_walk walk = { .slot = slot & 1, .start = start, .in_iterator = in_iterator };
	struct dfa *dfa = bpf_map_lookup_elem(&dfas, &walk.slot);
	if (!dfa)
		return 0;
	bpf_loop(MAX_PATH, dfa_step, &walk, 0);
	return dfa->accept[walk.state & (DFA_STATES - 1)] & (MATCH_SETS - 1);
}

struct compare_walk { __u32 id, start, in_iterator, differs; };

static long compare_step(__u32 index, struct compare_walk *walk)
{
	struct scratch *scratch = scratch_of(walk->in_iterator);
	struct executable *executable = executable_of(walk->id);
	__u32 at = walk->start + index * 8;
	if (!scratch || !executable || at >= MAX_PATH)
		return 1;
	if (path_word(scratch, at) == *(__u64 *)&executable->path[(index * 8) & (INTERNED_PATH - 8)])
		return 0;
	walk->differs = 1;
	return 1;
}

/* The id of the executable at scratch->key, whose path is at scratch->path[start …], if it is known; else 0 */
static __always_inline __u32 known_executable(struct scratch *scratch, __u32 start, int in_iterator)
{
	__u32 *id = bpf_map_lookup_elem(&executable_ids, &scratch->key);
	struct compare_walk walk = { .start = start, .in_iterator = in_iterator };
	struct executable *executable;
	if (!id || !*id)
		return 0;
	walk.id = *id;
	executable = executable_of(walk.id);
	if (!executable || executable->path_length != MAX_PATH - start)
		return 0;
	bpf_loop(INTERNED_PATH / 8, compare_step, &walk, 0);
	return walk.differs ? 0 : walk.id;
}

/* The sets of one slot; a slot that is being filled leaves the entry stale, and the agent's scan completes it. */
static __always_inline void classify(struct executable *executable, __u32 slot, __u32 start, int in_iterator)
{
	struct plan *plan = bpf_map_lookup_elem(&plans, &slot);
	__u32 version;
	if (!plan)
		return;
	version = *(volatile __u32 *)&plan->version;
	executable->match_version[slot & 1] = 0;
	if (version & 1)
		return;
	executable->match[slot & 1] = match_path(start, slot, in_iterator);
	executable->match_version[slot & 1] = *(volatile __u32 *)&plan->version == version ? version : 0;
}

/* Interns the executable whose path is at scratch->path[start …]. 0: unknown (path too long, table or share full). */
VERIFIED_ONCE __u32 intern(__u32 start, __u32 container_index, int in_iterator)
{
	struct scratch *scratch = scratch_of(in_iterator);
	struct container *container = container_at(container_index);
	struct executable *executable;
	__u32 id = 0, length = MAX_PATH - start;
	if (!scratch || !container || length >= INTERNED_PATH)
		return 0;
	id = known_executable(scratch, start, in_iterator);
	if (id)
		return id;
	if (container->executables >= MAX_EXECUTABLES / SHARE) {
		count(COUNT_EXECUTABLES_SHARE);
		return 0;
	}
	if (bpf_map_pop_elem(&executable_free, &id) || !id) {
		count(COUNT_EXECUTABLES_FULL);
		return 0;
	}
	executable = executable_at(id);
	if (!executable)
		return 0;
	__builtin_memset(executable, 0, sizeof(*executable));
	executable->key = scratch->key;
	executable->path_length = length;
	executable->first_seen_ns = bpf_ktime_get_boot_ns();
	bpf_probe_read_kernel(executable->path, length & (INTERNED_PATH - 1), &scratch->path[start & (MAX_PATH - 1)]);
	classify(executable, 0, start, in_iterator);
	classify(executable, 1, start, in_iterator);
	if (bpf_map_update_elem(&executable_ids, &scratch->key, &id, BPF_NOEXIST)) {
		/* another CPU was first, or two paths share a hash: judged by path, unknown as an ancestor */
		bpf_map_push_elem(&executable_free, &id, 0);
		return known_executable(scratch, start, in_iterator);
	}
	executable->id = id;
	__sync_fetch_and_add(&container->executables, 1);
	return id;
}
#endif
