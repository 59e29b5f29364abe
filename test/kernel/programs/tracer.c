/*
 * tracer PROGRAM: for the first byte on standard input starts a foreign copy of PROGRAM under its trace. For each further one it continues
 * the copy without a signal, and prints 1, or 0 where it did not stand.
 */
#include "trial.h"

static pid_t start_traced(const char *path)
{
	int ends[2];
	char byte;
	pid_t child;

	if (pipe(ends))
		fail("pipe");
	child = fork();
	if (!child) {
		if (read(ends[0], &byte, 1) != 1)
			fail("read");
		start(path);
	}
	if (ptrace(PTRACE_SEIZE, child, 0, 0) || write(ends[1], "", 1) != 1)
		fail("ptrace");
	return child;
}

int main(int argc, char **argv)
{
	pid_t child;

	if (argc != 2)
		return 2;
	setvbuf(stdout, 0, _IOLBF, 0);
	drop(argv[1], "/tmp/foreign");
	puts("ready");
	next_command();
	child = start_traced("/tmp/foreign");
	for (;;) {
		next_command();
		printf("%d\n", !ptrace(PTRACE_CONT, child, 0, 0));
	}
}
