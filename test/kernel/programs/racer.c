/*
 * racer STARTS: starts /volume/…/x by its descriptor so many times, while another process moves the folder that it is in back and forth
 * between /volume/one/left and /volume/two/right. The argument of each start is its number. Prints how many were not killed.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char LEFT[] = "/volume/one/left", RIGHT[] = "/volume/two/right";

static void check(int failed, const char *what)
{
	if (!failed)
		return;
	perror(what);
	exit(3);
}

static int make_program(const char *path)
{
	struct stat status;
	int in = open("/bin/nothing", O_RDONLY | O_CLOEXEC), out = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0755), made;

	check(in < 0 || out < 0 || fstat(in, &status) || sendfile(out, in, 0, status.st_size) != status.st_size, path);
	close(in);
	close(out);
	made = open(path, O_RDONLY | O_CLOEXEC);
	check(made < 0, path);
	return made;
}

static void move(void)
{
	for (;;) {
		check(rename(LEFT, RIGHT), RIGHT);
		check(rename(RIGHT, LEFT), LEFT);
	}
}

static int survives(int program, int number)
{
	char text[16], *arguments[] = { "x", text, 0 }, *no_environment[] = { 0 };
	pid_t child;
	int status;

	snprintf(text, sizeof text, "%d", number);
	child = fork();
	if (child == 0) {
		execveat(program, "", arguments, no_environment, AT_EMPTY_PATH);
		_exit(126);
	}
	check(waitpid(child, &status, 0) != child, "waitpid");
	return !WIFSIGNALED(status);
}

int main(int argc, char **argv)
{
	int starts = argc > 1 ? atoi(argv[1]) : 0, survivors = 0, program;
	pid_t mover;

	check(mkdir("/volume/one", 0755) || mkdir("/volume/two", 0755) || mkdir(LEFT, 0755), LEFT);
	program = make_program("/volume/one/left/x");
	mover = fork();
	if (mover == 0)
		move();
	for (int number = 0; number < starts; number++)
		survivors += survives(program, number);
	kill(mover, SIGKILL);
	waitpid(mover, 0, 0);
	printf("%d\n", survivors);
	return 0;
}
