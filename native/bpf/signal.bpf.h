/* Revocations of the SIGSTOP bridge.
 *   signal_watch (signal_generate): SIGCONT to a process that a hook stopped: counted, told, and stopped again at once
 * Nests inside other hooks of this CPU (bpf_send_signal generates a signal), so it has no scratch. */
#ifndef STASIS_SIGNAL_BPF_H
#define STASIS_SIGNAL_BPF_H
#include "emit.bpf.h"

static __always_inline int stop_again(struct task_struct *task)
{
	if (!bpf_ksym_exists(bpf_send_signal_task))
		return 0;
	return bpf_send_signal_task(task, SIG_STOP, PIDTYPE_TGID, 0) == 0;
}

static __always_inline void revoked_containment(struct task_struct *task, struct stopped *entry)
{
	struct containment *containment = containment_at(container_of_cgroup(entry->cgroup));
	struct revocation revocation = { .cgroup = entry->cgroup, .by = bpf_get_current_pid_tgid() >> 32, .signal = SIG_CONT };
	if (!containment || !containment->state)
		return;
	revocation.event = containment->event_id;
	revocation.restopped = stop_again(task);
	if (note_revocation(containment, entry))
		tell_revocation(task, &revocation);
}

static __always_inline void revoked_hold(struct task_struct *task, struct hold *entry)
{
	struct revocation revocation = { .cgroup = entry->cgroup, .event = entry->event_id, .by = bpf_get_current_pid_tgid() >> 32, .signal = SIG_CONT };
	count(COUNT_REVOCATIONS);
	revocation.restopped = stop_again(task);
	if (__sync_fetch_and_add(&entry->revocations, 1) == 0)
		tell_revocation(task, &revocation);
}

SEC("tp_btf/signal_generate")
int BPF_PROG(signal_watch, int signal, struct kernel_siginfo *info, struct task_struct *task, int group, int result)
{
	struct control *control_ = control_in_force();
	__u32 tgid;
	struct stopped *entry;
	struct hold *hold_;
	struct container *container;
	if (!control_ || signal != SIG_CONT)
		return 0;
	container = container_at(container_of_cgroup(cgroup_of(task)));
	if (!container)
		return 0;
	prove(container, HOOK_SIGNAL);
	tgid = BPF_CORE_READ(task, tgid);
	entry = bpf_map_lookup_elem(&stopped, &tgid);
	hold_ = bpf_map_lookup_elem(&holds, &tgid);
	if (entry)
		revoked_containment(task, entry);
	else if (hold_)
		revoked_hold(task, hold_);
	return 0;
}
#endif
