/* Revocations of the SIGSTOP bridge.
 *   signal_watch (signal_generate): SIGCONT to a process that a hook stopped: counted, told, and stopped again at once
 * Nests inside other hooks of this CPU (bpf_send_signal generates a signal), so it has no scratch. */
#ifndef STASIS_SIGNAL_BPF_H
#define STASIS_SIGNAL_BPF_H
#include "act.bpf.h"

static __always_inline void tell_revocation(struct task_struct *task, __u64 cgroup, __u64 event, __u32 restopped)
{
	struct revocation_event *record = bpf_ringbuf_reserve(&findings, sizeof(*record), 0);
	if (!record) {
		count(COUNT_DROPPED_FINDINGS);
		return;
	}
	__builtin_memset(record, 0, sizeof(*record));
	record->header.abi = STASIS_ABI;
	record->header.kind = EVENT_REVOCATION;
	record->header.size = sizeof(*record);
	record->header.id = next_event_id();
	record->header.time_ns = bpf_ktime_get_boot_ns();
	record->subject.host_pid = BPF_CORE_READ(task, tgid);
	record->subject.tid = BPF_CORE_READ(task, pid);
	record->subject.start_ns = group_start(task);
	record->subject.cgroup = cgroup;
	record->by.host_pid = bpf_get_current_pid_tgid() >> 32;
	record->signal = SIG_CONT;
	record->restopped = restopped;
	record->of_event = event;
	bpf_ringbuf_submit(record, 0);
}

static __always_inline int stop_again(struct task_struct *task)
{
	if (!bpf_ksym_exists(bpf_send_signal_task))
		return 0;
	return bpf_send_signal_task(task, SIG_STOP, PIDTYPE_TGID, 0) == 0;
}

static __always_inline void revoked_containment(struct task_struct *task, struct stopped *entry)
{
	struct containment *containment = containment_at(container_of_cgroup(entry->cgroup));
	if (!containment || !containment->state)
		return;
	__sync_fetch_and_add(&containment->revocations, 1);
	count(COUNT_REVOCATIONS);
	if (__sync_fetch_and_add(&entry->revocations, 1) == 0)
		tell_revocation(task, entry->cgroup, containment->event_id, stop_again(task));
	else
		stop_again(task);
}

static __always_inline void revoked_hold(struct task_struct *task, struct hold *entry)
{
	count(COUNT_REVOCATIONS);
	if (__sync_fetch_and_add(&entry->revocations, 1) == 0)
		tell_revocation(task, entry->cgroup, entry->event_id, stop_again(task));
	else
		stop_again(task);
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
