/*
 * worker FILE PROCESSES [spin]: that many busy processes beside an attack. Each counts in its own 64-bit word of FILE (4 KiB, word 0 is
 * the attacker's): one count for each system call it completed, or with `spin` for each loop that enters the kernel never.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { WORDS = 4096 / sizeof(unsigned long) };

static void work(volatile unsigned long *count, int spins)
{
	for (;;) {
		if (!spins)
			syscall(SYS_getppid);
		++*count;
	}
}

int main(int argc, char **argv)
{
	int processes = argc > 2 ? atoi(argv[2]) : 0, spins = argc > 3 && !strcmp(argv[3], "spin");
	int fd = argc > 1 ? open(argv[1], O_RDWR | O_CLOEXEC) : -1;
	volatile unsigned long *counts = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	if (fd < 0 || counts == MAP_FAILED || processes < 1 || processes >= WORDS) {
		perror("worker");
		return 1;
	}
	for (int i = 1; i <= processes; i++) {
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL); /* nothing outlives the first process */
			work(counts + i, spins);
		}
	}
	puts("ready");
	fflush(stdout);
	for (;;)
		pause();
}
