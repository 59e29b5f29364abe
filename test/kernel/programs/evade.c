/*
 * evade WAY [ARGUMENT]: inside a box, starts a program in one of the ways by which attackers hide what they start, and becomes it, or
 * waits for it and ends as it did. Needs /bin/nothing, /bin/interp, /bin/allowed, /lib/foreign, /etc/data of the image, and /tmp.
 */
#define _GNU_SOURCE
#include "evade.h"

static char *const no_environment[] = { 0 };

void fail(const char *what)
{
	perror(what);
	exit(3);
}

void check(int failed, const char *what)
{
	if (failed)
		fail(what);
}

void copy_into(const char *source, int out)
{
	struct stat status;
	int in = open(source, O_RDONLY | O_CLOEXEC);

	check(in < 0 || fstat(in, &status) || sendfile(out, in, 0, status.st_size) != status.st_size, source);
	close(in);
}

void put_copy(const char *source, const char *path)
{
	int out = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);

	check(out < 0, path);
	copy_into(source, out);
	close(out);
}

void put(const char *path) { put_copy("/bin/nothing", path); }

void put_script(const char *path, const char *first_line)
{
	int out = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);

	check(out < 0 || dprintf(out, "#!%s\n", first_line) < 0, path);
	close(out);
}

void put_text(const char *path, const char *text)
{
	int out = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0755);

	check(out < 0 || write(out, text, strlen(text)) != (ssize_t)strlen(text), path);
	close(out);
}

void start(const char *path)
{
	char *arguments[] = { (char *)path, 0 };

	execve(path, arguments, no_environment);
	fail(path);
}

void start_with(const char *path, const char *argument, const char *second)
{
	char *arguments[] = { (char *)path, (char *)argument, (char *)second, 0 };

	execve(path, arguments, no_environment);
	fail(path);
}

void start_fd(int fd)
{
	char *arguments[] = { "program", 0 };

	execveat(fd, "", arguments, no_environment, AT_EMPTY_PATH);
	fail("execveat");
}

void start_reopened(int fd)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	start(path);
}

void end_as(pid_t child, const char *folder)
{
	int status;

	check(waitpid(child, &status, 0) < 0, "waitpid");
	check(folder && rmdir(folder), folder);
	if (WIFSIGNALED(status)) {
		signal(WTERMSIG(status), SIG_DFL);
		raise(WTERMSIG(status));
	}
	exit(WEXITSTATUS(status));
}

int main(int argc, char **argv)
{
	static const struct way *const lists[] = { ways_of_naming, ways_of_mounting, ways_of_moving };

	for (size_t i = 0; argc > 1 && i < sizeof lists / sizeof *lists; i++)
		for (const struct way *way = lists[i]; way->name; way++)
			if (!strcmp(way->name, argv[1]))
				way->run(argc > 2 ? argv[2] : "");
	fprintf(stderr, "evade: no way %s\n", argc > 1 ? argv[1] : "");
	return 2;
}
