/*
 * strike PROGRAM STAMPS PAUSE_US: for each line "COUNT FIRST" on standard input it starts PROGRAM COUNT times, each time with another
 * argument "strike=NUMBER" from FIRST on, waits for each, and pauses after it. The boot clock just before each start goes to STAMPS, 64-bit
 * words by NUMBER (a file that has room for them; "-": no stamps). Prints "ready" first, then how many ended by SIGKILL, after each line.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile unsigned long *stamps;
static unsigned long room;

static unsigned long boot_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return now.tv_sec * 1000000000UL + now.tv_nsec;
}

static void map_stamps(const char *path)
{
	int file = open(path, O_RDWR | O_CLOEXEC);
	struct stat status;

	if (file < 0 || fstat(file, &status))
		exit(1);
	stamps = mmap(0, status.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	room = status.st_size / sizeof *stamps;
	if (stamps == MAP_FAILED)
		exit(1);
}

/* 1: it ended by SIGKILL */
static int strike(char *program, unsigned long number)
{
	char argument[32], *arguments[] = { program, argument, 0 }, *environment[] = { 0 };
	int status = 0;
	pid_t child;

	snprintf(argument, sizeof argument, "strike=%lu", number);
	if (number < room)
		stamps[number] = boot_ns();
	child = vfork();
	if (child == 0) {
		execve(program, arguments, environment);
		_exit(126);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		exit(1);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

int main(int argc, char **argv)
{
	unsigned long count, first;
	int pause_us = argc > 3 ? atoi(argv[3]) : 0;

	if (argc < 4)
		return 2;
	if (strcmp(argv[2], "-"))
		map_stamps(argv[2]);
	setvbuf(stdout, 0, _IOLBF, 0);
	puts("ready");
	while (scanf("%lu %lu", &count, &first) == 2) {
		int killed = 0;

		for (unsigned long number = first; number < first + count; number++) {
			killed += strike(argv[1], number);
			if (pause_us)
				usleep(pause_us);
		}
		printf("%d\n", killed);
	}
	return 0;
}
