/*
 * box [-j PID] CGROUPS OVERLAY -- PROGRAM [ARGUMENT...]: a runtime in 2 ms. Joins the cgroup directories (colon-separated; none: "-"),
 * then runs the program in a mount namespace of its own whose root is an overlay of OVERLAY/lower (where there is OVERLAY/plain: that
 * folder itself), with /proc, a tmpfs at /volume, and OVERLAY/shared at /shared. Host, network and pid namespaces stay the host's, and so do all capabilities.
 * With -j it joins the mount namespace of process PID, a process of the same box, instead of making one.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void fail(const char *what)
{
	fprintf(stderr, "box: %s: %s\n", what, strerror(errno));
	exit(125);
}

static char *text(const char *before, const char *after)
{
	char *made;

	if (asprintf(&made, "%s%s", before, after) < 0)
		fail("memory");
	return made;
}

static void join_cgroups(char *directories)
{
	for (char *directory = strtok(directories, ":"); directory; directory = strtok(0, ":")) {
		int file = open(text(directory, "/cgroup.procs"), O_WRONLY | O_CLOEXEC);

		if (file < 0 || write(file, "0", 1) != 1)
			fail(directory);
		close(file);
	}
}

static void join_mounts(const char *pid)
{
	int file = open(text("/proc/", text(pid, "/ns/mnt")), O_RDONLY | O_CLOEXEC);

	if (file < 0 || setns(file, CLONE_NEWNS) || chdir("/"))
		fail("join the mount namespace");
}

static void attach(const char *type, const char *where, const char *options)
{
	if (mount(type, where, type, 0, options))
		fail(where);
}

static void make_root(const char *overlay)
{
	char *state = text(overlay, "/state"), *plain = text(overlay, "/plain"), *layers;

	if (unshare(CLONE_NEWNS) || mount(0, "/", 0, MS_REC | MS_PRIVATE, 0))
		fail("make a mount namespace");
	attach("tmpfs", state, 0);
	if (mkdir(text(state, "/upper"), 0755) || mkdir(text(state, "/work"), 0755) || mkdir(text(state, "/root"), 0755))
		fail(state);
	if (asprintf(&layers, "lowerdir=%s/lower,upperdir=%s/upper,workdir=%s/work", overlay, state, state) < 0)
		fail("memory");
	if (access(plain, F_OK))
		attach("overlay", text(state, "/root"), layers);
	else if (mount(plain, text(state, "/root"), 0, MS_BIND, 0))
		fail(plain);
	if (chdir(text(state, "/root")) || mount(text(overlay, "/shared"), "shared", 0, MS_BIND, 0))
		fail("shared");
	attach("proc", "proc", 0);
	attach("tmpfs", "volume", 0);
	if (syscall(SYS_pivot_root, ".", ".") || umount2(".", MNT_DETACH) || chdir("/"))
		fail("change the root");
}

int main(int argc, char **argv)
{
	const char *joined = 0;

	if (argc > 2 && !strcmp(argv[1], "-j")) {
		joined = argv[2];
		argv += 2;
		argc -= 2;
	}
	if (argc < 5 || strcmp(argv[3], "--")) {
		fputs("usage: box [-j PID] CGROUPS OVERLAY -- PROGRAM [ARGUMENT...]\n", stderr);
		return 125;
	}
	if (strcmp(argv[1], "-"))
		join_cgroups(argv[1]);
	if (joined)
		join_mounts(joined);
	else
		make_root(argv[2]);
	execv(argv[4], argv + 4);
	fail(argv[4]);
}
