/* Records for the findings ring: zeroed first, strings with lengths, equal ones left out and counted. */
#ifndef STASIS_EMIT_BPF_H
#define STASIS_EMIT_BPF_H
#include "act.bpf.h"

enum { DEDUP_NS = 1000000000, MAX_ID_EXTENTS = 5, OVERFLOW_ID = 65534, MAX_PID_LEVEL = 32 };

static __always_inline __u32 pid_in_namespace(struct task_struct *task)
{
	struct pid *pid = BPF_CORE_READ(task, group_leader, thread_pid);
	__u32 level = BPF_CORE_READ(pid, level), number = 0;
	bpf_core_read(&number, sizeof(number), &pid->numbers[level & (MAX_PID_LEVEL - 1)].nr);
	return number;
}

/* As from_kuid_munged: an id that is not mapped is the overflow id. Maps of more than 5 extents are not followed. */
static __always_inline __u32 id_in_namespace(struct uid_gid_map *map, __u32 id)
{
	__u32 extents = BPF_CORE_READ(map, nr_extents);
	for (__u32 i = 0; i < MAX_ID_EXTENTS; i++) {
		__u32 lower = BPF_CORE_READ(map, extent[i].lower_first), size = BPF_CORE_READ(map, extent[i].count);
		if (i < extents && id >= lower && id - lower < size)
			return BPF_CORE_READ(map, extent[i].first) + (id - lower);
	}
	return OVERFLOW_ID;
}

static __always_inline void describe_credentials(struct event_process *subject, struct task_struct *task)
{
	const struct cred *cred = BPF_CORE_READ(task, cred);
	struct user_namespace *user_ns = BPF_CORE_READ(cred, user_ns);
	subject->host_uid = BPF_CORE_READ(cred, uid.val);
	subject->host_gid = BPF_CORE_READ(cred, gid.val);
	subject->uid = id_in_namespace(&user_ns->uid_map, subject->host_uid);
	subject->gid = id_in_namespace(&user_ns->gid_map, subject->host_gid);
	subject->user_ns = BPF_CORE_READ(user_ns, ns.inum);
	bpf_core_read(&subject->capabilities, sizeof(subject->capabilities), &cred->cap_effective);
}

SUBPROGRAM int describe_task(struct event_process *subject, struct task_struct *task)
{
	struct process *process;
	__u32 tgid = BPF_CORE_READ(task, tgid);
	if (!subject || !task)
		return 0;
	subject->start_ns = group_start(task);
	subject->host_pid = tgid;
	subject->tid = BPF_CORE_READ(task, pid);
	subject->pid = pid_in_namespace(task);
	subject->task_cgroup = cgroup_of(task);
	subject->mount_ns = mount_ns_of(task);
	subject->pid_ns = BPF_CORE_READ(task, nsproxy, pid_ns_for_children, ns.inum);
	subject->net_ns = BPF_CORE_READ(task, nsproxy, net_ns, ns.inum);
	bpf_core_read(subject->comm, sizeof(subject->comm), &task->comm);
	describe_credentials(subject, task);
	process = bpf_map_lookup_elem(&processes, &tgid);
	if (process) {
		subject->executable = process->executable;
		subject->flags = process->flags;
		subject->cgroup = process->cgroup;
	}
	return 0;
}

/* Tells that somebody continued a process that a hook had stopped; uses no scratch. */
SUBPROGRAM int tell_revocation(struct task_struct *task, const struct revocation *revocation)
{
	struct revocation_event *record = bpf_ringbuf_reserve(&findings, sizeof(*record), 0);
	if (!record) {
		count(COUNT_DROPPED_FINDINGS);
		return 0;
	}
	__builtin_memset(record, 0, sizeof(*record));
	record->header.abi = STASIS_ABI;
	record->header.kind = EVENT_REVOCATION;
	record->header.size = sizeof(*record);
	record->header.id = next_event_id();
	record->header.time_ns = bpf_ktime_get_boot_ns();
	describe_task(&record->subject, task);
	record->subject.cgroup = revocation->cgroup;
	record->by.host_pid = revocation->by;
	record->signal = revocation->signal;
	record->restopped = revocation->restopped;
	record->of_event = revocation->event;
	bpf_ringbuf_submit(record, 0);
	return 0;
}

static __always_inline void describe_parent(struct event_parent *parent, struct task_struct *task)
{
	struct task_struct *real = BPF_CORE_READ(task, real_parent);
	struct process *process;
	parent->host_pid = BPF_CORE_READ(real, tgid);
	parent->pid = pid_in_namespace(real);
	process = bpf_map_lookup_elem(&processes, &parent->host_pid);
	if (process)
		parent->executable = process->executable;
}

