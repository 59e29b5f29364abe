/*
 * answer: a server. Prints "answer" for any byte on standard input but
 *   s   a child that stops itself (SIGSTOP) as a workload does, then counts in /shared/page; prints its pid once it stands
 *   f   a child that starts /tmp/foreign, a copy of /bin/first; prints its pid
 *   c   a child that counts in /shared/page without a system call; prints its pid
 */
#include "trial.h"

static void count(struct page *page)
{
	for (;;)
		page->count++;
}

static void run_child(char command, struct page *page)
{
	if (command == 's') {
		raise(SIGSTOP);
		count(page);
	}
	if (command == 'c')
		count(page);
	start("/tmp/foreign");
}

int main(void)
{
	struct page *page = map_page();
	int status;

	setvbuf(stdout, 0, _IOLBF, 0);
	drop("/bin/first", "/tmp/foreign");
	puts("ready");
	for (;;) {
		char command = next_command();
		if (!strchr("sfc", command)) {
			puts("answer");
			continue;
		}
		pid_t child = fork();
		if (!child)
			run_child(command, page);
		if (command == 's')
			waitpid(child, &status, WUNTRACED);
		printf("%d\n", child);
	}
}
