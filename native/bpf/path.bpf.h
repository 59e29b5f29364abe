/* The path of a file as its mount namespace sees it, and where the file comes from. */
#ifndef STASIS_PATH_BPF_H
#define STASIS_PATH_BPF_H
#include "core_compat.bpf.h"

enum { OVERLAYFS_MAGIC = 0x794c7630, TMPFS_MAGIC = 0x01021994, HUGETLBFS_MAGIC = 0x958458f6 };
enum { PATH_TRIES = 8, WALK_STEPS = MAX_PATH_DEPTH + 64 };
enum { MOUNT_NS_INTERNAL = -22 }; /* fs/mount.h: MNT_NS_INTERNAL, the "namespace" of mounts made by the kernel */

static __always_inline __u32 dentry_sequence(struct dentry *dentry)
{
	return BPF_CORE_READ(dentry, d_seq.seqcount.sequence);
}

/* At the root of a mount: goes on at its mount point. 1: there is none */
static __always_inline int leave_mount(struct walk *walk)
{
	struct mount *mount = (void *)walk->mount, *above = BPF_CORE_READ(mount, mnt_parent);
	if (above == mount || walk->dentry != walk->root) {
		walk->done = 1;
		return 1;
	}
	if (!walk->crossed)
		walk->below_mount = walk->start;
	walk->crossed = 1;
	walk->dentry = (__u64)BPF_CORE_READ(mount, mnt_mountpoint);
	walk->mount = (__u64)above;
	walk->root = (__u64)BPF_CORE_READ(above, mnt.mnt_root);
	return 0;
}

static long walk_step(__u32 index, int *in_iterator)
{
	struct scratch *scratch = scratch_of(*in_iterator);
	struct dentry *dentry, *parent;
	struct walk *walk;
	__u32 sequence, length, start;
	if (!scratch)
		return 1;
	walk = &scratch->walk;
	dentry = (void *)walk->dentry;
	sequence = dentry_sequence(dentry);
	parent = BPF_CORE_READ(dentry, d_parent);
	if ((__u64)dentry == walk->root || dentry == parent)
		return leave_mount(walk);
	length = BPF_CORE_READ(dentry, d_name.len);
	start = walk->start;
	if (length > 255 || length + 1 > start || walk->depth >= MAX_PATH_DEPTH) {
		walk->unknown = 1;
		return 1;
	}
	start -= length + 1;
	scratch->path[start & (MAX_PATH - 1)] = '/';
	if (bpf_probe_read_kernel(&scratch->path[(start + 1) & (MAX_PATH - 1)], length & 255, BPF_CORE_READ(dentry, d_name.name)))
		walk->raced = 1;
	scratch->dentries[walk->depth & (MAX_PATH_DEPTH - 1)] = (__u64)dentry;
	walk->depth++;
	walk->sequence_sum += sequence;
	walk->raced |= sequence & 1;
	walk->start = start;
	walk->dentry = (__u64)parent;
	return 0;
}

static long recheck_step(__u32 index, int *in_iterator)
{
	struct scratch *scratch = scratch_of(*in_iterator);
	if (!scratch || index >= scratch->walk.depth)
		return 1;
	scratch->walk.sequence_sum -= dentry_sequence((void *)scratch->dentries[index & (MAX_PATH_DEPTH - 1)]);
	return 0;
}

enum path_kind { PATH_SEEN = 0, /* through the mounts of its namespace */ PATH_IN_FILE_SYSTEM = 1 /* from the root of its file system */ };

/* One try. 0: the path stands at scratch->path[scratch->walk.start …], 1: cannot be told, 2: raced with a rename */
VERIFIED_ONCE int walk_once(__u64 address, int kind, int in_iterator)
{
	struct file *file = (void *)address;
	struct vfsmount *mnt = BPF_CORE_READ(file, f_path.mnt);
	struct scratch *scratch = scratch_of(in_iterator);
	if (!scratch)
		return 1;
	__builtin_memset(&scratch->walk, 0, sizeof(scratch->walk));
	scratch->walk.start = MAX_PATH;
	scratch->walk.dentry = (__u64)BPF_CORE_READ(file, f_path.dentry);
	scratch->walk.mount = (__u64)mnt - bpf_core_field_offset(struct mount, mnt);
	if (kind != PATH_IN_FILE_SYSTEM)
		scratch->walk.root = (__u64)BPF_CORE_READ(mnt, mnt_root);
	bpf_loop(WALK_STEPS, walk_step, &in_iterator, 0);
	if (scratch->walk.unknown || !scratch->walk.done)
		return 1;
	bpf_loop(MAX_PATH_DEPTH, recheck_step, &in_iterator, 0);
	return scratch->walk.raced || scratch->walk.sequence_sum ? 2 : 0;
}

/* A file that is the root of its mount has its name for a path: memfd, a detached mount of one file. */
static __always_inline __u32 lone_name(struct file *file, struct scratch *scratch)
{
	struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
	__u32 length = BPF_CORE_READ(dentry, d_name.len), start;
	if (length < 2 || length > 255)
		length = 0; /* "/" */
	start = (MAX_PATH - 1 - length) & (MAX_PATH - 1);
	scratch->path[start] = '/';
	bpf_probe_read_kernel(&scratch->path[start + 1], length & 255, BPF_CORE_READ(dentry, d_name.name));
	return start;
}

