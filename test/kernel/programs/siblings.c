/*
 * Processes that make system calls beside an offender, each noting in /shared/page when its last calls had returned.
 *   siblings steady N PROGRAM   N of them all the time; for each byte on standard input one offender
 *   siblings storm N PROGRAM    for each byte they are forked anew, and the offender in the middle of them
 * PROGRAM is copied to /tmp/foreign, which the offenders start. Prints "ended" when the offender (and the storm) is gone.
 */
#include "trial.h"

static void keep_calling(struct page *page, int number)
{
	for (unsigned long calls = 0;; page->siblings[number].calls = ++calls) {
		syscall(SYS_getppid);
		page->siblings[number].returned_ns[calls % LAST_CALLS] = boot_ns();
	}
}

static void fork_callers(struct page *page, int from, int to)
{
	for (int number = from; number < to; number++)
		if (!fork())
			keep_calling(page, number);
}

static void fork_offender(void)
{
	if (!fork())
		start("/tmp/foreign");
}

static void storm(struct page *page, int size)
{
	fork_callers(page, 0, size / 2);
	fork_offender();
	fork_callers(page, size / 2, size);
	while (wait(0) > 0)
		;
	_exit(0);
}

int main(int argc, char **argv)
{
	struct page *page = map_page();
	int stormy, size;

	if (argc < 4)
		return 2;
	stormy = !strcmp(argv[1], "storm");
	size = atoi(argv[2]);
	setvbuf(stdout, 0, _IOLBF, 0);
	drop(argv[3], "/tmp/foreign");
	if (!stormy)
		fork_callers(page, 0, size);
	puts("ready");
	for (;;) {
		next_command();
		pid_t child = fork();
		if (!child && stormy)
			storm(page, size);
		if (!child)
			start("/tmp/foreign");
		waitpid(child, 0, 0);
		puts("ended");
	}
}
