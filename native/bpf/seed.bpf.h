/* Processes that were there before: run by the agent, one run at a time, preemptible, so with a scratch of their own.
 *   seed_tasks (iter/task): enters processes of containers that have no entry, with what can still be known of their lineage
 *   judge_tasks (iter/task): judges the processes of one container that was bound late; its reader sends the signals */
#ifndef STASIS_SEED_BPF_H
#define STASIS_SEED_BPF_H
#include "emit.bpf.h"
#include "subject.bpf.h"

enum { MAX_GENERATIONS = MAX_ANCESTORS };

static __always_inline struct container *container_of_task(struct task_struct *task, __u32 *index)
{
	*index = container_of_cgroup(cgroup_of(task));
	return container_at(*index);
}

VERIFIED_ONCE __u32 intern_file(__u64 file, __u32 index)
{
	struct container *container = container_at(index);
	struct subject subject = { .container = index, .in_iterator = 1 };
	if (!file || !container)
		return 0;
	subject.cgroup = container->cgroup;
	identify_file(&subject, file);
	return subject.executable;
}

static __always_inline __u32 intern_of_task(struct task_struct *task, __u32 index)
{
	return intern_file((__u64)BPF_CORE_READ(task, mm, exe_file), index);
}

/* Climbs the parents inside the same container. What has exited can no longer be known. */
static __always_inline void climb(struct task_struct *task, __u32 tgid, __u32 index)
{
	struct process *process = bpf_map_lookup_elem(&processes, &tgid);
	for (__u32 i = 0; process && i < MAX_GENERATIONS; i++) {
		task = BPF_CORE_READ(task, real_parent);
		if (container_of_cgroup(cgroup_of(task)) != index)
			return;
		remember_ancestor(process, intern_of_task(task, index));
	}
}

/* The container's first process, as far as it is still there: whatever root a later one has chosen for itself does not count. */
static __always_inline struct task_struct *topmost(struct task_struct *task, __u32 index, struct control *control_)
{
	for (__u32 i = 0; i < MAX_GENERATIONS; i++) {
		struct task_struct *parent = BPF_CORE_READ(task, real_parent);
		if (container_of_cgroup(cgroup_of(parent)) != index || mount_ns_of(parent) == control_->host_mount_ns)
			break;
		task = parent;
	}
	return task;
}

SEC("iter/task")
int seed_tasks(struct bpf_iter__task *context)
{
	struct task_struct *task = context->task;
	struct control *control_ = control_in_force();
	__u32 index, tgid, flags;
	struct process *process;
	struct container *container;
	if (!task || !control_ || BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid) || group_dead(task))
		return 0;
	container = container_of_task(task, &index);
	tgid = BPF_CORE_READ(task, tgid);
	if (!container || bpf_map_lookup_elem(&processes, &tgid) || mount_ns_of(task) == control_->host_mount_ns)
		return 0;
	prove(container, HOOK_SEED);
	learn_container(container, topmost(task, index, control_));
	/* Where programs were judged before, it should have had an entry: what its lineage was is lost. */
	flags = PROCESS_INSIDE | PROCESS_ADOPTED | (container->first_exec_ns ? PROCESS_OVERFLOW : 0);
	process = join_container(task, index, flags);
	if (!process)
		return 0;
	/* Its exit may have been seen before it had an entry, which would then wait for whoever gets its number next. */
	if (group_dead(task)) {
		drop_process(tgid, process);
		return 0;
	}
	process->executable = intern_of_task(task, index);
	climb(task, tgid, index);
	return 0;
}

SEC("iter/task")
int judge_tasks(struct bpf_iter__task *context)
{
	struct task_struct *task = context->task;
	struct control *control_ = control_in_force();
	struct scratch *scratch = scratch_of(1);
	struct subject subject = { .in_iterator = 1, .flags = EVENT_LATE };
	struct verdict verdict = {};
	struct iter_request *request;
	struct process *process;
	struct container *container;
	__u32 zero = 0;
	request = bpf_map_lookup_elem(&iter_request, &zero);
	if (!task || !control_ || !scratch || !request || BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid))
		return 0;
	subject.tgid = BPF_CORE_READ(task, tgid);
	process = bpf_map_lookup_elem(&processes, &subject.tgid);
	if (!process || process->cgroup != request->cgroup || !(process->flags & PROCESS_INSIDE))
		return 0;
	subject.container = process->container;
	container = container_at(subject.container);
	if (!container || container->cgroup != request->cgroup)
		return 0;
	subject.cgroup = container->cgroup;
	subject.generation = control_->generation;
	verdict.hit_ns = bpf_ktime_get_boot_ns();
	verdict.event_id = next_event_id();
	begin_event(scratch);
	identify_file(&subject, (__u64)BPF_CORE_READ(task, mm, exe_file));
	recall_arguments(subject.tgid, 1);
	if (!subject.generation || !match_program(&subject))
		return 0;
	act(&subject, &verdict);
	emit_process(&subject, &verdict, (__u64)BPF_CORE_READ(task, group_leader));
	if (verdict.order) {
		struct iter_order order = { .start_ns = process->start_ns, .tgid = subject.tgid, .signal = verdict.order };
		bpf_seq_write(context->meta->seq, &order, sizeof(order));
	}
	return 0;
}
#endif
