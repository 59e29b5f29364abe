/*
 * world: makes files of all kinds in a box and starts chains of programs. Reads lines from its standard input; a line is one of
 *   copy FROM TO          a file of its own
 *   script INTERPRETER TO
 *   change PATH           the mode of a file of the image, so that it is copied up
 *   volume PATH           a tmpfs
 *   bind FROM TO          an alias of a folder
 *   memory NAME FROM FD   a copy in memory, open at this descriptor
 *   deleted PATH FROM FD  a copy that is deleted, likewise
 *   PROGRAM ARGUMENT...   begins with a slash: starts it as a child and waits for it
 * and prints a number for each: 0, or how the program ended as a shell tells it. Folders are made as they are needed.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_WORDS = 32, MAX_LINE = 4096 };

static void check(int failed, const char *what)
{
	if (!failed)
		return;
	perror(what);
	exit(3);
}

static void make_folders_of(const char *path)
{
	char folder[MAX_LINE];

	for (const char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
		mkdir(folder, 0755);
	}
}

static void copy_into(const char *from, int out)
{
	struct stat status;
	int in = open(from, O_RDONLY | O_CLOEXEC);

	check(in < 0 || fstat(in, &status) || sendfile(out, in, 0, status.st_size) != status.st_size, from);
	close(in);
}

static int make_file(const char *path)
{
	int out;

	make_folders_of(path);
	out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0755);
	check(out < 0, path);
	return out;
}

static void copy(char **words)
{
	int out = make_file(words[2]);

	copy_into(words[1], out);
	close(out);
}

static void script(char **words)
{
	int out = make_file(words[2]);

	check(dprintf(out, "#!%s\n", words[1]) < 0, words[2]);
	close(out);
}

static void change(char **words) { check(chmod(words[1], 0700), words[1]); }

static void volume(char **words)
{
	make_folders_of(words[1]);
	check(mkdir(words[1], 0755) || mount("volume", words[1], "tmpfs", 0, 0), words[1]);
}

static void bind_folder(char **words)
{
	make_folders_of(words[2]);
	check(mkdir(words[2], 0755) || mount(words[1], words[2], 0, MS_BIND, 0), words[2]);
}

static void memory(char **words)
{
	int made = memfd_create(words[1], MFD_CLOEXEC);

	check(made < 0, "memfd_create");
	copy_into(words[2], made);
	check(dup2(made, atoi(words[3])) < 0, "dup2");
	close(made);
}

static void deleted(char **words)
{
	int made;

	copy((char *[]){ 0, words[2], words[1] });
	made = open(words[1], O_RDONLY | O_CLOEXEC);
	check(made < 0 || dup2(made, atoi(words[3])) < 0 || unlink(words[1]), words[1]);
	close(made);
}

static int start(char **words)
{
	char *no_environment[] = { 0 };
	pid_t child = fork();
	int status;

	if (child == 0) {
		execve(words[0], words, no_environment);
		perror(words[0]);
		_exit(126);
	}
	check(waitpid(child, &status, 0) != child, "waitpid");
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static const struct {
	const char *name;
	void (*run)(char **words);
	int words;
} commands[] = {
	{ "copy", copy, 3 }, { "script", script, 3 }, { "change", change, 2 }, { "volume", volume, 2 }, { "bind", bind_folder, 3 },
	{ "memory", memory, 4 }, { "deleted", deleted, 4 },
};

static int obey(char **words, int count)
{
	if (words[0][0] == '/')
		return start(words);
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (!strcmp(words[0], commands[i].name) && count == commands[i].words) {
			commands[i].run(words);
			return 0;
		}
	return 2;
}

int main(void)
{
	char line[MAX_LINE], *words[MAX_WORDS + 1];

	while (fgets(line, sizeof line, stdin)) {
		int count = 0;

		for (char *word = strtok(line, " \n"); word && count < MAX_WORDS; word = strtok(0, " \n"))
			words[count++] = word;
		words[count] = 0;
		printf("%d\n", count ? obey(words, count) : 2);
		fflush(stdout);
	}
	return 0;
}
