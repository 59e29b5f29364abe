/*
 * attacker WAY SOURCE TARGET [ARGUMENT...]: copies the program SOURCE to TARGET and starts it with the arguments, in one of the ways
 * by which attackers hide what they start. `attacker` alone lists the ways. It waits for what it forked and prints how that ended:
 * "exited CODE" or "killed SIGNAL"; where the start is refused it prints "refused ERRNO" and ends with 126.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct attack {
	const char *source, *target;
	char **arguments; /* of the started program; [0] is the target */
};

static int fail(const char *what)
{
	perror(what);
	exit(1);
}

static int refused(void)
{
	printf("refused %d\n", errno);
	fflush(stdout);
	_exit(126);
}

static void copy_into(const char *source, int out)
{
	int in = open(source, O_RDONLY | O_CLOEXEC);
	struct stat status;

	if (in < 0 || fstat(in, &status) || sendfile(out, in, 0, status.st_size) != status.st_size)
		fail(source);
	close(in);
}

static void drop(const struct attack *attack)
{
	int out = open(attack->target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);

	if (out < 0)
		fail(attack->target);
	copy_into(attack->source, out);
	fchmod(out, 0755);
	close(out);
}

static void start(const struct attack *attack, const char *path)
{
	execve(path, attack->arguments, environ);
	refused();
}

static void start_fd(const struct attack *attack, int fd)
{
	syscall(SYS_execveat, fd, "", attack->arguments, environ, AT_EMPTY_PATH);
	refused();
}

/* --- the ways --- */

static void plain(const struct attack *attack) { drop(attack); start(attack, attack->target); }

static void *start_in_thread(void *attack) { start(attack, ((const struct attack *)attack)->target); return 0; }

static void from_thread(const struct attack *attack)
{
	pthread_t thread;

	drop(attack);
	if (pthread_create(&thread, 0, start_in_thread, (void *)attack))
		fail("pthread_create");
	for (;;)
		pause();
}

/* Waits for a child and tells how it ended, by the shell's convention. */
static void report(pid_t child)
{
	int status;

	if (child < 0 || waitpid(child, &status, 0) != child)
		fail("waitpid");
	if (WIFSIGNALED(status))
		printf("killed %d\n", WTERMSIG(status));
	else
		printf("exited %d\n", WEXITSTATUS(status));
	fflush(stdout);
	exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

static void after_fork(const struct attack *attack)
{
	drop(attack);
	pid_t child = fork();
	if (child == 0)
		start(attack, attack->target);
	report(child);
}

static void double_fork(const struct attack *attack)
{
	drop(attack);
	pid_t child = fork();
	if (child == 0) {
		setsid();
		if (fork() == 0)
			start(attack, attack->target);
		_exit(0);
	}
	report(child);
}

static void in_memory(const struct attack *attack)
{
	int fd = memfd_create("payload", MFD_CLOEXEC);

	if (fd < 0)
		fail("memfd_create");
	copy_into(attack->source, fd);
	start_fd(attack, fd);
}

/* SOURCE is the interpreter; TARGET becomes a script that names it. The arguments follow the script's path. */
static void script(const struct attack *attack)
{
	int out = open(attack->target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);

	if (out < 0)
		fail(attack->target);
	dprintf(out, "#!%s\necho ran > /shared/script-ran\n", attack->source);
	fchmod(out, 0755);
	close(out);
	start(attack, attack->target);
}

static char *beside(const struct attack *attack)
{
	char *path;

	if (asprintf(&path, "%s.other", attack->target) < 0)
		fail("asprintf");
	unlink(path);
	return path;
}

static void by_symlink(const struct attack *attack)
{
	char *path = beside(attack);

	drop(attack);
	if (symlink(attack->target, path))
		fail(path);
	start(attack, path);
}

static void by_hard_link(const struct attack *attack)
{
	char *path = beside(attack);

	drop(attack);
	if (link(attack->target, path))
		fail(path);
	start(attack, path);
}

static void after_rename(const struct attack *attack)
{
	char *path = beside(attack);

	drop(attack);
	if (rename(attack->target, path))
		fail(path);
	start(attack, path);
}

static void by_descriptor(const struct attack *attack)
{
	char path[64];

	drop(attack);
	snprintf(path, sizeof path, "/proc/self/fd/%d", open(attack->target, O_RDONLY));
	start(attack, path);
}

static void deleted(const struct attack *attack)
{
	drop(attack);
	int fd = open(attack->target, O_RDONLY | O_CLOEXEC);
	unlink(attack->target);
	start_fd(attack, fd);
}

static void in_place(const struct attack *attack) { start(attack, attack->source); } /* nothing is dropped: a program of the image */

static const struct way {
	const char *name;
	void (*run)(const struct attack *);
} ways[] = {
	{ "exec", plain }, { "thread", from_thread }, { "fork", after_fork }, { "double-fork", double_fork }, { "memfd", in_memory },
	{ "script", script }, { "symlink", by_symlink }, { "hard-link", by_hard_link }, { "rename", after_rename },
	{ "descriptor", by_descriptor }, { "deleted", deleted }, { "image", in_place },
};

int main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		if (argc < 4)
			puts(ways[i].name);
		else if (!strcmp(argv[1], ways[i].name)) {
			struct attack attack = { argv[2], argv[3], argv + 3 };
			ways[i].run(&attack);
		}
	}
	return 2;
}
