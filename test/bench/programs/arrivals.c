/*
 * arrivals OUTPUT: reads lines from standard input until its end and notes when each was complete. Writes "NANOSECONDS LINE" for each to
 * OUTPUT, by the boot clock.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char input[1 << 20];

static unsigned long boot_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return now.tv_sec * 1000000000UL + now.tv_nsec;
}

int main(int argc, char **argv)
{
	FILE *output = argc > 1 ? fopen(argv[1], "w") : 0;
	size_t held = 0;
	ssize_t got;

	if (!output)
		return 1;
	while ((got = read(0, input + held, sizeof input - held)) > 0) {
		unsigned long arrived = boot_ns();
		char *line = input, *end, *limit = input + held + got;

		while ((end = memchr(line, '\n', limit - line))) {
			fprintf(output, "%lu %.*s\n", arrived, (int)(end - line), line);
			line = end + 1;
		}
		held = limit - line;
		memmove(input, line, held);
		fflush(output);
	}
	return fclose(output) ? 1 : 0;
}
