/* What differs between kernels and architectures, one accessor each. */
#ifndef STASIS_CORE_COMPAT_BPF_H
#define STASIS_CORE_COMPAT_BPF_H
#include "maps.bpf.h"

enum { MAX_USER_NAMESPACES = 33 /* one in another */ };

extern int LINUX_KERNEL_VERSION __kconfig __weak;

/* 6.13: stop another task. Absent below: it is stopped at its next system call. */
extern int bpf_send_signal_task(struct task_struct *task, int sig, enum pid_type type, __u64 value) __ksym __weak;
/* 6.2 */
extern struct task_struct *bpf_task_from_pid(__s32 pid) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;

#ifndef bpf_ksym_exists /* libbpf 1.2 */
#define bpf_ksym_exists(symbol) (!!(symbol))
#endif

/* ctime of an inode: i_ctime until 6.5, __i_ctime 6.6–6.10, i_ctime_sec since 6.11 (3aa63a569c64) */
struct inode___ctime { struct timespec64 i_ctime; } __attribute__((preserve_access_index));
struct inode___ctime3 { __s64 i_ctime_sec; __u32 i_ctime_nsec; } __attribute__((preserve_access_index));
struct inode___ctime2 { struct timespec64 __i_ctime; } __attribute__((preserve_access_index));

static __always_inline __u64 inode_version(struct inode *inode)
{
	struct inode___ctime *old = (void *)inode;
	struct inode___ctime2 *middle = (void *)inode;
	struct inode___ctime3 *recent = (void *)inode;
	if (bpf_core_field_exists(recent->i_ctime_sec))
		return BPF_CORE_READ(recent, i_ctime_sec) * 1000000000ULL + BPF_CORE_READ(recent, i_ctime_nsec);
	if (bpf_core_field_exists(middle->__i_ctime))
		return BPF_CORE_READ(middle, __i_ctime.tv_sec) * 1000000000ULL + BPF_CORE_READ(middle, __i_ctime.tv_nsec);
	return BPF_CORE_READ(old, i_ctime.tv_sec) * 1000000000ULL + BPF_CORE_READ(old, i_ctime.tv_nsec);
}

/* What hangs in task_struct.task_works for a file whose last reference was dropped: f_rcuhead until 6.11, f_task_work since */
struct file___rcuhead { struct callback_head f_rcuhead; } __attribute__((preserve_access_index));
struct file___work { struct callback_head f_task_work; } __attribute__((preserve_access_index));

static __always_inline struct file *file_of_work(struct callback_head *work)
{
	struct file___rcuhead *old = NULL;
	struct file___work *file = NULL;
	__u32 offset = bpf_core_field_exists(file->f_task_work) ? bpf_core_field_offset(file->f_task_work) : bpf_core_field_offset(old->f_rcuhead);
	return (void *)work - offset;
}

/* References to a file: atomic_long_t f_count until 6.12; since, file_ref_t, which is 0 for the first one */
struct file___count { atomic_long_t f_count; } __attribute__((preserve_access_index));
struct file_ref___own { atomic64_t refcnt; } __attribute__((preserve_access_index));
struct file___ref { struct file_ref___own f_ref; } __attribute__((preserve_access_index));

static __always_inline int referenced_twice(struct file *file)
{
	struct file___count *old = (void *)file;
	struct file___ref *recent = (void *)file;
	if (bpf_core_field_exists(recent->f_ref))
		return (__s64)BPF_CORE_READ(recent, f_ref.refcnt.counter) > 0;
	return BPF_CORE_READ(old, f_count.counter) > 1;
}

/* The file behind one of overlayfs: its private_data until 6.12; since (87a8a76c34a2), what that points to begins with it */
static __always_inline struct file *file_behind(struct file *file)
{
	void *behind = BPF_CORE_READ(file, private_data);
	if (LINUX_KERNEL_VERSION >= KERNEL_VERSION(6, 13, 0))
		bpf_probe_read_kernel(&behind, sizeof(behind), behind);
	return behind;
}

