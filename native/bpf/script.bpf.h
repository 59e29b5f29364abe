/* Scripts. The kernel opens the script, reads its first line, closes it and goes on with the interpreter, which is all that
 * sched_process_exec shows. But the last reference to a file is dropped by task work, on the way to user space (__fput_deferred), and
 * exec_binprm() closes scripts before it calls the tracepoint: what was started still hangs at the task, and is judged there,
 * before its interpreter's first instruction and whatever the interpreter reads later. */
#ifndef STASIS_SCRIPT_BPF_H
#define STASIS_SCRIPT_BPF_H
#include "emit.bpf.h"
#include "subject.bpf.h"

/* A script's interpreter may be a script, 5 deep (exec_binprm). Works: files that the exec closes as well come on top of it. */
enum { MAX_SCRIPTS = 8, MAX_TASK_WORKS = 1 << 12, MAX_OVERLAYS = 2 /* FILESYSTEM_MAX_STACK_DEPTH */, OPENED_FOR_EXEC = 0x20 /* __FMODE_EXEC; no open(2) can set it */ };

static __always_inline int is_script(struct linux_binprm *bprm)
{
	return BPF_CORE_READ(bprm, filename) != BPF_CORE_READ(bprm, interp);
}

/* Whether the file behind a work was opened by this exec. Others hang there too: works that are no files, descriptors closed on
 * exec, and the program and loader that the process ran before. These last were opened by an earlier exec, so with other
 * credentials: each exec commits an object of its own. */
static __always_inline int opened_here(struct file *file, __u64 cred)
{
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	return (__u64)BPF_CORE_READ(file, f_cred) == cred && BPF_CORE_READ(file, f_flags) & OPENED_FOR_EXEC && inode &&
		inode == BPF_CORE_READ(file, f_path.dentry, d_inode);
}

/* The new loader was opened by this exec, too. Its mapping keeps it open, but on overlayfs that is a mapping of the file behind it, which may be of
 * an overlayfs in turn. Nobody but the exec has the file behind a script. */
static __always_inline int is_loader(struct file *file)
{
	for (__u32 depth = 0; depth < MAX_OVERLAYS; depth++) {
		if (BPF_CORE_READ(file, f_inode, i_sb, s_magic) != OVERLAYFS_MAGIC)
			return 0;
		file = file_behind(file);
		if (referenced_twice(file))
			return 1;
	}
	return 0;
}

/* What a handler of binfmt_misc is given as a descriptor */
static __always_inline struct file *handed_over(struct task_struct *task, struct linux_binprm *bprm)
{
	struct file **descriptors, *file = NULL;
	if (!BPF_CORE_READ_BITFIELD_PROBED(bprm, have_execfd))
		return NULL;
	descriptors = BPF_CORE_READ(task, files, fdt, fd);
	bpf_probe_read_kernel(&file, sizeof(file), &descriptors[BPF_CORE_READ(bprm, execfd)]);
	return file;
}

static __always_inline void add_script(struct script_walk *walk, struct file *file)
{
	if (walk->count < MAX_SCRIPTS)
		walk->files[walk->count & (MAX_SCRIPTS - 1)] = (__u64)file;
	walk->count++;
}

static long script_step(__u32 index, void *unused)
{
	struct scratch *scratch = scratch_of(0);
	struct callback_head *work;
	struct file *file;
	if (!scratch || !scratch->scripts.work)
		return 1;
	work = (void *)scratch->scripts.work;
	file = file_of_work(work);
	if (opened_here(file, scratch->scripts.cred) && !is_loader(file))
		add_script(&scratch->scripts, file);
	scratch->scripts.work = (__u64)BPF_CORE_READ(work, next);
	return 0;
}

/* The scripts of an exec → scratch->scripts, the one that was named last first. 0: they cannot be told: too many works, somebody had them
 * run within the exec (io_uring does, for requests in flight), or a handler that the attacker has made himself can have been opened with any credentials. */
SUBPROGRAM __u32 find_scripts(struct task_struct *task, struct linux_binprm *bprm)
{
	struct scratch *scratch = scratch_of(0);
	struct file *handed = handed_over(task, bprm);
	if (!scratch || has_own_formats(task))
		return 0;
	scratch->scripts.count = 0;
	scratch->scripts.work = (__u64)BPF_CORE_READ(task, task_works);
	scratch->scripts.cred = handed ? (__u64)BPF_CORE_READ(handed, f_cred) : (__u64)BPF_CORE_READ(bprm, file, f_cred);
	if (handed)
		add_script(&scratch->scripts, handed);
	bpf_loop(MAX_TASK_WORKS, script_step, NULL, 0);
	return scratch->scripts.work || scratch->scripts.count > MAX_SCRIPTS ? 0 : scratch->scripts.count;
}

/* Judges a program whose identity is known: matches, acts, tells. */
VERIFIED_ONCE int judge_subject(struct subject *subject, struct verdict *verdict, __u64 start_ns)
{
	struct verdict own = {};
	if (!subject || !verdict)
		return 0;
	keep_arguments(subject->tgid, start_ns);
	if (!subject->generation || !match_program(subject))
		return 0;
	own.hit_ns = verdict->hit_ns;
	own.event_id = next_event_id();
	act(subject, &own);
	emit_process(subject, &own, (__u64)bpf_get_current_task());
	if (own.action != ACTION_ALERT || verdict->action == ACTION_ALERT)
		*verdict = own;
	return 0;
}

/* Judges one script, or one that cannot be told: its path and origin fulfil every condition. */
VERIFIED_ONCE int judge_script(struct subject *subject, struct verdict *verdict, __u64 start_ns, __u64 file)
{
	struct scratch *scratch = scratch_of(0);
	if (!scratch || !subject)
		return 0;
	begin_event(scratch);
	count(COUNT_SCRIPTS);
	if (file) {
		identify_file(subject, file);
	} else {
		count(COUNT_SCRIPT_UNKNOWN);
		subject->flags |= EVENT_SCRIPT_UNKNOWN;
		subject->path_start = MAX_PATH;
	}
	return judge_subject(subject, verdict, start_ns);
}

/* `executable` and `origin` of a rule match either the script or its interpreter, which is the subject so far. */
static __always_inline void judge_scripts(struct subject *subject, struct verdict *verdict, struct linux_binprm *bprm, __u64 start_ns)
{
	struct scratch *scratch = scratch_of(0);
	struct container *container = container_at(subject->container);
	__u32 scripts = find_scripts(bpf_get_current_task_btf(), bprm);
	if (scripts && container)
		prove(container, HOOK_SCRIPT);
	subject->interpreter = subject->executable;
	subject->flags |= EVENT_SCRIPT;
	if (!scratch || !scripts) {
		judge_script(subject, verdict, start_ns, 0);
		return;
	}
	for (__u32 i = 0; i < MAX_SCRIPTS && i < scripts; i++)
		judge_script(subject, verdict, start_ns, scratch->scripts.files[i & (MAX_SCRIPTS - 1)]);
}
#endif
