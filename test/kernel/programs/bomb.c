/*
 * bomb COUNT PROGRAM [ARGUMENT...]: makes COUNT processes that only wait, prints how many there are, then does as `stepper` does
 * from a process younger than all of them. When its input ends all of them end.
 */
#include "bare.h"

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
	CALL(__NR_kill, 0, 9, 0);
	leave(0);
}
