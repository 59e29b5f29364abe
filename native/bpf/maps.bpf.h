/* Every map, once. What happens when one is full stands beside it. */
#ifndef STASIS_MAPS_BPF_H
#define STASIS_MAPS_BPF_H
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>
#include "plan.h"
#include "events.h"

/* A function that the verifier visits as one, defined in a header that not every file needs whole. */
#define SUBPROGRAM static __noinline __attribute__((unused))
/* The same, verified once for any arguments instead of once for each call. */
#define VERIFIED_ONCE __noinline
/* Hides from compiler and verifier what a value can be, so that neither splits the paths behind it by its cases. */
#define OPAQUE(value) asm volatile("" : "+r"(value))

/* Programs of another epoch than control.active_epoch return at once; set at load. */
const volatile __u32 epoch = 0;
/* Entries of `processes`; set at load together with the map's size. */
const volatile __u32 max_processes = MAX_PROCESSES;

#define ARRAY_OF(type_, entries_, flags_) \
	struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, entries_); __uint(map_flags, flags_); \
		__type(key, __u32); __type(value, type_); }
#define HASH_OF(key_, type_, entries_) \
	struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, entries_); __type(key, key_); __type(value, type_); }
/* First in, first out: a number that was given back is not taken again before all others were, long after what knew it is over. */
#define QUEUE_OF(entries_) \
	struct { __uint(type, BPF_MAP_TYPE_QUEUE); __uint(max_entries, entries_); __uint(value_size, 4); }
#define RING_OF(bytes_) struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, bytes_); }

/* state: outlives programs */
ARRAY_OF(struct control, 1, BPF_F_MMAPABLE) control SEC(".maps");
ARRAY_OF(struct container, MAX_CONTAINERS, BPF_F_MMAPABLE) containers SEC(".maps"); /* full: COUNT_CONTAINERS_FULL, the container is not covered */
ARRAY_OF(struct pod, MAX_PODS, BPF_F_MMAPABLE) pods SEC(".maps"); /* full: the pod's containers are covered once they are bound, which the agent counts */
ARRAY_OF(struct containment, MAX_CONTAINERS, BPF_F_MMAPABLE) contained SEC(".maps");
ARRAY_OF(struct executable, MAX_EXECUTABLES, BPF_F_MMAPABLE) executables SEC(".maps"); /* full: judged at every exec, unknown as an ancestor */
HASH_OF(__u64, __u32, MAX_CGROUPS) cgroups SEC(".maps"); /* full: COUNT_CGROUPS_FULL; processes inside keep their container */
HASH_OF(struct pod_key, __u32, MAX_PODS) pod_ids SEC(".maps");
HASH_OF(__u32, struct process, MAX_PROCESSES) processes SEC(".maps"); /* full: unknown subject, judged towards the rule */
HASH_OF(struct executable_key, __u32, MAX_EXECUTABLES) executable_ids SEC(".maps");
HASH_OF(__u32, struct stopped, MAX_STOPPED) stopped SEC(".maps"); /* full: not stopped, the freezer alone reaches it */
HASH_OF(__u32, struct hold, MAX_HOLDS) holds SEC(".maps"); /* full: the fallback at once */
HASH_OF(struct runtime_key, __u32, MAX_RUNTIMES) runtimes SEC(".maps");
QUEUE_OF(MAX_CONTAINERS) container_free SEC(".maps");
QUEUE_OF(MAX_EXECUTABLES) executable_free SEC(".maps");
RING_OF(1 << 20) findings SEC(".maps"); /* full: dropped and counted, enforcement goes on */
RING_OF(1 << 16) lifecycle SEC(".maps"); /* full: dropped and counted, the agent's scan finds the container */
RING_OF(1 << 12) doorbells SEC(".maps"); /* full: the reflex thread's scan finds it within 100 ms */

