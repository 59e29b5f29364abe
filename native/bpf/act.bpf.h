/* What is done about a match: flag first, signal second, everything else later. */
#ifndef STASIS_ACT_BPF_H
#define STASIS_ACT_BPF_H
#include "match.bpf.h"

enum { SIG_KILL = 9, SIG_CONT = 18, SIG_STOP = 19 };

/* What was done, for the record. */
struct verdict { __u64 event_id, hit_ns, acted_ns; __u32 action, result, reason; __s32 error; __u32 order; /* signal for the iterator's reader */ __u32 fallback; /* of a hold */ __u32 token; /* 1: taken from the bucket */ };

/* CPU << 48 | sequence: unique within a boot, known before the record is written */
static __always_inline __u64 next_event_id(void)
{
	__u32 zero = 0;
	__u64 *sequence = bpf_map_lookup_elem(&event_sequence, &zero);
	__u64 number = sequence ? __sync_fetch_and_add(sequence, 1) + 1 : 0;
	return (__u64)bpf_get_smp_processor_id() << 48 | (number & 0xffffffffffffULL);
}

/* An iterator judges other tasks: its reader sends the signal. */
static __always_inline void signal_subject(const struct subject *subject, struct verdict *verdict, __u32 signal)
{
	if (subject->in_iterator) {
		verdict->order = signal;
		return;
	}
	verdict->error = bpf_send_signal(signal);
	if (verdict->error) {
		verdict->result = RESULT_FAILED;
		note_error(HOOK_EXEC, HELPER_SIGNAL, verdict->error);
	}
}

static __always_inline int agent_alive(const struct control *control_, __u64 now)
{
	return now - control_->heartbeat_ns < HEARTBEAT_STALE_NS || control_->heartbeat_ns > now;
}

static __always_inline void ring_doorbell(__u64 cgroup, __u32 tgid, __u32 hold)
{
	struct doorbell bell = { .cgroup = cgroup, .tgid = tgid, .hold = hold };
	if (bpf_ringbuf_output(&doorbells, &bell, sizeof(bell), BPF_RB_FORCE_WAKEUP))
		count(COUNT_DROPPED_DOORBELL);
}

/* Remembers whom the hook stops: only they are continued. 0: remembered just now */
static __always_inline int remember_stopped(__u32 tgid, __u64 start_ns, __u64 cgroup, __u32 kind)
{
	struct stopped entry = { .start_ns = start_ns, .cgroup = cgroup, .since_ns = bpf_ktime_get_boot_ns(), .kind = kind };
	__s64 error = bpf_map_update_elem(&stopped, &tgid, &entry, BPF_NOEXIST);
	if (error && error != -17)
		count(COUNT_STOPPED_FULL);
	return error;
}

/* Somebody continued a process that the hook had stopped. 1: for the first time */
static __always_inline int note_revocation(struct containment *containment, struct stopped *entry)
{
	count(COUNT_REVOCATIONS);
	__sync_fetch_and_add(&containment->revocations, 1);
	if (__sync_fetch_and_add(&entry->revocations, 1))
		return 0;
	entry->since_ns = bpf_ktime_get_boot_ns();
	return 1;
}

/* signal 0: whoever continued it was not seen, or traces it */
struct revocation { __u64 cgroup, event; __u32 by, signal, restopped; };

static __always_inline __u64 start_of(__u32 tgid)
{
	struct process *process = bpf_map_lookup_elem(&processes, &tgid);
	return process ? process->start_ns : group_start(bpf_get_current_task_btf());
}

/* The offending thread; an iterator judges processes, not threads. */
static __always_inline __u32 tid_of(const struct subject *subject)
{
	return subject->in_iterator ? subject->tgid : (__u32)bpf_get_current_pid_tgid();
}

/* 1: this container may be frozen now; else verdict->reason says why not */
static __always_inline int permitted(struct control *control_, __u32 marks, struct verdict *verdict)
{
	if (control_->permits == PERMIT_REQUIRED && !(marks & CONTAINER_ARMED))
		return 0;
	verdict->token = __sync_fetch_and_add(&control_->tokens, -1) > 0;
	if (verdict->token)
		return 1;
	__sync_fetch_and_add(&control_->tokens, 1);
	count(COUNT_REFUSED_BUDGET);
	verdict->reason = REASON_BUDGET;
	return 0;
}

static __always_inline void begin_containment(struct control *control_, struct subject *subject, struct verdict *verdict)
{
	struct containment *containment = containment_at(subject->container);
	verdict->action = ACTION_FREEZE;
	if (!containment)
		return;
	__sync_fetch_and_add(&control_->contained, 1);
	if (__sync_val_compare_and_swap(&containment->state, CONTAINMENT_NONE, CONTAINMENT_HIT) != CONTAINMENT_NONE) {
		__sync_fetch_and_add(&control_->contained, -1);
		__sync_fetch_and_add(&control_->tokens, verdict->token); /* the budget counts containers, not hits */
		verdict->reason = REASON_CONTAINED;
	} else {
		containment->flagged_ns = bpf_ktime_get_boot_ns();
	}
	remember_stopped(subject->tgid, start_of(subject->tgid), subject->cgroup, STOP_OFFENDER);
	signal_subject(subject, verdict, SIG_STOP);
	verdict->acted_ns = bpf_ktime_get_boot_ns();
	if (verdict->reason == REASON_CONTAINED)
		return;
	containment->cgroup = subject->cgroup;
	containment->stopped_ns = verdict->acted_ns;
	containment->event_id = verdict->event_id;
	containment->tgid = subject->tgid;
	containment->tid = tid_of(subject);
	containment->generation = subject->generation;
	/* Last, on every machine: an exchange orders all that was written before. There is no receipt without it, and an iterator can be
	 * preempted by the thread that freezes. */
	__sync_lock_test_and_set(&containment->hit_ns, verdict->hit_ns);
	ring_doorbell(subject->cgroup, subject->tgid, 0);
}