/* Builds the path of `file` at the end of scratch->path and returns where it starts; MAX_PATH: it cannot be told
 * (too long, too deep, or renamed under us 8 times), which counts towards the rule. */
VERIFIED_ONCE int path_of(__u64 file, int kind, int in_iterator)
{
	struct scratch *scratch = scratch_of(in_iterator);
	int result = 2;
	if (!scratch)
		return MAX_PATH;
	for (int try = 0; try < PATH_TRIES && result == 2; try++)
		result = walk_once(file, kind, in_iterator);
	if (result) {
		count(result == 2 ? COUNT_PATH_RACED : COUNT_PATH_TOO_LONG);
		return MAX_PATH;
	}
	return scratch->walk.start == MAX_PATH ? lone_name((struct file *)file, scratch) : scratch->walk.start & (MAX_PATH - 1);
}

/* What is known of a file without its path. */
struct file_facts { __u64 inode, version; __u32 device, origin, on_root_mount; };

static __always_inline __u64 root_inode_of(struct vfsmount *mnt) { return BPF_CORE_READ(mnt, mnt_root, d_inode, i_ino); }

static __always_inline __u32 layer_origin(struct inode *inode)
{
	__u64 upper = 0;
	__u32 has_lower = 0;
	overlay_layers(inode, &upper, &has_lower);
	return !upper ? ORIGIN_IMAGE : has_lower ? ORIGIN_MODIFIED : ORIGIN_WRITTEN;
}

static __always_inline __u32 origin_of(struct file *file, struct inode *inode, const struct container *container)
{
	struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
	struct vfsmount *mnt = BPF_CORE_READ(file, f_path.mnt);
	struct mount *mount = (void *)((char *)mnt - bpf_core_field_offset(struct mount, mnt));
	__u64 magic = BPF_CORE_READ(inode, i_sb, s_magic);
	int internal = (long)BPF_CORE_READ(mount, mnt_ns) == MOUNT_NS_INTERNAL;
	if (internal && (magic == TMPFS_MAGIC || magic == HUGETLBFS_MAGIC))
		return ORIGIN_MEMORY;
	if (!BPF_CORE_READ(inode, i_nlink) || !BPF_CORE_READ(dentry, d_hash.pprev))
		return ORIGIN_DELETED;
	if (BPF_CORE_READ(inode, i_sb, s_dev) != container->root_device)
		return ORIGIN_VOLUME;
	if (magic == OVERLAYFS_MAGIC)
		return layer_origin(inode);
	return root_inode_of(mnt) == container->root_inode ? ORIGIN_UNKNOWN : ORIGIN_VOLUME;
}

/* Fills `facts` for the struct file at an address; it stays zero when there is no such container. */
VERIFIED_ONCE int file_facts(struct file_facts *facts, __u64 address, __u32 container_index)
{
	struct container *container = bpf_map_lookup_elem(&containers, &container_index);
	struct file *file = (void *)address;
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	if (!facts || !container)
		return 0;
	facts->inode = BPF_CORE_READ(inode, i_ino);
	facts->version = inode_version(inode);
	facts->device = BPF_CORE_READ(inode, i_sb, s_dev);
	facts->origin = origin_of(file, inode, container);
	facts->on_root_mount = (__u64)BPF_CORE_READ(file, f_path.mnt) == container->root_mount;
	return 0;
}

/* Until its own root is known, a container has that of whoever made its cgroup: the runtime's. */
static __always_inline void begin_with_root_of(struct container *container, struct task_struct *maker)
{
	container->root_device = BPF_CORE_READ(maker, fs, root.mnt, mnt_sb, s_dev);
	container->root_inode = BPF_CORE_READ(maker, fs, root.dentry, d_inode, i_ino);
}

/* Whether a task that is to become the container's still has its runtime's root, as hooks have that run in the container's namespaces
 * before the root is changed (createContainer; drivers of devices have such). */
static __always_inline int has_root_of_runtime(const struct container *container, struct task_struct *task)
{
	return !(container->flags & CONTAINER_ROOT_KNOWN) && container->root_inode &&
		container->root_inode == BPF_CORE_READ(task, fs, root.dentry, d_inode, i_ino) &&
		container->root_device == BPF_CORE_READ(task, fs, root.mnt, mnt_sb, s_dev);
}

/* The container's own root and v1 freezer are those of its first program, seen before its first instruction. (Not mnt_ns->root: after a
 * pivot_root that is still the rootfs below.) */
static __always_inline void learn_container(struct container *container, struct task_struct *task)
{
	struct vfsmount *root;
	struct cgroup *freezer;
	if (container->flags & CONTAINER_ROOT_KNOWN)
		return;
	freezer = freezer_cgroup_of(task);
	if (freezer)
		container->freezer_cgroup = BPF_CORE_READ(freezer, kn, id);
	root = BPF_CORE_READ(task, fs, root.mnt);
	if (BPF_CORE_READ(root, mnt_sb, s_magic) != OVERLAYFS_MAGIC && !(container->flags & CONTAINER_SELFTEST))
		count(COUNT_NO_LAYERS);
	container->root_device = BPF_CORE_READ(root, mnt_sb, s_dev);
	container->root_inode = root_inode_of(root);
	container->root_mount = (__u64)root;
	__sync_fetch_and_or(&container->flags, CONTAINER_ROOT_KNOWN);
}
#endif
