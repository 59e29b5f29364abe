/*
 * first: its first instructions write one byte to descriptor 3, the next ones exit with 42. No C library, no stack use, no start-up code.
 * Built with -DTRAP the very first instruction is an invalid one: a process that ran it dies of SIGILL, whatever is sent to it later.
 */
#include <sys/syscall.h>

	.globl _start
_start:
#ifdef TRAP
	ud2
#else
	mov $SYS_write, %eax
	mov $3, %edi
	lea byte(%rip), %rsi
	mov $1, %edx
	syscall
#endif
	mov $SYS_exit_group, %eax
	mov $42, %edi
	syscall
byte:
	.ascii "!"
	.section .note.GNU-stack, "", @progbits
