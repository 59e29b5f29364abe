/* Ends of system calls. Costs one load while nothing is contained, held or watched.
 *   sys_exit_watch (sys_exit): soft freeze of contained containers, held offenders, opens of watched interpreters */
#ifndef STASIS_SYSCALL_BPF_H
#define STASIS_SYSCALL_BPF_H
#include "emit.bpf.h"
#include "script.bpf.h"

enum { STOP_PENDING = 1 << 17 /* JOBCTL_STOP_PENDING */, SIGSTOP_BIT = 1 << (SIG_STOP - 1), EXECUTE_BITS = 0111,
	MAX_TRACEES = 4, TASK_STOPPED_OR_TRACED = 0xc, FILE_MODE_READ = 1 };

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

/* The file behind a descriptor of the current task, NULL when it has vanished again */
static __always_inline struct file *file_at(struct task_struct *task, __u32 fd)
{
	struct fdtable *table = BPF_CORE_READ(task, files, fdt);
	struct file *file = NULL;
	if (fd >= BPF_CORE_READ(table, max_fds))
		return NULL;
	bpf_probe_read_kernel(&file, sizeof(file), BPF_CORE_READ(table, fd) + fd);
	return file;
}

enum named { NAMED_NOT = 0, NAMED_ALIKE = 1, NAMED_EXACTLY = 2 };

/* Whether the file that was opened is the one the exec named: exactly, by the same string or by the descriptor; alike, by its last
 * component: it is judged, but the watch goes on, since anybody can choose such a name. */
VERIFIED_ONCE int is_named_file(__u32 tgid, __u64 address, __u64 user_path)
{
	struct process *process = bpf_map_lookup_elem(&processes, &tgid);
	struct file *file = (void *)address, *named;
	struct scratch *scratch = scratch_of(0);
	struct name_walk walk;
	if (!process || !scratch)
		return 0;
	if (process->script_fd) {
		named = file_at(bpf_get_current_task_btf(), process->script_fd - 1);
		if (named && BPF_CORE_READ(named, f_inode) == BPF_CORE_READ(file, f_inode))
			return NAMED_EXACTLY;
	}
	if (user_path > 1) {
		scratch->name[0] = 0; /* should the read fail */
		bpf_probe_read_user_str(scratch->name, sizeof(scratch->name), (void *)user_path);
		hash_name(&walk);
		if (walk.whole == process->script_hash)
			return NAMED_EXACTLY;
	}
	bpf_probe_read_kernel_str(scratch->name, sizeof(scratch->name), BPF_CORE_READ(file, f_path.dentry, d_name.name));
	hash_name(&walk);
	return walk.last == process->script_name_hash ? NAMED_ALIKE : NAMED_NOT;
}

/* Judges an opened file as a program: executable and origin match either it or its interpreter (judged at the exec). */
VERIFIED_ONCE int judge_script(struct subject *subject, __u64 file)
{
	struct scratch *scratch = scratch_of(0);
	struct verdict verdict = { .hit_ns = bpf_ktime_get_boot_ns(), .event_id = next_event_id() };
	if (!scratch || !subject)
		return 0;
	begin_event(scratch);
	if (file)
		identify_file(subject, file);
	if (subject->flags & EVENT_SCRIPT_UNOPENED)
		subject->path_start = MAX_PATH;
	recall_arguments(subject->tgid, 0);
	if (!match_program(subject))
		return 0;
	act(subject, &verdict);
	emit_process(subject, &verdict, bpf_get_current_task());
	return 0;
}

static __always_inline int shared_library(struct file *file)
{
	char name[4] = {};
	bpf_probe_read_kernel_str(name, sizeof(name), BPF_CORE_READ(file, f_path.dentry, d_name.name));
	return name[0] == 'l' && name[1] == 'i' && name[2] == 'b';
}

