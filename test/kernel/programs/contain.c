/*
 * contain DIRECTORY COMMAND…: plays the part of hooks on the state maps that are pinned in DIRECTORY.
 *   contain DIRECTORY mark FIRST COUNT   sets the containments of so many places from FIRST on, as a hook that was late would
 *   contain DIRECTORY hit INDEX MS       contains INDEX again and again for so long, as hits in it would
 * Both print control.contained at the end.
 */
#define _GNU_SOURCE
#include <err.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "../../../native/abi/state.h"

static void *map_at(const char *directory, const char *name, size_t size)
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
	return memory;
}

/* As begin_containment of the hooks. */
static void contain(struct control *control, struct containment *containment)
{
	__sync_fetch_and_add(&control->contained, 1);
	if (__sync_val_compare_and_swap(&containment->state, CONTAINMENT_NONE, CONTAINMENT_HIT) != CONTAINMENT_NONE)
		__sync_fetch_and_add(&control->contained, -1);
}

static long now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int main(int argc, char **argv)
{
	struct control *control;
	struct containment *contained;
	int first = argc > 3 ? atoi(argv[3]) : 0, last = argc > 4 ? atoi(argv[4]) : 0;
	if (argc != 5 || first < 1)
		errx(2, "usage: contain DIRECTORY mark FIRST COUNT | contain DIRECTORY hit INDEX MS");
	control = map_at(argv[1], "control", sizeof(*control));
	contained = map_at(argv[1], "contained", sizeof(*contained) * MAX_CONTAINERS);
	if (!strcmp(argv[2], "mark")) {
		for (int index = first; index < first + last && index < MAX_CONTAINERS; index++) {
			contain(control, &contained[index]);
			contained[index].calls_after = 7;
		}
	} else {
		for (long end = now_ms() + last; now_ms() < end;)
			for (int i = 0; i < 1000; i++)
				contain(control, &contained[first]);
	}
	printf("%u\n", control->contained);
	return 0;
}
