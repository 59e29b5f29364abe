/*
 * link NEXT [ARGUMENT...]: one link of a chain of programs. Starts NEXT with the arguments behind it, and by the number of its
 * arguments in turn in place, as a child, or as an orphan in a session of its own. Ends as what it started in place or as a child
 * did; after an orphan's start it waits until it is killed. Without NEXT it ends with 0.
 */
#include "bare.h"

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

	if (stack[0] < 2)
		leave(0);
	switch (stack[0] % 3) {
	case 0:
		CALL(__NR_execve, next[0], next, environment);
		leave(126);
	case 1:
		end_as(run(next, environment));
	default:
		start_orphan(next, environment);
	}
}