/* Ends or narrows the watch after an open. */
static __always_inline void advance_watch(struct control *control_, struct process *process, const struct file_facts *facts, int named)
{
	if (named == NAMED_EXACTLY) {
		end_watch(control_, process);
		return;
	}
	/* An executable file of the image, opened first, is what a symbolic link to a script leads to. */
	if (facts->origin == ORIGIN_IMAGE && facts->mode & EXECUTE_BITS && !(process->flags & PROCESS_NAMED_ONLY))
		__sync_fetch_and_or(&process->flags, PROCESS_NAMED_ONLY);
}

/* A file that is not recognised by its name, through a symbolic link, has at least the execute bit that the exec needed.
 * Without this an interpreter's caches (python's __pycache__, written at an earlier start) would count as its script. */
static __always_inline int may_be_script(const struct process *process, const struct file_facts *facts)
{
	return facts->origin != ORIGIN_IMAGE && facts->mode & EXECUTE_BITS && !(process->flags & PROCESS_NAMED_ONLY);
}

/* Somebody else closed the descriptor before its opener had it: what was opened cannot be told, which counts as a hit. */
static __always_inline int vanished_open(struct subject *subject)
{
	subject->flags = EVENT_SCRIPT | EVENT_SCRIPT_UNOPENED;
	count(COUNT_SCRIPT_UNOPENED);
	return judge_script(subject, 0);
}

VERIFIED_ONCE int watched_open(struct subject *subject, __u32 fd, __u64 user_path)
{
	struct control *control_ = control_in_force();
	struct file *file = file_at(bpf_get_current_task_btf(), fd);
	struct process *process;
	struct file_facts facts = {};
	__u32 tgid;
	int named, unopened;
	if (!subject || !control_)
		return 0;
	if (!file)
		return vanished_open(subject);
	if (!(BPF_CORE_READ(file, f_mode) & FILE_MODE_READ)) /* nothing can be run from it: a cache that the interpreter writes, O_PATH */
		return 0;
	tgid = subject->tgid;
	process = bpf_map_lookup_elem(&processes, &tgid);
	if (!process)
		return 0;
	file_facts(&facts, (__u64)file, subject->container);
	if (!facts.regular_on_disk)
		return 0;
	named = is_named_file(tgid, (__u64)file, user_path);
	process->script_opens++;
	unopened = process->script_opens > MAX_SCRIPT_OPENS;
	subject->interpreter = process->executable;
	subject->flags = EVENT_SCRIPT | (unopened && !(process->flags & PROCESS_NAMED_ONLY) ? EVENT_SCRIPT_UNOPENED : 0);
	if (unopened) {
		count(COUNT_SCRIPT_UNOPENED);
		end_watch(control_, process);
	}
	count(COUNT_SCRIPT_OPENS);
	if (named || subject->flags & EVENT_SCRIPT_UNOPENED || may_be_script(process, &facts))
		judge_script(subject, (__u64)file);
	if (!unopened && !shared_library(file))
		advance_watch(control_, process, &facts, named);
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
	struct subject subject = { .tgid = bpf_get_current_pid_tgid() >> 32 };
	struct task_struct *task;
	struct process *process;
	struct container *container;
	struct call call;
	__u64 path;
	if (!control_ || !(control_->contained | control_->watched | control_->held))
		return 0;
	task = bpf_get_current_task_btf();
	process = bpf_map_lookup_elem(&processes, &subject.tgid);
	subject.container = container_of_process(process, cgroup_of(task));
	container = container_at(subject.container);
	if (!container)
		return 0;
	prove(container, HOOK_SYS_EXIT);
	call = call_of(regs, task);
	if (process && process->flags & PROCESS_WATCHED && result >= 0) {
		path = opened_path(&call);
		subject.cgroup = container->cgroup;
		subject.generation = control_->generation;
		if (path && subject.generation)
			watched_open(&subject, result, path);
	}
	if (is_ptrace(&call))
		stop_tracees(subject.container);
	if (control_->contained)
		soften(subject.container, subject.tgid);
	if (control_->held)
		hold_again(subject.tgid);
	return 0;
}
#endif
