/*
 * revoke HOW INTERPRETER: for each byte on standard input starts a foreign script (INTERPRETER's), and beside it a process that continues
 * it as soon as the hook has stopped it. Prints "ended" when both are gone.
 * HOW: none; cont: kill(SIGCONT); orphan: its parent, who leads its session, exits (SIGHUP is ignored); ptrace: a tracer that seized it
 * before continues it without a signal.
 */
#include "trial.h"

enum { FIRST_DELAY_NS = 10000, DELAY_STEP_NS = 12000, DELAYS = 10 };

static void wait_for(volatile unsigned long *word)
{
	while (!*word)
		;
}

static void act(const char *how, pid_t offender)
{
	if (!strcmp(how, "cont"))
		kill(offender, SIGCONT);
	else if (!strcmp(how, "orphan"))
		_exit(0);
	else if (!strcmp(how, "ptrace"))
		ptrace(PTRACE_CONT, offender, 0, 0);
}

/* Parent, revoker and tracer of the offender in one. Makes one system call after the hit, which is all that the hooks let it complete. */
static void run_revoker(const char *how, struct page *page, int trial)
{
	pid_t offender;

	setsid();
	signal(SIGHUP, SIG_IGN);
	offender = fork();
	if (!offender) {
		setpgid(0, 0);
		page->ready = getpid();
		wait_for(&page->go);
		page->hit_ns = boot_ns();
		start("/tmp/foreign");
	}
	wait_for(&page->ready);
	if (!strcmp(how, "ptrace") && ptrace(PTRACE_SEIZE, offender, 0, 0))
		fail("ptrace");
	page->go = 1;
	wait_for(&page->hit_ns);
	spin_ns(FIRST_DELAY_NS + trial % DELAYS * DELAY_STEP_NS);
	page->acted = boot_ns();
	act(how, offender);
	for (;;)
		;
}

int main(int argc, char **argv)
{
	struct page *page = map_page();

	if (argc < 3)
		return 2;
	setvbuf(stdout, 0, _IOLBF, 0);
	drop_script(argv[2], "/tmp/foreign");
	puts("ready");
	for (int trial = 0;; trial++) {
		next_command();
		memset((void *)page, 0, sizeof *page);
		pid_t child = fork();
		if (!child)
			run_revoker(argv[1], page, trial);
		waitpid(child, 0, 0);
		puts("ended");
	}
}
