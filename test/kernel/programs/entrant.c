/*
 * entrant HOW PROGRAM [ARGUMENT...]: starts the program in the cgroup whose directory is descriptor 3.
 * HOW: move: it moves there itself first; born: the process that starts the program is born there.
 */
#define _GNU_SOURCE
#include <err.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CGROUP = 3 };

static void move(void)
{
	int file = openat(CGROUP, "cgroup.procs", O_WRONLY | O_CLOEXEC);

	if (file < 0 || write(file, "0", 1) != 1)
		err(3, "move");
}

/* Returns in the child only. */
static void be_born(void)
{
	struct clone_args how = { .flags = CLONE_INTO_CGROUP, .exit_signal = SIGCHLD, .cgroup = CGROUP };
	pid_t child = syscall(SYS_clone3, &how, sizeof how);
	int status;

	if (child < 0)
		err(3, "clone3");
	if (child == 0)
		return;
	waitpid(child, &status, 0);
	exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128);
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	if (!strcmp(argv[1], "born"))
		be_born();
	else
		move();
	execv(argv[2], argv + 2);
	err(3, "%s", argv[2]);
}
