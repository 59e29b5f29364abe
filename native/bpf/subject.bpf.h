/* What is judged: which file it is, where it comes from, and its path. */
#ifndef STASIS_SUBJECT_BPF_H
#define STASIS_SUBJECT_BPF_H
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
#endif
