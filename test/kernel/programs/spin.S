/*
 * spin: counts the turns of a loop at the top of its stack, from its very first instructions on and without a system call. Whoever
 * continues it after a hit lets it count; see turnsOf() of support/driver.ts.
 */
	.globl _start
_start:
	push $0
1:
	incq (%rsp)
	jmp 1b
	.section .note.GNU-stack, "", @progbits
