/*
 * stepper PROGRAM [ARGUMENT...]: for every byte on its standard input it starts PROGRAM and prints how that ended: the exit code,
 * or 128 + signal. Prints "ready" first; ends with its input.
 */
#include "bare.h"

__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	char **program = arguments_of(stack) + 1, byte;

	say("ready\n");
	while (CALL(__NR_read, 0, &byte, 1) == 1) {
		say_number(run(program, environment_of(stack)));
		say("\n");
	}
	leave(0);
}