/* Stops the offender until somebody answers; a first program that waits for its name can become one that waits for a permit. One that waits for
 * a permit waits for no second one: several scripts of one exec can be hits. 0: held */
static __always_inline int begin_hold(struct control *control_, struct subject *subject, struct verdict *verdict, __u32 kind)
{
	struct hold entry = { .cgroup = subject->cgroup, .since_ns = verdict->hit_ns, .event_id = verdict->event_id,
		.kind = kind, .fallback = verdict->fallback }, *waiting;
	__u32 tgid = subject->tgid; /* a map's key may not lie in an argument below 6.2 */
	entry.start_ns = start_of(tgid);
	entry.tid = tid_of(subject);
	entry.deadline_ns = verdict->hit_ns + control_->hold_ms * 1000000ULL;
	waiting = bpf_map_lookup_elem(&holds, &tgid);
	if (waiting && waiting->kind == HOLD_WAIT && kind == HOLD_PERMIT) {
		bpf_map_update_elem(&holds, &tgid, &entry, BPF_EXIST);
		verdict->acted_ns = bpf_ktime_get_boot_ns();
		return 0;
	}
	if (waiting && waiting->kind == HOLD_PERMIT && kind == HOLD_PERMIT && waiting->start_ns == entry.start_ns) {
		if (entry.fallback == FALLBACK_KILL)
			waiting->fallback = FALLBACK_KILL;
		signal_subject(subject, verdict, SIG_STOP);
		verdict->acted_ns = bpf_ktime_get_boot_ns();
		return 0;
	}
	__sync_fetch_and_add(&control_->held, 1);
	if (bpf_map_update_elem(&holds, &tgid, &entry, BPF_NOEXIST)) {
		__sync_fetch_and_add(&control_->held, -1);
		count(COUNT_HOLDS_FULL);
		verdict->reason = REASON_TABLE_FULL;
		return 1;
	}
	signal_subject(subject, verdict, SIG_STOP);
	verdict->acted_ns = bpf_ktime_get_boot_ns();
	ring_doorbell(subject->cgroup, subject->tgid, entry.kind);
	return 0;
}

static __always_inline void kill_subject(struct subject *subject, struct verdict *verdict)
{
	verdict->action = ACTION_KILL;
	signal_subject(subject, verdict, SIG_KILL);
	verdict->acted_ns = bpf_ktime_get_boot_ns();
}

static __always_inline int wants(const struct rule_set *matched, const struct rule_set *mask)
{
	__u64 any = 0;
	for (__u32 w = 0; w < RULE_WORDS; w++)
		any |= matched->words[w] & mask->words[w];
	return any != 0;
}

/* Freeze where it may; else a hold where somebody can be asked; else Kill if some rule lists it; else the finding says why not. */
VERIFIED_ONCE int act(struct subject *subject, struct verdict *verdict)
{
	struct control *control_ = control_in_force();
	struct scratch *scratch;
	struct container *container;
	struct containment *containment;
	struct plan *plan;
	__u32 slot, marks;
	int freeze, kill;
	if (!subject || !verdict)
		return 0;
	slot = subject->generation & 1;
	scratch = scratch_of(subject->in_iterator);
	container = container_at(subject->container);
	containment = containment_at(subject->container);
	plan = bpf_map_lookup_elem(&plans, &slot);
	if (!scratch || !control_ || !container || !containment || !plan)
		return 0;
	freeze = wants(&scratch->matched, &plan->freeze);
	kill = wants(&scratch->matched, &plan->kill);
	if (!freeze && !kill)
		return 0;
	if (control_->orphan_after_ns && verdict->hit_ns - control_->heartbeat_ns > control_->orphan_after_ns &&
	    verdict->hit_ns > control_->heartbeat_ns) {
		verdict->action = freeze ? ACTION_FREEZE : ACTION_KILL;
		verdict->result = RESULT_REFUSED;
		verdict->reason = REASON_ORPHANED;
		return 0;
	}
	marks = marks_of(container);
	if (marks & CONTAINER_PROTECTED) {
		verdict->action = freeze ? ACTION_FREEZE : ACTION_KILL;
		verdict->result = RESULT_REFUSED;
		verdict->reason = REASON_PROTECTED;
		return 0;
	}
	if (freeze && (containment->state || permitted(control_, marks, verdict))) {
		begin_containment(control_, subject, verdict);
		return 0;
	}
	if (freeze && control_->permits == PERMIT_REQUIRED && verdict->reason != REASON_BUDGET) {
		verdict->action = ACTION_FREEZE;
		verdict->result = RESULT_HELD;
		verdict->fallback = kill ? FALLBACK_KILL : FALLBACK_GO;
		if (!agent_alive(control_, verdict->hit_ns))
			verdict->reason = REASON_NO_AGENT;
		else if (!begin_hold(control_, subject, verdict, HOLD_PERMIT))
			return 0;
		verdict->result = RESULT_DONE;
	}
	if (kill) {
		kill_subject(subject, verdict);
		return 0;
	}
	verdict->action = ACTION_FREEZE;
	verdict->result = RESULT_REFUSED;
	return 0;
}
#endif