/* plan: one linked set of rules in each of two slots */
ARRAY_OF(struct plan, 2, BPF_F_MMAPABLE) plans SEC(".maps");
ARRAY_OF(struct match_set, 2 * MATCH_SETS, BPF_F_MMAPABLE) match_sets SEC(".maps");
ARRAY_OF(struct dfa, 2, BPF_F_MMAPABLE) dfas SEC(".maps");

/* telemetry and scratch: belong to the programs */
struct { __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY); __uint(max_entries, COUNTERS); __type(key, __u32); __type(value, __u64); } counters SEC(".maps");
HASH_OF(struct helper_error, __u64, 256) helper_errors SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY); __uint(max_entries, 1); __type(key, __u32); __type(value, __u64); } event_sequence SEC(".maps");
ARRAY_OF(struct iter_request, 1, 0) iter_request SEC(".maps");

struct { __uint(type, BPF_MAP_TYPE_LRU_HASH); __uint(max_entries, 2048); __type(key, struct recent_key); __type(value, struct recent); } recent SEC(".maps");

/* Arguments of the last exec of a process, for later findings of it; telemetry only */
enum { KEPT_ARGS = 496 };
struct kept_args { __u64 start_ns; __u32 length; __u32 truncated; char bytes[KEPT_ARGS]; };
struct { __uint(type, BPF_MAP_TYPE_LRU_HASH); __uint(max_entries, 1024); __type(key, __u32); __type(value, struct kept_args); } arguments SEC(".maps");

/* Room for one run of a program. Per CPU: hooks that use it run with preemption off, and none of them nests in another
 * (signal_watch does nest, in bpf_send_signal, and must not use it). */
/* A walk from a file up to the root. Here and not on the stack: what the verifier cannot know it does not multiply. */
struct walk {
	__u64 dentry, mount, root;
	__u32 start, depth, sequence_sum;
	__u32 below_mount;         /* where the path begins within the file's own mount */
	__u32 done, unknown, raced, crossed;
};
/* Scripts that an exec closed, newest first; work: what is left to be looked at, cred: with which this exec opened files */
struct script_walk { __u64 work, cred, files[8]; __u32 count; };
struct scratch {
	char path[MAX_PATH + 256]; /* built from the end: path[start … MAX_PATH-1] */
	__u64 dentries[MAX_PATH_DEPTH];
	struct rule_set matched;
	struct rule_set ancestors;     /* rules that some ancestor satisfies */
	struct rule_set not_ancestors; /* rules that some ancestor exempts from */
	struct executable_key key;
	struct script_walk scripts;
	struct walk walk;
	struct kept_args args;
	struct process_event event;
};
struct { __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY); __uint(max_entries, 1); __type(key, __u32); __type(value, struct scratch); } hook_scratch SEC(".maps");
ARRAY_OF(struct scratch, 1, 0) iter_scratch SEC(".maps"); /* iterators are preemptible, and run one at a time */

static __always_inline struct scratch *scratch_of(int in_iterator)
{
	__u32 zero = 0;
	return in_iterator ? bpf_map_lookup_elem(&iter_scratch, &zero) : bpf_map_lookup_elem(&hook_scratch, &zero);
}

static __always_inline void count_n(__u32 counter, __u64 n)
{
	__u64 *value = bpf_map_lookup_elem(&counters, &counter);
	if (value)
		*value += n;
}

static __always_inline void count(__u32 counter) { count_n(counter, 1); }

SUBPROGRAM int note_error(__u32 hook, __u32 helper, __s32 error)
{
	struct helper_error key = { .hook = hook, .helper = helper, .error = error };
	__u64 one = 1, *value = bpf_map_lookup_elem(&helper_errors, &key);
	if (value)
		__sync_fetch_and_add(value, 1);
	else if (bpf_map_update_elem(&helper_errors, &key, &one, BPF_NOEXIST))
		count(COUNT_HELPER_ERRORS_LOST);
	return 0;
}
#endif
