/* Ways by cgroups. */
#define _GNU_SOURCE
#include <linux/sched.h>
#include <linux/types.h>
#include "evade.h"

static const char X[] = "/tmp/x", TREE[] = "/tmp/cgroups";

static void mount_tree(void)
{
	check(mkdir(TREE, 0755) || mount("cgroups", TREE, "cgroup2", 0, 0), "cgroup2");
}

static void join(const char *folder)
{
	char path[512];
	int file;

	snprintf(path, sizeof path, "%s/cgroup.procs", folder);
	file = open(path, O_WRONLY | O_CLOEXEC);
	check(file < 0 || write(file, "0", 1) != 1, path);
	close(file);
}

/* Its cgroup in the default hierarchy, below the root */
static void find_own(char *own, size_t size)
{
	FILE *file = fopen("/proc/self/cgroup", "r");

	check(!file, "/proc/self/cgroup");
	while (fgets(own, size, file))
		if (!strncmp(own, "0::", 3)) {
			fclose(file);
			own[strcspn(own, "\n")] = 0;
			memmove(own, own + 3, strlen(own) - 2);
			return;
		}
	fail("no default hierarchy");
}

static void below(const char *unused)
{
	char own[256], path[400];
	pid_t child;

	(void)unused;
	find_own(own, sizeof own);
	mount_tree();
	snprintf(path, sizeof path, "%s%s/below", TREE, own);
	check(mkdir(path, 0755), path);
	put(X);
	child = fork();
	if (child == 0) {
		join(path);
		start(X);
	}
	end_as(child, path);
}

static void outside(const char *unused)
{
	(void)unused;
	mount_tree();
	join(TREE);
	put(X);
	start(X);
}

static void born_outside(const char *unused)
{
	struct clone_args how = { .flags = CLONE_INTO_CGROUP, .exit_signal = SIGCHLD };
	pid_t child;

	(void)unused;
	mount_tree();
	how.cgroup = open(TREE, O_PATH | O_DIRECTORY | O_CLOEXEC);
	put(X);
	child = syscall(SYS_clone3, &how, sizeof how);
	if (child == 0)
		start(X);
	end_as(child, 0);
}

const struct way ways_of_moving[] = { { "nested-cgroup", below }, { "other-cgroup", outside }, { "born-elsewhere", born_outside }, { 0, 0 } };
