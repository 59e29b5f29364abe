/*
 * violator COUNTS PROGRAM [fresh]: starts PROGRAM again and again and counts in the 64-bit words of COUNTS (a file of 4 KiB): 0 tries,
 * 1 those that ended by themselves instead of by SIGKILL, 2 those that could not be started. With "fresh" each is a new file, a copy
 * of PROGRAM in /tmp, up to as many as word 4 says, and the one made 16 before is started once more. Ends when word 3 is not 0.
 */
#include "bare.h"
#include <fcntl.h>
#include <sys/mman.h>

enum word { TRIES, SURVIVORS, FAILURES, STOP, FRESH_LIMIT, FRESH };
enum { KILLED = 128 + 9, NOT_STARTED = 126, MAX_NAME = 64, KEPT = 16 };

/* As vfork: the child uses this stack until it has started the program, so nothing may return in it. */
static __attribute__((noinline)) int start(char **arguments, char **environment)
{
	long child = CALL(__NR_vfork, 0, 0, 0);

	if (child == 0) {
		CALL(__NR_execve, arguments[0], arguments, environment);
		leave(NOT_STARTED);
	}
	return wait_for(child);
}

/* "/tmp/" and the number */
static void name_of(char *name, unsigned long number)
{
	static const char folder[] = "/tmp/";
	char digits[24];
	int at = sizeof digits;

	for (const char *from = folder; *from; from++)
		*name++ = *from;
	do
		digits[--at] = '0' + number % 10;
	while (number /= 10);
	while (at < (int)sizeof digits)
		*name++ = digits[at++];
	*name = 0;
}

static void copy(const char *from, const char *to)
{
	long in = CALL(__NR_open, from, O_RDONLY, 0), out = CALL(__NR_open, to, O_WRONLY | O_CREAT | O_TRUNC, 0755);

	call(__NR_sendfile, out, in, 0, 1 << 20, 0);
	CALL(__NR_close, in, 0, 0);
	CALL(__NR_close, out, 0, 0);
}

static void try(volatile unsigned long *counts, char *program, char **environment)
{
	char *arguments[] = { program, 0 };
	int code = start(arguments, environment);

	if (code == NOT_STARTED)
		counts[FAILURES]++;
	else if (code != KILLED)
		counts[SURVIVORS]++;
	counts[TRIES]++;
}

static void try_fresh(volatile unsigned long *counts, char *program, char **environment)
{
	unsigned long number = counts[FRESH];
	char name[MAX_NAME];

	if (number >= counts[FRESH_LIMIT]) {
		CALL(__NR_sched_yield, 0, 0, 0);
		return;
	}
	name_of(name, number);
	copy(program, name);
	try(counts, name, environment);
	counts[FRESH]++;
	if (number < KEPT)
		return;
	name_of(name, number - KEPT);
	try(counts, name, environment);
	CALL(__NR_unlink, name, 0, 0);
}

__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	char **arguments = arguments_of(stack), **environment = environment_of(stack);
	int fresh = stack[0] > 3 && same(arguments[3], "fresh");
	long fd = CALL(__NR_open, arguments[1], O_RDWR, 0);
	volatile unsigned long *counts = (void *)call(__NR_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd);

	if (fd < 0 || (long)counts < 0)
		leave(111);
	while (!counts[STOP])
		(fresh ? try_fresh : try)(counts, arguments[2], environment);
	leave(0);
}