/* A user namespace can have handlers of binary formats since 6.7 (21ca59b365c0). 1: the task's has some that are not the machine's */
struct user_namespace___formats { void *binfmt_misc; } __attribute__((preserve_access_index));

static __always_inline int has_own_formats(struct task_struct *task)
{
	struct user_namespace *user_ns = BPF_CORE_READ(task, cred, user_ns);
	struct user_namespace___formats *own = (void *)user_ns;
	if (!bpf_core_field_exists(own->binfmt_misc))
		return 0;
	for (__u32 level = 0; level <= MAX_USER_NAMESPACES; level++) {
		struct user_namespace *parent = BPF_CORE_READ(user_ns, parent);
		if (!parent)
			return 0;
		own = (void *)user_ns;
		if (BPF_CORE_READ(own, binfmt_misc))
			return 1;
		user_ns = parent;
	}
	return 1;
}

/* Overlayfs keeps, directly behind the VFS inode, the upper dentry and then what it knows of the lower layers: since 6.5 a
 * pointer to struct ovl_entry, whose first member counts the lower dentries (0ff36aba2a54); before, struct ovl_path, whose
 * first member points to the layer. Overlay is often a module without BTF, so this is read by position, not by CO-RE. */
static __always_inline void overlay_layers(struct inode *inode, __u64 *upper, __u32 *has_lower)
{
	char *behind = (char *)inode + bpf_core_type_size(struct inode);
	__u64 lower = 0;
	__u32 layers = 0;
	bpf_probe_read_kernel(upper, sizeof(*upper), behind);
	bpf_probe_read_kernel(&lower, sizeof(lower), behind + 8);
	*has_lower = lower != 0;
	if (lower && LINUX_KERNEL_VERSION >= KERNEL_VERSION(6, 5, 0)) {
		bpf_probe_read_kernel(&layers, sizeof(layers), (void *)lower);
		*has_lower = layers != 0;
	}
}

/* The v1 freezer hierarchy's cgroup of a task, NULL where the freezer belongs to the default hierarchy (or to no kernel
 * configuration). The index of the subsystem differs between configurations. */
static __always_inline struct cgroup *freezer_cgroup_of(struct task_struct *task)
{
	struct cgroup *cgroup;
	__u32 subsystem;
	if (!bpf_core_enum_value_exists(enum cgroup_subsys_id, freezer_cgrp_id))
		return NULL;
	subsystem = bpf_core_enum_value(enum cgroup_subsys_id, freezer_cgrp_id);
	cgroup = BPF_CORE_READ(task, cgroups, subsys[subsystem], cgroup);
	return BPF_CORE_READ(cgroup, root, hierarchy_id) && BPF_CORE_READ(cgroup, level) ? cgroup : NULL;
}

static __always_inline int in_freezer_hierarchy(struct cgroup *cgroup)
{
	if (!bpf_core_enum_value_exists(enum cgroup_subsys_id, freezer_cgrp_id))
		return 0;
	return BPF_CORE_READ(cgroup, root, subsys_mask) >> bpf_core_enum_value(enum cgroup_subsys_id, freezer_cgrp_id) & 1;
}

/* Whether the system call that ends is ptrace; compat calls have numbers of their own. */
#if defined(__TARGET_ARCH_x86)
enum { TS_COMPAT_CALL = 2 };
static __always_inline int is_ptrace(struct pt_regs *regs, struct task_struct *task)
{
	return regs->orig_ax == (task->thread_info.status & TS_COMPAT_CALL ? 26 : 101);
}
#elif defined(__TARGET_ARCH_arm64)
struct pt_regs___arm64_entry { __s32 syscallno; } __attribute__((preserve_access_index));
static __always_inline int is_ptrace(struct pt_regs *regs, struct task_struct *task)
{
	return BPF_CORE_READ((struct pt_regs___arm64_entry *)regs, syscallno) == 117;
}
#endif
#endif
