/* Ends of system calls. Costs one load while nothing is contained or held.
 *   sys_exit_watch (sys_exit): soft freeze of contained containers, held offenders */
#ifndef STASIS_SYSCALL_BPF_H
#define STASIS_SYSCALL_BPF_H
#include "emit.bpf.h"

enum { STOP_PENDING = 1 << 17 /* JOBCTL_STOP_PENDING */, SIGSTOP_BIT = 1 << (SIG_STOP - 1), MAX_TRACEES = 4,
	TASK_STOPPED_OR_TRACED = 0xc };

/* 1: a stop is on its way to this thread, so nobody has revoked it */
static __always_inline int stop_pending(struct task_struct *task)
{
	__u64 shared = BPF_CORE_READ(task, signal, shared_pending.signal.sig[0]), own = BPF_CORE_READ(task, pending.signal.sig[0]);
	return (shared | own) & SIGSTOP_BIT || BPF_CORE_READ(task, jobctl) & STOP_PENDING;
}

static __always_inline void stop_current(void)
{
	long error = bpf_send_signal(SIG_STOP);
	if (error)
		note_error(HOOK_SYS_EXIT, HELPER_SIGNAL, error);
}

/* Every task of a contained container stops at the end of the call that it is in. */
VERIFIED_ONCE int soften(__u32 index, __u32 tgid)
{
	struct containment *containment = containment_at(index);
	struct task_struct *task = bpf_get_current_task_btf();
	struct process *process = bpf_map_lookup_elem(&processes, &tgid);
	struct stopped *entry;
	struct revocation revocation = {};
	if (!containment || !containment->state)
		return 0;
	if (tgid != containment->tgid)
		__sync_fetch_and_add(&containment->calls_after, 1);
	else if (!stop_pending(task)) /* the judged call itself ends with its stop pending */
		__sync_fetch_and_add(&containment->offender_calls, 1);
	if (process && process->flags & PROCESS_ESCAPED) {
		bpf_send_signal(SIG_KILL);
		return 0;
	}
	entry = bpf_map_lookup_elem(&stopped, &tgid);
	if (entry && stop_pending(task))
		return 0;
	if (!entry) {
		remember_stopped(tgid, group_start(task), containment->cgroup, STOP_SIBLING);
	} else if (note_revocation(containment, entry)) {
		revocation.cgroup = entry->cgroup;
		revocation.event = containment->event_id;
		tell_revocation(task, &revocation);
	}
	stop_current();
	return 0;
}

/* A held offender that runs again was continued by somebody: it is stopped again. */
VERIFIED_ONCE int hold_again(__u32 tgid)
{
	struct hold *entry = bpf_map_lookup_elem(&holds, &tgid);
	struct task_struct *task = bpf_get_current_task_btf();
	struct revocation revocation = {};
	if (!entry || stop_pending(task))
		return 0;
	revocation.cgroup = entry->cgroup;
	revocation.event = entry->event_id;
	count(COUNT_REVOCATIONS);
	if (__sync_fetch_and_add(&entry->revocations, 1) == 0)
		tell_revocation(task, &revocation);
	stop_current();
	return 0;
}

/* Stops a tracee that runs although it was stopped; its tracer has just let it go. 0: it does not run */
SUBPROGRAM int stop_running(struct task_struct *tracee, struct revocation *revocation)
{
	struct task_struct *trusted;
	if (stop_pending(tracee) || BPF_CORE_READ(tracee, __state) & TASK_STOPPED_OR_TRACED)
		return 0;
	revocation->by = bpf_get_current_pid_tgid() >> 32;
	trusted = bpf_task_from_pid(BPF_CORE_READ(tracee, pid));
	if (trusted) {
		revocation->restopped = bpf_send_signal_task(trusted, SIG_STOP, PIDTYPE_TGID, 0) == 0;
		bpf_task_release(trusted);
	}
	return 1;
}

static __always_inline void stop_tracee(struct task_struct *tracee, struct containment *containment)
{
	__u32 tgid = BPF_CORE_READ(tracee, tgid);
	struct stopped *stop = bpf_map_lookup_elem(&stopped, &tgid);
	struct revocation revocation = {};
	struct hold *hold_;
	if (stop) {
		revocation.cgroup = stop->cgroup;
		revocation.event = containment->event_id;
		if (stop_running(tracee, &revocation) && note_revocation(containment, stop))
			tell_revocation(tracee, &revocation);
		return;
	}
	hold_ = bpf_map_lookup_elem(&holds, &tgid);
	if (!hold_)
		return;
	revocation.cgroup = hold_->cgroup;
	revocation.event = hold_->event_id;
	if (!stop_running(tracee, &revocation))
		return;
	count(COUNT_REVOCATIONS);
	if (__sync_fetch_and_add(&hold_->revocations, 1) == 0)
		tell_revocation(tracee, &revocation);
}

/* PTRACE_CONT without a signal generates none: seen at the end of the tracer's own call, which is the last it completes. */
VERIFIED_ONCE int stop_tracees(__u32 index)
{
	struct task_struct *tracer = bpf_get_current_task_btf();
	struct containment *containment = containment_at(index);
	struct list_head *entry = BPF_CORE_READ(tracer, ptraced.next);
	if (!containment || !bpf_ksym_exists(bpf_send_signal_task))
		return 0;
#pragma unroll
	for (__u32 i = 0; i < MAX_TRACEES; i++) {
		if (entry == &tracer->ptraced)
			return 0;
		stop_tracee((void *)entry - bpf_core_field_offset(struct task_struct, ptrace_entry), containment);
		entry = BPF_CORE_READ(entry, next);
	}
	return 0;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(sys_exit_watch, struct pt_regs *regs, long result)
{
	struct control *control_ = control_in_force();
	__u32 tgid = bpf_get_current_pid_tgid() >> 32, index;
	struct task_struct *task;
	struct container *container;
	if (!control_ || !(control_->contained | control_->held))
		return 0;
	task = bpf_get_current_task_btf();
	index = container_of_process(bpf_map_lookup_elem(&processes, &tgid), cgroup_of(task));
	container = container_at(index);
	if (!container)
		return 0;
	prove(container, HOOK_SYS_EXIT);
	if (is_ptrace(regs, task))
		stop_tracees(index);
	if (control_->contained)
		soften(index, tgid);
	if (control_->held)
		hold_again(tgid);
	return 0;
}
#endif
