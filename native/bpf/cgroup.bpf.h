/* Containers come, go, and are left.
 *   cgroup_made (cgroup_mkdir): a container is bound before its first task
 *   cgroup_gone (cgroup_rmdir): its entry and containment end
 *   cgroup_moved (cgroup_attach_task): a task joins, or escapes */
#ifndef STASIS_CGROUP_BPF_H
#define STASIS_CGROUP_BPF_H
#include "lifecycle.bpf.h"

enum { ID_DIGITS = 64, UID_DIGITS = 32, SUFFIX = 6 /* .scope, .slice */, CGROUP_NAME = 128, NESTED_FREEZERS = 8 };

static __always_inline int in_default_hierarchy(struct cgroup *cgroup) { return BPF_CORE_READ(cgroup, root, hierarchy_id) == 0; }

/* 1: made by a container runtime's binary */
static __always_inline int made_by_runtime(void)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct inode *inode = BPF_CORE_READ(task, mm, exe_file, f_inode);
	struct runtime_key key = { .inode = BPF_CORE_READ(inode, i_ino), .device = BPF_CORE_READ(inode, i_sb, s_dev) };
	return bpf_map_lookup_elem(&runtimes, &key) != NULL;
}

static __always_inline int is_hex(char byte) { return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f'); }

/* 1: the name ends in 64 hex digits, or in those and ".scope", as runtimes under systemd name it */
SUBPROGRAM int named_as_container(struct cgroup *cgroup) /* not inlined: the stack of all calls is 512 bytes */
{
	char name[CGROUP_NAME] = {};
	long length = bpf_probe_read_kernel_str(name, sizeof(name), BPF_CORE_READ(cgroup, kn, name)) - 1;
	__u32 first;
	if (length < ID_DIGITS || length >= CGROUP_NAME)
		return 0;
	if (name[(length - SUFFIX) & (CGROUP_NAME - 1)] == '.')
		length -= SUFFIX;
	if (length < ID_DIGITS)
		return 0;
	first = length - ID_DIGITS;
	for (__u32 i = 0; i < ID_DIGITS; i++)
		if (!is_hex(name[(first + i) & (CGROUP_NAME - 1)]))
			return 0;
	return 1;
}

/* The UID of a pod, if the cgroup is named after one: pod<UID>, or …-pod<UID>.slice with underscores for dashes, as systemd wants it.
 * UIDs of static pods have no dashes. */
SUBPROGRAM int read_pod(struct cgroup *cgroup, struct pod_key *key)
{
	char name[CGROUP_NAME] = {};
	long length = bpf_probe_read_kernel_str(name, sizeof(name), BPF_CORE_READ(cgroup, kn, name)) - 1;
	__u64 uid[2] = {};
	__u32 last, dashes, first;
	char dash;
	if (length < UID_DIGITS + 3 || length >= CGROUP_NAME)
		return 0;
	if (name[(length - SUFFIX) & (CGROUP_NAME - 1)] == '.')
		length -= SUFFIX;
	if (length < UID_DIGITS + 3)
		return 0;
	last = length - 1;
	dash = name[(last - 12) & (CGROUP_NAME - 1)];
	dashes = dash == '-' || dash == '_';
	if (dashes && length < UID_DIGITS + 4 + 3)
		return 0;
	OPAQUE(dashes);
#pragma unroll
	for (__u32 i = 0; i < UID_DIGITS; i++) {
		__u32 passed = (i >= 12) + (i >= 16) + (i >= 20) + (i >= 24);
		__u64 digit = name[(last - i - dashes * passed) & (CGROUP_NAME - 1)];
		if (!is_hex(digit))
			return 0;
		uid[i < 16] |= ((digit & 15) + 9 * (digit >> 6)) << 4 * (i & 15);
	}
	first = last - UID_DIGITS + 1 - 4 * dashes;
	if (name[(first - 3) & (CGROUP_NAME - 1)] != 'p' || name[(first - 2) & (CGROUP_NAME - 1)] != 'o' || name[(first - 1) & (CGROUP_NAME - 1)] != 'd')
		return 0;
	key->uid[0] = uid[0];
	key->uid[1] = uid[1];
	return 1;
}

/* 0: from now on the cgroup belongs to the container */
static __always_inline int add_cgroup(__u64 id, __u32 index)
{
	if (!bpf_map_update_elem(&cgroups, &id, &index, BPF_ANY))
		return 0;
	count(COUNT_CGROUPS_FULL);
	return 1;
}

/* One container's cgroups must not fill the table for all: beyond its share a nested one is nobody's, and to move there is an escape. */
static __always_inline void add_nested(struct container *container, __u64 id, __u32 index)
{
	if (container->nested_cgroups >= MAX_CGROUPS / SHARE)
		count(COUNT_CGROUPS_FULL);
	else if (!add_cgroup(id, index))
		__sync_fetch_and_add(&container->nested_cgroups, 1);
}

/* The next container at this index counts from 0, and nothing that was contained here holds it. */
static __always_inline void clear_containment(struct control *control_, __u32 index)
{
	struct containment *containment = containment_at(index);
	if (!containment)
		return;
	if (__sync_lock_test_and_set(&containment->state, CONTAINMENT_NONE) != CONTAINMENT_NONE)
		__sync_fetch_and_add(&control_->contained, -1);
	__builtin_memset(containment, 0, sizeof(*containment));
}

static __always_inline void add_container(struct control *control_, struct cgroup *cgroup, const char *path)
{
	__u64 id = BPF_CORE_READ(cgroup, kn, id);
	struct pod_key pod = {};
	struct container *container;
	__u32 index = 0;
	if (bpf_map_pop_elem(&container_free, &index) || !index) {
		count(COUNT_CONTAINERS_FULL);
		return;
	}
	container = container_at(index);
	if (!container)
		return;
	clear_containment(control_, index);
	__builtin_memset(container, 0, sizeof(*container));
	container->created_ns = bpf_ktime_get_boot_ns();
	container->cgroup = id;
	read_pod(BPF_CORE_READ(cgroup, self.parent, cgroup), &pod);
	container->pod[0] = pod.uid[0];
	container->pod[1] = pod.uid[1];
	begin_with_root_of(container, bpf_get_current_task_btf());
	if (add_cgroup(id, index)) {
		container->cgroup = 0;
		bpf_map_push_elem(&container_free, &index, 0);
		return;
	}
	emit_lifecycle(EVENT_CONTAINER_MADE, id, path);
}

static __always_inline void end_container(struct control *control_, struct container *container, __u32 index)
{
	container->cgroup = 0; /* first: what is still on its way finds no container here */
	container->flags = 0;
	clear_containment(control_, index);
	bpf_map_push_elem(&container_free, &index, 0);
}

/* A runtime makes the missing parents of a container's cgroup with the same binary: each looks like a container until the
 * next one appears below it. 1: it was only such a parent. Nobody ever ran in it, so nothing is uncovered by ending it. */
static __always_inline int is_parent_only(const struct container *container, __u64 parent)
{
	return container->cgroup == parent && !container->processes && !container->first_exec_ns && !(container->flags & CONTAINER_SELFTEST);
}

SEC("tp_btf/cgroup_mkdir")
int BPF_PROG(cgroup_made, struct cgroup *cgroup, const char *path)
{
	struct control *control_ = control_in_force();
	struct container *container;
	__u64 id, parent;
	__u32 index;
	int own;
	if (!control_ || !in_default_hierarchy(cgroup))
		return 0;
	id = BPF_CORE_READ(cgroup, kn, id);
	parent = BPF_CORE_READ(cgroup, self.parent, cgroup, kn, id);
	index = container_of_cgroup(parent);
	container = container_at(index);
	own = made_by_runtime() || named_as_container(cgroup);
	if (container && own && is_parent_only(container, parent)) {
		bpf_map_delete_elem(&cgroups, &parent);
		emit_lifecycle(EVENT_CONTAINER_GONE, parent, NULL);
		end_container(control_, container, index);
		container = NULL;
	}
	if (container) {
		prove(container, HOOK_CGROUP_MKDIR);
		add_nested(container, id, index);
	} else if (own) {
		add_container(control_, cgroup, path);
	}
	return 0;
}

SEC("tp_btf/cgroup_rmdir")
int BPF_PROG(cgroup_gone, struct cgroup *cgroup, const char *path)
{
	struct control *control_ = control_in_force();
	struct container *container;
	__u64 id;
	__u32 index;
	if (!control_ || !in_default_hierarchy(cgroup))
		return 0;
	id = BPF_CORE_READ(cgroup, kn, id);
	index = container_of_cgroup(id);
	container = container_at(index);
	if (!container)
		return 0;
	prove(container, HOOK_CGROUP_RMDIR);
	bpf_map_delete_elem(&cgroups, &id);
	if (container->cgroup != id) {
		__sync_fetch_and_add(&container->nested_cgroups, -1);
		return 0;
	}
	emit_lifecycle(EVENT_CONTAINER_GONE, id, path);
	end_container(control_, container, index);
	return 0;
}

/* A task of a contained container that leaves is out of the freezer's reach: killed here where the kernel can signal
 * another task, else at its next system call. */
static __always_inline void note_escape(struct process *process, struct task_struct *task)
{
	struct containment *containment = containment_at(process->container);
	if (!(__sync_fetch_and_or(&process->flags, PROCESS_ESCAPED) & PROCESS_ESCAPED))
		count(COUNT_ESCAPES);
	if (containment && containment->state && bpf_ksym_exists(bpf_send_signal_task))
		bpf_send_signal_task(task, SIG_KILL, PIDTYPE_TGID, 0);
}

/* 1: a v1 freezer cgroup that is neither the container's own nor one below it */
static __always_inline int leaves_freezer(const struct container *container, struct cgroup *to)
{
	if (!container->freezer_cgroup || !in_freezer_hierarchy(to))
		return 0;
#pragma unroll
	for (__u32 i = 0; i < NESTED_FREEZERS; i++) {
		if (!to || BPF_CORE_READ(to, kn, id) == container->freezer_cgroup)
			return !to;
		to = BPF_CORE_READ(to, self.parent, cgroup);
	}
	return 1;
}

SEC("tp_btf/cgroup_attach_task")
int BPF_PROG(cgroup_moved, struct cgroup *to, const char *path, struct task_struct *task, bool threadgroup)
{
	struct control *control_ = control_in_force();
	__u32 tgid = BPF_CORE_READ(task, tgid), index;
	struct process *process;
	struct container *container;
	__u64 id = BPF_CORE_READ(to, kn, id);
	if (!control_)
		return 0;
	process = bpf_map_lookup_elem(&processes, &tgid);
	if (process) {
		container = container_at(process->container);
		if (!container || container->cgroup != process->cgroup)
			return 0;
		if (in_default_hierarchy(to) ? container_of_cgroup(id) == process->container : !leaves_freezer(container, to))
			return 0;
		if (!(container->flags & CONTAINER_EXEMPT)) {
			note_escape(process, task);
			return 0;
		}
		/* The agent's self-test leaves the agent's container, and what exempts that stays behind. */
		drop_process(tgid, process);
	}
	index = in_default_hierarchy(to) ? container_of_cgroup(id) : 0;
	container = container_at(index);
	if (!container)
		return 0;
	prove(container, HOOK_CGROUP_ATTACH);
	join_container(task, index, flags_of_joiner(container, task, control_));
	return 0;
}
#endif
