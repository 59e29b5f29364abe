/* The state that a sensor pinned, for programs on the host that play the part of hooks, or look at what these did. */
#ifndef STASIS_TEST_STATE_H
#define STASIS_TEST_STATE_H
#include <err.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "../../../native/abi/state.h"

/* The array map that is pinned as DIRECTORY/NAME */
static inline void *map_at(const char *directory, const char *name, size_t size)
{
	char path[256];
	union bpf_attr attr = { .pathname = (__u64)(unsigned long)path };
	int fd;
	void *memory;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	fd = (int)syscall(SYS_bpf, BPF_OBJ_GET, &attr, sizeof(attr));
	if (fd < 0)
		err(1, "open %s", path);
	memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (memory == MAP_FAILED)
		err(1, "map %s", path);
	close(fd);
	return memory;
}
#endif