/* No stale byte leaves in the padding behind the strings. */
static __always_inline void end_text(struct scratch *scratch, __u32 end)
{
	OPAQUE(end);
	if (end <= MAX_PATH + MAX_ARGS_BYTES)
		__builtin_memset(&scratch->event.text[end], 0, 8);
}

/* Copies the arguments that the kernel has just laid out, before the program can change them. */
VERIFIED_ONCE int keep_arguments(__u32 tgid, __u64 start_ns)
{
	struct scratch *scratch = scratch_of(0);
	struct task_struct *task = bpf_get_current_task_btf();
	__u64 start, end;
	__u32 length;
	__s64 error;
	if (!scratch)
		return 0;
	start = BPF_CORE_READ(task, mm, arg_start);
	end = BPF_CORE_READ(task, mm, arg_end);
	length = end > start ? end - start : 0;
	scratch->event.args_length = length > MAX_ARGS_BYTES ? MAX_ARGS_BYTES : length;
	if (length > MAX_ARGS_BYTES)
		scratch->event.flags |= EVENT_ARGS_TRUNCATED;
	length = scratch->event.args_length;
	OPAQUE(length); /* else a compiler leaves out the check, which it knows to hold, and the verifier does not */
	if (length > MAX_ARGS_BYTES)
		return 0;
	error = bpf_probe_read_user(&scratch->event.text[MAX_PATH], length, (void *)start);
	if (error) {
		note_error(HOOK_EXEC, HELPER_READ_USER, error);
		scratch->event.args_length = 0;
		scratch->event.flags |= EVENT_ARGS_TRUNCATED;
		return 0;
	}
	end_text(scratch, MAX_PATH + length);
	scratch->args.start_ns = start_ns;
	scratch->args.truncated = length > KEPT_ARGS;
	length = length > KEPT_ARGS ? KEPT_ARGS : length;
	scratch->args.length = length;
	__builtin_memset(scratch->args.bytes, 0, KEPT_ARGS);
	bpf_probe_read_kernel(scratch->args.bytes, length, &scratch->event.text[MAX_PATH]);
	bpf_map_update_elem(&arguments, &tgid, &scratch->args, BPF_ANY);
	return 0;
}

/* The arguments kept at the exec, for a finding of the running process */
VERIFIED_ONCE int recall_arguments(__u32 tgid, int in_iterator)
{
	struct scratch *scratch = scratch_of(in_iterator);
	struct kept_args *kept = bpf_map_lookup_elem(&arguments, &tgid);
	__u32 length;
	if (!scratch || !kept)
		return 0;
	length = kept->length;
	if (length > KEPT_ARGS)
		return 0;
	bpf_probe_read_kernel(&scratch->event.text[MAX_PATH], length, kept->bytes);
	end_text(scratch, MAX_PATH + length);
	scratch->event.args_length = length;
	if (kept->truncated)
		scratch->event.flags |= EVENT_ARGS_TRUNCATED;
	return 0;
}

struct bytes_walk { __u64 hash; __u32 in_iterator, words; };

/* Begins with a hash that nobody outside knows, and multiplies twice: of a single product it is known what the highest bit of a word changes. */
static long hash_args_step(__u32 index, struct bytes_walk *walk)
{
	struct scratch *scratch = scratch_of(walk->in_iterator);
	__u64 hash;
	if (!scratch || index >= MAX_ARGS_BYTES / 8)
		return 1;
	hash = walk->hash ^ *(__u64 *)&scratch->event.text[MAX_PATH + index * 8];
	hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15ULL;
	walk->hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9ULL;
	return 0;
}

static __always_inline __u64 hash_set(const struct rule_set *set)
{
	__u64 hash = 0;
	for (__u32 w = 0; w < RULE_WORDS; w++)
		hash = (hash ^ set->words[w]) * 0x9E3779B97F4A7C15ULL, hash ^= hash >> 29;
	return hash;
}

/* 1: an equal finding went out less than a second ago. `curl a` does not hide `curl b`: arguments and file are part of it.
 * The count is told by the next equal one; where none comes the agent takes it. What is held is told each time: each waits for an answer of its own. */
