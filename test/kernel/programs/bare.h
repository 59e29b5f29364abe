/* Programs without a C library: a few hundred bytes that are copied and started thousands of times. */
#ifndef STASIS_TEST_BARE_H
#define STASIS_TEST_BARE_H
#if defined(__x86_64__)
#include <asm/unistd.h>
#else /* of 32-bit programs; their header need not be there */
enum { __NR_fork = 2, __NR_read = 3, __NR_write = 4, __NR_execve = 11, __NR_getpid = 20, __NR_kill = 37, __NR_wait4 = 114, __NR_exit_group = 252 };
#endif

#define CALL(number, a, b, c) call(number, (long)(a), (long)(b), (long)(c), 0, 0)

#if defined(__x86_64__)
static inline long call(long number, long a, long b, long c, long d, long e)
{
	register long r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = 0;
	long result;

	__asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
	return result;
}

/* Begins at begin(stack): argument count, arguments, 0, environment, 0. */
__asm__(".globl _start\n_start:\n\tmov %rsp, %rdi\n\tand $-16, %rsp\n\tcall begin\n");
#else /* a 32-bit program's calls */
static inline long call(long number, long a, long b, long c, long d, long e)
{
	long result;

	__asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e) : "memory");
	return result;
}

__asm__(".globl _start\n_start:\n\tmov %esp, %eax\n\tand $-16, %esp\n\tsub $12, %esp\n\tpush %eax\n\tcall begin\n");
#endif

static inline __attribute__((noreturn)) void leave(int code)
{
	for (;;)
		CALL(__NR_exit_group, code, 0, 0);
}

static inline char **arguments_of(const unsigned long *stack) { return (char **)(stack + 1); }
static inline char **environment_of(const unsigned long *stack) { return (char **)(stack + 2 + stack[0]); }

static inline unsigned long length_of(const char *text)
{
	unsigned long length = 0;

	while (text[length])
		length++;
	return length;
}

static inline int same(const char *left, const char *right)
{
	while (*left && *left == *right)
		left++, right++;
	return *left == *right;
}

static inline void say(const char *text) { CALL(__NR_write, 1, text, length_of(text)); }

static inline void say_number(unsigned long number)
{
	char digits[24];
	int at = sizeof digits;

	do
		digits[--at] = '0' + number % 10;
	while (number /= 10);
	CALL(__NR_write, 1, digits + at, sizeof digits - at);
}

static inline unsigned long number_of(const char *text)
{
	unsigned long number = 0;

	while (*text)
		number = number * 10 + (*text++ - '0');
	return number;
}

/* Exit code, or 128 + signal */
static inline int wait_for(long child)
{
	int status = 0;

	if (call(__NR_wait4, child, (long)&status, 0, 0, 0) != child)
		return 255;
	return status & 127 ? 128 + (status & 127) : status >> 8 & 255;
}

/* Ends with an exit code, or by the signal of 128 + signal. */
static inline __attribute__((noreturn)) void end_as(int code)
{
	if (code > 128)
		CALL(__NR_kill, CALL(__NR_getpid, 0, 0, 0), code - 128, 0);
	leave(code);
}

/* Starts the program and waits for it; a child that cannot start it ends with 126. */
static inline int run(char **arguments, char **environment)
{
	long child = CALL(__NR_fork, 0, 0, 0);

	if (child == 0) {
		CALL(__NR_execve, arguments[0], arguments, environment);
		leave(126);
	}
	return wait_for(child);
}
#endif
