/* Scripts: at the exec the kernel shows only the interpreter, so the script is judged when the interpreter opens it. */
#ifndef STASIS_SCRIPT_BPF_H
#define STASIS_SCRIPT_BPF_H
#include "match.bpf.h"

/* A file of the container's own root file system that is seen through another mount (bind mount, detached mount) is known by
 * the path that it has in the file system; the path through which it was seen may match too. */
static __always_inline void judge_alias(struct subject *subject, const struct file_facts *facts, __u64 file)
{
	struct container *container = container_at(subject->container);
	subject->alias = 0;
	if (!container || facts->on_root_mount || facts->device != container->root_device || facts->origin == ORIGIN_VOLUME ||
	    facts->origin == ORIGIN_UNKNOWN || subject->path_start >= MAX_PATH)
		return;
	subject->alias = 1 + match_path(subject->path_start, subject->generation & 1, subject->in_iterator);
	subject->path_start = path_of(file, PATH_IN_FILE_SYSTEM, subject->in_iterator);
}

/* Fills the subject's file: origin, path and interned id; scratch->key. */
VERIFIED_ONCE int identify_file(struct subject *subject, __u64 file)
{
	struct control *control_ = control_in_force();
	struct scratch *scratch;
	struct file_facts facts = {};
	if (!subject || !control_)
		return 0;
	scratch = scratch_of(subject->in_iterator);
	if (!scratch)
		return 0;
	file_facts(&facts, file, subject->container);
	subject->origin = facts.origin;
	subject->path_start = path_of(file, PATH_SEEN, subject->in_iterator);
	if (scratch->walk.crossed && scratch->walk.below_mount != scratch->walk.start)
		facts.on_root_mount = 0; /* else a pivot_root puts the mount below an exempted path */
	judge_alias(subject, &facts, file);
	__builtin_memset(&scratch->key, 0, sizeof(scratch->key));
	scratch->key.cgroup = subject->cgroup;
	scratch->key.inode = facts.inode;
	scratch->key.version = facts.version;
	scratch->key.device = facts.device;
	scratch->key.origin = facts.origin;
	scratch->key.on_root_mount = facts.on_root_mount;
	if (subject->path_start >= MAX_PATH)
		return 0;
	scratch->key.path_hash = hash_path(subject->path_start, subject->in_iterator, control_->salt);
	subject->executable = intern(subject->path_start, subject->container, subject->in_iterator);
	return 0;
}

struct name_walk { __u64 whole, last; };

static long name_step(__u32 index, struct name_walk *walk)
{
	struct scratch *scratch = scratch_of(0);
	char byte;
	if (!scratch || index >= NAME_BYTES)
		return 1;
	byte = scratch->name[index & (NAME_BYTES - 1)];
	if (!byte)
		return 1;
	walk->whole = (walk->whole ^ (__u8)byte) * 0x100000001b3ULL;
	walk->last = byte == '/' ? 0xcbf29ce484222325ULL : (walk->last ^ (__u8)byte) * 0x100000001b3ULL;
	return 0;
}

/* FNV-1a of scratch->name and of its last component. Only tells which of the interpreter's opens is that of its script. */
static __always_inline void hash_name(struct name_walk *walk)
{
	walk->whole = walk->last = 0xcbf29ce484222325ULL;
	bpf_loop(NAME_BYTES, name_step, walk, 0);
}

/* "/dev/fd/7": 1 + 7; execveat hands such a name to the interpreter. 0: another name */
static __always_inline __u32 descriptor_of_name(const char *name)
{
	__u32 fd = 0, digits = 0;
	if (name[0] != '/' || name[1] != 'd' || name[2] != 'e' || name[3] != 'v' || name[4] != '/' || name[5] != 'f' ||
	    name[6] != 'd' || name[7] != '/')
		return 0;
	for (__u32 i = 8; i < 16; i++) {
		if (name[i] < '0' || name[i] > '9')
			break;
		fd = fd * 10 + (name[i] - '0');
		digits++;
	}
	return digits ? fd + 1 : 0;
}

static __always_inline void end_watch(struct control *control_, struct process *process)
{
	if (__sync_fetch_and_and(&process->flags, ~(PROCESS_WATCHED | PROCESS_NAMED_ONLY)) & PROCESS_WATCHED)
		__sync_fetch_and_add(&control_->watched, -1);
}

/* Watches the opens of an interpreter that was started for another file. An exec in between (`env`) keeps the watch. */
SUBPROGRAM int watch_script(struct process *process, struct linux_binprm *bprm)
{
	const char *filename, *interpreter;
	struct control *control_ = control_in_force();
	struct scratch *scratch = scratch_of(0);
	struct name_walk walk;
	if (!process || !control_ || !scratch)
		return 0;
	filename = BPF_CORE_READ(bprm, filename);
	interpreter = BPF_CORE_READ(bprm, interp);
	if (filename == interpreter)
		return 0;
	bpf_probe_read_kernel_str(scratch->name, sizeof(scratch->name), filename);
	hash_name(&walk);
	process->script_hash = walk.whole;
	process->script_name_hash = walk.last;
	process->script_fd = descriptor_of_name(scratch->name);
	process->script_opens = 0;
	__sync_fetch_and_add(&control_->watched, 1);
	if (__sync_fetch_and_or(&process->flags, PROCESS_WATCHED) & PROCESS_WATCHED)
		__sync_fetch_and_add(&control_->watched, -1);
	__sync_fetch_and_and(&process->flags, ~PROCESS_NAMED_ONLY);
	return 0;
}
#endif