static __always_inline int repeated(struct scratch *scratch, const struct subject *subject, struct verdict *verdict)
{
	struct bytes_walk walk = { .hash = (__u64)subject->executable << 32 ^ scratch->key.path_hash, .in_iterator = subject->in_iterator };
	struct recent_key key = { .cgroup = subject->cgroup, .matched_hash = hash_set(&scratch->matched), .generation = subject->generation };
	struct recent fresh = { .last_ns = verdict->hit_ns, .event_id = verdict->event_id }, *last;
	if (verdict->result == RESULT_HELD)
		return 0;
	bpf_loop((scratch->event.args_length + 7) / 8, hash_args_step, &walk, 0);
	key.object_hash = walk.hash ^ scratch->key.inode * 0x9E3779B97F4A7C15ULL ^ scratch->key.version;
	key.result = verdict->action << 16 | verdict->result << 8 | verdict->reason;
	last = bpf_map_lookup_elem(&recent, &key);
	if (last && verdict->hit_ns - last->last_ns < DEDUP_NS) {
		__sync_fetch_and_add(&last->repeats, 1);
		count(COUNT_DEDUPLICATED);
		return 1;
	}
	if (last) {
		scratch->event.header.repeats = __sync_fetch_and_and(&last->repeats, 0);
		last->last_ns = verdict->hit_ns;
		last->event_id = verdict->event_id;
		return 0;
	}
	bpf_map_update_elem(&recent, &key, &fresh, BPF_ANY);
	return 0;
}

static __always_inline void fill_header(struct event_header *header, const struct subject *subject, const struct verdict *verdict)
{
	header->abi = STASIS_ABI;
	header->id = verdict->event_id;
	header->time_ns = verdict->hit_ns;
	header->generation = subject->generation;
	header->action = verdict->action;
	header->result = verdict->result;
	header->reason = verdict->reason;
	header->error = verdict->error;
}

/* Moves the arguments from behind the longest path to behind this one, so that the record is as short as its strings. */
static __always_inline __u32 lay_out_text(struct scratch *scratch, __u32 path_start)
{
	__u32 path_length = path_start < MAX_PATH ? MAX_PATH - path_start : 0, args_length = scratch->event.args_length;
	if (path_length > MAX_PATH)
		path_length = MAX_PATH;
	if (args_length > MAX_ARGS_BYTES)
		args_length = 0;
	bpf_probe_read_kernel(scratch->event.text, path_length, &scratch->path[path_start & (MAX_PATH - 1)]);
	if (path_length <= MAX_PATH - MAX_ARGS_BYTES)
		bpf_probe_read_kernel(&scratch->event.text[path_length], args_length, &scratch->event.text[MAX_PATH]);
	else if (args_length) { /* no room is left behind so long a path */
		args_length = 0;
		scratch->event.flags |= EVENT_ARGS_TRUNCATED;
	}
	scratch->event.path_length = path_length;
	scratch->event.args_length = args_length;
	end_text(scratch, path_length + args_length);
	return path_length + args_length;
}

/* Sends the finding. The record's fields outside header and text were zeroed by begin_event. */
VERIFIED_ONCE int emit_process(struct subject *subject, struct verdict *verdict, __u64 address)
{
	struct task_struct *task = (void *)address;
	struct scratch *scratch;
	struct process *process;
	__u32 size, tgid;
	if (!subject || !verdict)
		return 0;
	tgid = subject->tgid; /* a map's key may not lie in an argument below 6.2 */
	scratch = scratch_of(subject->in_iterator);
	if (!scratch || repeated(scratch, subject, verdict))
		return 0;
	fill_header(&scratch->event.header, subject, verdict);
	scratch->event.header.kind = EVENT_PROCESS;
	scratch->event.header.matched = scratch->matched;
	describe_task(&scratch->event.subject, task);
	describe_parent(&scratch->event.parent, task);
	process = bpf_map_lookup_elem(&processes, &tgid);
	if (process) {
		scratch->event.ancestor_count = process->ancestor_count;
		for (__u32 i = 0; i < MAX_ANCESTORS; i++)
			scratch->event.ancestors[i] = process->ancestors[i];
	}
	scratch->event.subject.cgroup = subject->cgroup;
	scratch->event.origin = subject->origin;
	scratch->event.flags |= subject->flags | (subject->path_start >= MAX_PATH ? EVENT_PATH_UNKNOWN : 0);
	if (BPF_CORE_READ(task, signal, tty))
		scratch->event.flags |= EVENT_TTY;
	scratch->event.device = scratch->key.device;
	scratch->event.inode = scratch->key.inode;
	scratch->event.hook_ns = verdict->acted_ns > verdict->hit_ns ? verdict->acted_ns - verdict->hit_ns : 0;
	size = (__builtin_offsetof(struct process_event, text) + lay_out_text(scratch, subject->path_start) + 7) & ~7U;
	if (size > sizeof(scratch->event))
		return 0;
	scratch->event.header.size = size;
	count(COUNT_FINDINGS);
	if (bpf_ringbuf_output(&findings, &scratch->event, size, 0))
		count(COUNT_DROPPED_FINDINGS);
	return 0;
}

/* Zeroes what the record will carry: all of it but the text behind the strings, whose padding is zeroed with the arguments. */
static __always_inline void begin_event(struct scratch *scratch)
{
	__builtin_memset(&scratch->event, 0, __builtin_offsetof(struct process_event, text));
}
#endif
