/*
 * link NEXT [ARGUMENT...]: one link of a chain of programs. Starts NEXT with the arguments behind it, and by the number of its
 * arguments in turn in place, as a child, or as an orphan in a session of its own (not where ORPHANS is 0). Ends as what it started
 * in place or as a child did; after an orphan's start it waits until it is killed. Where NEXT does not begin with a slash it ends
 * with 0.
 */
#include "bare.h"

#ifndef ORPHANS
#define ORPHANS 1
#endif

static __attribute__((noreturn)) void start_orphan(char **next, char **environment)
{
	long child = CALL(__NR_fork, 0, 0, 0);

	if (child == 0) {
		CALL(__NR_setsid, 0, 0, 0);
		if (CALL(__NR_fork, 0, 0, 0) == 0) {
			CALL(__NR_execve, next[0], next, environment);
			leave(126);
		}
		leave(0);
	}
	wait_for(child);
	for (;;)
		CALL(__NR_pause, 0, 0, 0);
}

__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	char **next = arguments_of(stack) + 1, **environment = environment_of(stack);

	if (stack[0] < 2 || next[0][0] != '/')
		leave(0);
	switch (stack[0] % (2 + ORPHANS)) {
	case 0:
		CALL(__NR_execve, next[0], next, environment);
		leave(126);
	case 1:
		end_as(run(next, environment));
	default:
		start_orphan(next, environment);
	}
}
