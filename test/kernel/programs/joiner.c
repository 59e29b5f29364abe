/* joiner CGROUP FILE: joins the cgroup directory, then counts in the first 64-bit word of FILE. */
#include "trial.h"

int main(int argc, char **argv)
{
	char path[4096];
	volatile unsigned long *count;
	int file;

	if (argc < 3)
		return 2;
	file = open(argv[2], O_RDWR | O_CREAT, 0644);
	if (file < 0 || ftruncate(file, sizeof *count))
		fail(argv[2]);
	count = mmap(0, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	snprintf(path, sizeof path, "%s/cgroup.procs", argv[1]);
	file = open(path, O_WRONLY);
	if (count == MAP_FAILED || file < 0 || write(file, "0", 1) != 1)
		fail(path);
	for (;;)
		++*count;
}
