/* Which container a task belongs to, and its process entry. */
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

static __always_inline __u64 cgroup_of(struct task_struct *task) { return BPF_CORE_READ(task, cgroups, dfl_cgrp, kn, id); }

/* What the agent told of the container's pod; NULL: nothing */
static __always_inline struct pod *pod_of(const struct container *container)
{
	struct pod_key key = { .uid = { container->pod[0], container->pod[1] } };
	__u32 *index = key.uid[0] | key.uid[1] ? bpf_map_lookup_elem(&pod_ids, &key) : NULL;
	struct pod *pod = index ? bpf_map_lookup_elem(&pods, index) : NULL;
	return pod && pod->key.uid[0] == key.uid[0] && pod->key.uid[1] == key.uid[1] ? pod : NULL;
}

/* Its own flags, and until it is bound those of its pod */
static __always_inline __u32 marks_of(const struct container *container)
{
	__u32 flags = container->flags;
	struct pod *pod = flags & CONTAINER_BOUND ? NULL : pod_of(container);
	return pod ? flags | pod->flags : flags;
}

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
