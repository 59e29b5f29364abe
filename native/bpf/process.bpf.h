/* Life of processes.
 *   fork_inherit (sched_process_fork): container and lineage go to the child
 *   exit_forget (sched_process_exit): the entry goes with the last thread */
#ifndef STASIS_PROCESS_BPF_H
#define STASIS_PROCESS_BPF_H
#include "act.bpf.h"

static __always_inline void inherit(const struct process *parent, struct task_struct *child)
{
	struct container *container = container_at(parent->container);
	struct process entry = *parent;
	__u64 cgroup = cgroup_of(child);
	if (!container || container->cgroup != parent->cgroup)
		return;
	entry.start_ns = BPF_CORE_READ(child, start_boottime);
	entry.parent = BPF_CORE_READ(child, real_parent, tgid);
	if (container_of_cgroup(cgroup) != parent->container) { /* clone3(CLONE_INTO_CGROUP) */
		entry.flags |= PROCESS_ESCAPED;
		count(COUNT_ESCAPES);
	}
	enter_process(BPF_CORE_READ(child, tgid), &entry, container);
}

SEC("tp_btf/sched_process_fork")
int BPF_PROG(fork_inherit, struct task_struct *parent, struct task_struct *child)
{
	struct control *control_ = control_in_force();
	__u32 tgid = BPF_CORE_READ(parent, tgid), index;
	struct process *process;
	struct container *container;
	if (!control_ || BPF_CORE_READ(child, tgid) == tgid)
		return 0;
	process = bpf_map_lookup_elem(&processes, &tgid);
	index = container_of_process(process, cgroup_of(child));
	container = container_at(index);
	if (!container)
		return 0;
	prove(container, HOOK_FORK);
	if (process)
		inherit(process, child);
	else if (container_of_cgroup(cgroup_of(parent)) != index)
		join_container(child, index, flags_of_joiner(container, child, control_)); /* a runtime that clones into the container */
	else
		count(COUNT_UNKNOWN_SUBJECT);
	return 0;
}

/* One that was continued and ended before the freezer had it ran until now at most. */
static __always_inline void forget_stopped(__u32 index, __u32 tgid)
{
	struct containment *containment = containment_at(index);
	struct stopped *entry = bpf_map_lookup_elem(&stopped, &tgid);
	if (!entry)
		return;
	if (containment && containment->state == CONTAINMENT_HIT && entry->revocations)
		__sync_fetch_and_add(&containment->revoked_ns, bpf_ktime_get_boot_ns() - entry->since_ns);
	bpf_map_delete_elem(&stopped, &tgid);
}

static __always_inline void forget_hold(struct control *control_, __u32 tgid)
{
	if (!bpf_map_delete_elem(&holds, &tgid))
		__sync_fetch_and_add(&control_->held, -1);
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(exit_forget, struct task_struct *task)
{
	struct control *control_ = control_in_force();
	__u32 tgid = BPF_CORE_READ(task, tgid), index;
	struct process *process;
	struct container *container;
	__u64 cgroup;
	if (!control_ || !group_dead(task))
		return 0;
	process = bpf_map_lookup_elem(&processes, &tgid);
	index = process ? process->container : container_of_cgroup(cgroup_of(task));
	cgroup = process ? process->cgroup : 0;
	if (process || control_->contained)
		forget_stopped(index, tgid);
	if (control_->held)
		forget_hold(control_, tgid);
	if (!process)
		return 0;
	if (bpf_map_delete_elem(&processes, &tgid)) /* several threads can see that they were the last: one of them counts */
		return 0;
	container = container_at(index);
	if (!container || container->cgroup != cgroup)
		return 0;
	prove(container, HOOK_EXIT);
	__sync_fetch_and_add(&container->processes, -1);
	return 0;
}
#endif
