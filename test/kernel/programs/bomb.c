/*
 * bomb COUNT PROGRAM [ARGUMENT...]: makes COUNT processes that only wait, prints how many there are, then does as `stepper` does
 * from a process younger than all of them. When its input ends it ends them all.
 */
#include "bare.h"
#include <signal.h>

static unsigned long fill(unsigned long count)
{
	unsigned long made = 0;

	while (made < count) {
		long child = CALL(__NR_fork, 0, 0, 0);

		if (child == 0)
			for (;;)
				CALL(__NR_pause, 0, 0, 0);
		if (child < 0)
			break;
		made++;
	}
	return made;
}

static void end_all(void)
{
	unsigned long terminate = 1UL << (SIGTERM - 1);

	call(__NR_rt_sigprocmask, SIG_BLOCK, (long)&terminate, 0, sizeof terminate, 0); /* this process is in the group too */
	CALL(__NR_kill, 0, SIGTERM, 0);
	while (call(__NR_wait4, -1, 0, 0, 0, 0) > 0);
}

__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	char **arguments = arguments_of(stack), byte;

	CALL(__NR_setpgid, 0, 0, 0);
	say_number(fill(number_of(arguments[1])));
	say("\n");
	while (CALL(__NR_read, 0, &byte, 1) == 1) {
		say_number(run(arguments + 2, environment_of(stack)));
		say("\n");
	}
	end_all();
	leave(0);
}
