/* Program starts. sched_process_exec runs in the calling task, after the old image is gone and before the first
 * instruction of the new one, with preemption off; what is judged is the file that the kernel opened.
 *   exec_judge (sched_process_exec): identity, lineage, match, act, tell */
#ifndef STASIS_EXEC_BPF_H
#define STASIS_EXEC_BPF_H
#include "lifecycle.bpf.h"
#include "script.bpf.h"

/* A task in the host's mount namespace, or with its runtime's root before the container's first program, none of whose ancestors executed
 * inside the container, is the runtime. Without an entry that is not known where entries were refused. The self-test's container has no
 * runtime, and no mount namespace of its own. */
static __always_inline int is_runtime(const struct container *container, const struct process *process, struct task_struct *task, __u32 host_mount_ns)
{
	if (process ? process->flags & PROCESS_INSIDE : container->flags & CONTAINER_CROWDED)
		return 0;
	return !(container->flags & CONTAINER_SELFTEST) && (mount_ns_of(task) == host_mount_ns || has_root_of_runtime(container, task));
}

/* The entry of the process; one that a process of the same number left behind is not its own. */
static __always_inline struct process *own_entry(__u32 tgid, struct task_struct *task)
{
	struct process *process = bpf_map_lookup_elem(&processes, &tgid);
	if (!process || process->start_ns == group_start(task))
		return process;
	bpf_map_delete_elem(&processes, &tgid);
	return NULL;
}

/* Enters the new program into the process's history. The entry is missing when the table or the share is full. */
static __always_inline void enter_program(struct subject *subject, struct process *process)
{
	if (!process)
		return;
	if (process->flags & PROCESS_INSIDE)
		remember_ancestor(process, process->executable);
	process->executable = subject->executable;
	process->origin = subject->origin;
	__sync_fetch_and_or(&process->flags, PROCESS_INSIDE);
}

/* The container's first program before name and image are known: waits for them, or the gap is counted. */
SUBPROGRAM int first_program(struct subject *subject, struct verdict *verdict)
{
	struct container *container = container_at(subject->container);
	struct control *control_ = control_in_force();
	int first;
	if (!container || !control_)
		return 0;
	first = __sync_val_compare_and_swap(&container->first_exec_ns, 0, verdict->hit_ns) == 0;
	if (!(subject->flags & EVENT_UNBOUND))
		return 0;
	if (verdict->action != ACTION_ALERT && verdict->result <= RESULT_HELD && verdict->result != RESULT_REFUSED) /* stopped or killed already */
		return 0;
	if (control_->startup == STARTUP_WAIT && agent_alive(control_, verdict->hit_ns) &&
	    !begin_hold(control_, subject, verdict, HOLD_WAIT)) {
		count(COUNT_STARTUP_WAIT);
		emit_lifecycle(EVENT_CONTAINER_WAITS, subject->cgroup, NULL);
		return 0;
	}
	if (first) {
		count(COUNT_STARTUP_GAP);
		emit_lifecycle(EVENT_CONTAINER_GAP, subject->cgroup, NULL);
	}
	return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(exec_judge, struct task_struct *task, pid_t old_pid, struct linux_binprm *bprm)
{
	struct control *control_ = control_in_force();
	struct scratch *scratch = scratch_of(0);
	struct subject subject = { .tgid = bpf_get_current_pid_tgid() >> 32 };
	struct verdict verdict = {};
	struct process *process;
	struct container *container;
	if (!control_ || !scratch)
		return 0;
	process = own_entry(subject.tgid, task);
	subject.container = container_of_process(process, cgroup_of(task));
	if (!subject.container)
		subject.container = container_above(task);
	container = container_at(subject.container);
	if (!container || container->flags & CONTAINER_EXEMPT)
		return 0;
	prove(container, HOOK_EXEC);
	if (is_runtime(container, process, task, control_->host_mount_ns)) {
		count(COUNT_RUNTIME_EXECS);
		return 0;
	}
	verdict.hit_ns = bpf_ktime_get_boot_ns();
	verdict.event_id = next_event_id();
	subject.cgroup = container->cgroup;
	subject.generation = control_->generation;
	count(COUNT_EXECS);
	if (!process) {
		count(COUNT_UNKNOWN_SUBJECT);
		process = join_container(task, subject.container, PROCESS_OVERFLOW);
	}
	learn_container(container, task);
	begin_event(scratch);
	identify_file(&subject, (__u64)BPF_CORE_READ(bprm, file));
	enter_program(&subject, process);
	if (is_script(bprm))
		judge_scripts(&subject, &verdict, bprm, process ? process->start_ns : 0);
	else
		judge_subject(&subject, &verdict, process ? process->start_ns : 0);
	if (subject.flags & EVENT_UNBOUND || !container->first_exec_ns)
		first_program(&subject, &verdict);
	return 0;
}
#endif
