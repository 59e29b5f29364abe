/*
 * nest MAP CGROUP COUNT: makes so many cgroups below CGROUP, one after the other, prints "begun" after the first 16 of them, and when it
 * is asked (by the end of its input) how many of them the pinned map MAP does not know. Removes them.
 */
#include <err.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FIRST = 16 };

static long bpf(int command, union bpf_attr *attr) { return syscall(SYS_bpf, command, attr, sizeof(*attr)); }

static int knows(int map, const char *cgroup)
{
	struct stat status;
	__u64 key;
	__u32 value;
	union bpf_attr attr = { .map_fd = (__u32)map, .key = (__u64)(unsigned long)&key, .value = (__u64)(unsigned long)&value };
	if (stat(cgroup, &status))
		err(1, "stat %s", cgroup);
	key = status.st_ino;
	return !bpf(BPF_MAP_LOOKUP_ELEM, &attr);
}

int main(int argc, char **argv)
{
	int count = argc == 4 ? atoi(argv[3]) : 0, missing = 0, map;
	union bpf_attr attr = { .pathname = argc == 4 ? (__u64)(unsigned long)argv[1] : 0 };
	char path[512], byte;
	if (count <= FIRST)
		errx(2, "usage: nest MAP CGROUP COUNT");
	map = (int)bpf(BPF_OBJ_GET, &attr);
	if (map < 0)
		err(1, "open %s", argv[1]);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%s/%d", argv[2], i);
		if (mkdir(path, 0755))
			err(1, "make %s", path);
		if (i == FIRST) {
			puts("begun");
			fflush(stdout);
		}
	}
	while (read(0, &byte, 1) > 0)
		;
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%s/%d", argv[2], i);
		missing += !knows(map, path);
		rmdir(path);
	}
	printf("%d\n", missing);
	return 0;
}
