/*
 * tally FILE INDEX: counts once in 64-bit word INDEX of FILE (4 KiB) and then waits to be ended. As with counter, hardly anything lies
 * between the first instruction and the count: a word that stays 0 proves that the program did not run.
 */
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>

static long call(long number, long a, long b, long c, long d, long e)
{
	register long r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = 0;
	long result;

	__asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
	return result;
}

/* stack: argc, then argv */
__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	const char *file = (const char *)stack[2];
	unsigned long index = 0;
	long fd = call(SYS_open, (long)file, O_RDWR, 0, 0, 0);
	volatile unsigned long *counts = (void *)call(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd);

	if (fd < 0 || (long)counts < 0)
		call(SYS_exit_group, 111, 0, 0, 0, 0);
	for (const char *digit = (const char *)stack[3]; *digit; digit++)
		index = index * 10 + (*digit - '0');
	++counts[index & 511];
	for (;;)
		call(SYS_pause, 0, 0, 0, 0, 0);
}

__asm__(".globl _start\n_start:\n\tmov %rsp, %rdi\n\tand $-16, %rsp\n\tcall begin\n");
