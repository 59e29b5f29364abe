/*
 * repeat exec N PROGRAM    for each byte on standard input: starts PROGRAM N times and waits for each; prints "MEDIAN MEAN" nanoseconds
 * repeat fresh N PROGRAM   the same, but PROGRAM gets a new name before each start, so that nobody has seen it before
 * repeat getpid N          for each byte: N system calls; prints "MEDIAN MEAN" of a call in picoseconds, over 100 batches
 * Prints "ready" first; ends with its input.
 */
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BATCHES = 100 };

static char *environment[] = { 0 };
static char current[PATH_MAX];

static long now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000L + now.tv_nsec;
}

static void fail(const char *what)
{
	perror(what);
	_exit(1);
}

static void start_once(void)
{
	char *arguments[] = { current, 0 };
	int status = 0;
	pid_t child = vfork();

	if (child == 0) {
		execve(current, arguments, environment);
		_exit(126);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status)
		fail(current);
}

static void rename_program(const char *program)
{
	static unsigned long number;
	char fresh[PATH_MAX];

	snprintf(fresh, sizeof fresh, "%s%06lu", program, ++number);
	if (rename(current, fresh))
		fail(fresh);
	strcpy(current, fresh);
}

static int by_size(const void *left, const void *right)
{
	long difference = *(const long *)left - *(const long *)right;

	return (difference > 0) - (difference < 0);
}

static void print(long *samples, long count)
{
	long sum = 0;

	for (long at = 0; at < count; at++)
		sum += samples[at];
	qsort(samples, count, sizeof *samples, by_size);
	printf("%ld %ld\n", samples[count / 2], sum / count);
}

static void time_starts(long *samples, long count, const char *fresh)
{
	for (long at = 0; at < count; at++) {
		if (fresh)
			rename_program(fresh);
		long from = now_ns();
		start_once();
		samples[at] = now_ns() - from;
	}
	print(samples, count);
}

static void time_calls(long *samples, long count)
{
	long each = count / BATCHES;

	for (int batch = 0; batch < BATCHES; batch++) {
		long from = now_ns();
		for (long at = 0; at < each; at++)
			syscall(SYS_getpid);
		samples[batch] = (now_ns() - from) * 1000 / each;
	}
	print(samples, BATCHES);
}

int main(int argc, char **argv)
{
	long count = argc > 2 ? atol(argv[2]) : 0;
	long *samples = calloc(count > BATCHES ? count : BATCHES, sizeof *samples);
	char byte;

	if (count < 1 || !samples || (strcmp(argv[1], "getpid") && argc < 4))
		return 2;
	if (argc > 3)
		snprintf(current, sizeof current, "%s", argv[3]);
	setvbuf(stdout, 0, _IOLBF, 0);
	puts("ready");
	while (read(0, &byte, 1) == 1) {
		if (!strcmp(argv[1], "getpid"))
			time_calls(samples, count);
		else
			time_starts(samples, count, strcmp(argv[1], "fresh") ? 0 : argv[3]);
	}
	return 0;
}
