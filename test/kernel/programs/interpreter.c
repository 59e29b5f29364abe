/*
 * interpreter SCRIPT: maps /shared/page (descriptor 4), waits there for `go` where the test wants it, opens its script, and counts.
 * Nothing lies between the return of the open and the first count, and nothing that follows is a system call.
 */
#include "trial.h"

int main(int argc, char **argv)
{
	struct page *page = map_descriptor(PAGE_DESCRIPTOR);

	if (argc < 2)
		return 2;
	page->ready = getpid();
	while (page->wait && !page->go)
		;
	page->hit_ns = boot_ns();
	open(argv[1], O_RDONLY);
	for (;;)
		page->count++;
}
