/* nothing [ARGUMENT...]: a program that does nothing and ends with 0. */
#include "bare.h"

__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	(void)stack;
	leave(0);
}
