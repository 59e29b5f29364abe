/* Which container a task belongs to, its process entry, and interned executables. */
#ifndef STASIS_IDENTITY_BPF_H
#define STASIS_IDENTITY_BPF_H
#include "path.bpf.h"

static __always_inline struct control *control_in_force(void)
{
	__u32 zero = 0;
	struct control *control_ = bpf_map_lookup_elem(&control, &zero);
	return control_ && control_->active_epoch == epoch ? control_ : NULL;
}

static __always_inline struct container *container_at(__u32 index)
{
	return index ? bpf_map_lookup_elem(&containers, &index) : NULL;
}

static __always_inline struct containment *containment_at(__u32 index)
{
	return index ? bpf_map_lookup_elem(&contained, &index) : NULL;
}

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

static __always_inline __u64 cgroup_of(struct task_struct *task) { return BPF_CORE_READ(task, cgroups, dfl_cgrp, kn, id); }

/* Index of the container that a cgroup of the default hierarchy belongs to, 0: none */
static __always_inline __u32 container_of_cgroup(__u64 cgroup)
{
	__u32 *index = bpf_map_lookup_elem(&cgroups, &cgroup);
	return index ? *index : 0;
}

/* The container of a process: by its entry, which holds after an escape too, else by its cgroup. 0: none */
static __always_inline __u32 container_of_process(const struct process *process, __u64 cgroup)
{
	if (process) {
		struct container *container = container_at(process->container);
		if (container && container->cgroup == process->cgroup)
			return process->container;
	}
	return container_of_cgroup(cgroup);
}

static __always_inline int group_dead(struct task_struct *task) { return BPF_CORE_READ(task, signal, live.counter) == 0; }
static __always_inline __u64 group_start(struct task_struct *task) { return BPF_CORE_READ(task, group_leader, start_boottime); }
static __always_inline __u32 mount_ns_of(struct task_struct *task) { return BPF_CORE_READ(task, nsproxy, mnt_ns, ns.inum); }

/* A hook that sees the self-test's container is proven. */
static __always_inline void prove(const struct container *container, __u32 hook)
{
	if (container->flags & CONTAINER_SELFTEST)
		count(COUNT_PROVEN + hook);
}

/* Ends an entry. Whoever took it away, and nobody else, counts. */
static __always_inline void drop_process(__u32 tgid, const struct process *process)
{
	struct container *container = container_at(process->container);
	__u64 cgroup = process->cgroup;
	if (!bpf_map_delete_elem(&processes, &tgid) && container && container->cgroup == cgroup)
		__sync_fetch_and_add(&container->processes, -1);
}

/* Enters a process; NULL when the table or its container's share is full: it is an unknown subject then. */
static __always_inline struct process *enter_process(__u32 tgid, const struct process *entry, struct container *container)
{
	struct process *before = bpf_map_lookup_elem(&processes, &tgid);
	__s64 error;
	if (before && before->start_ns != entry->start_ns) /* of an earlier owner of this number, whose end was missed */
		drop_process(tgid, before);
	if (container->processes >= max_processes / SHARE) {
		__sync_fetch_and_or(&container->flags, CONTAINER_CROWDED);
		count(COUNT_PROCESSES_SHARE);
		return NULL;
	}
	error = bpf_map_update_elem(&processes, &tgid, entry, BPF_NOEXIST);
	if (error && error != -17) {
		__sync_fetch_and_or(&container->flags, CONTAINER_CROWDED);
		count(COUNT_PROCESSES_FULL);
		return NULL;
	}
	if (!error)
		__sync_fetch_and_add(&container->processes, 1);
	return bpf_map_lookup_elem(&processes, &tgid);
}

/* A process that joins a container from outside: no lineage inside yet. */
SUBPROGRAM struct process *join_container(struct task_struct *task, __u32 index, __u32 flags)
{
	struct container *container = container_at(index);
	struct process entry = { .start_ns = group_start(task), .container = index, .flags = flags };
	if (!container)
		return NULL;
	entry.cgroup = container->cgroup;
	entry.parent = BPF_CORE_READ(task, real_parent, tgid);
	return enter_process(BPF_CORE_READ(task, tgid), &entry, container);
}

/* As container_of_process, for one without an entry in a cgroup that found no room in `cgroups`: by the cgroups above it. */
static __always_inline __u32 container_above(struct task_struct *task)
{
	struct cgroup *cgroup = BPF_CORE_READ(task, cgroups, dfl_cgrp);
	__u32 index = 0;
#pragma unroll
	for (__u32 i = 0; i < MAX_NESTING; i++) {
		cgroup = BPF_CORE_READ(cgroup, self.parent, cgroup);
		if (!cgroup || index)
			break;
		index = container_of_cgroup(BPF_CORE_READ(cgroup, kn, id));
	}
	return index;
}

/* Whether the current task is a process of the host, in no container */
static __always_inline int caller_is_host(const struct control *control_)
{
	struct task_struct *task = bpf_get_current_task_btf();
	__u32 tgid = bpf_get_current_pid_tgid() >> 32;
	return mount_ns_of(task) == control_->host_mount_ns && !container_of_process(bpf_map_lookup_elem(&processes, &tgid), cgroup_of(task)) &&
		!container_above(task);
}

/* Who joins from the host's mount namespace is the runtime, or was started by it; whom a process of the host moves is the runtime's, too (runc's
 * exec enters the namespaces before its parent moves it). Anybody else, and anybody where entries were refused, may have been inside
 * before: its lineage is not known. */
static __always_inline __u32 flags_of_joiner(const struct container *container, struct task_struct *task, const struct control *control_)
{
	if (!(container->flags & CONTAINER_CROWDED) && (mount_ns_of(task) == control_->host_mount_ns || caller_is_host(control_)))
		return 0;
	return PROCESS_INSIDE | PROCESS_OVERFLOW;
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

/* `old` ran in this process before: it is an ancestor from now on. */
static __always_inline void remember_ancestor(struct process *process, __u32 old)
{
	__u32 known = 0;
	if (!old) {
		process->flags |= PROCESS_OVERFLOW;
		return;
	}
	for (__u32 i = 0; i < MAX_ANCESTORS; i++)
		known |= i < process->ancestor_count && process->ancestors[i] == old;
	if (known)
		return;
	if (process->ancestor_count >= MAX_ANCESTORS) {
		process->flags |= PROCESS_OVERFLOW;
		count(COUNT_LINEAGE_OVERFLOW);
		return;
	}
	process->ancestors[process->ancestor_count & (MAX_ANCESTORS - 1)] = old;
	process->ancestor_count++;
}
#endif
