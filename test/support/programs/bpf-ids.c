/*
 * bpf-ids KIND:ID...: prints those of the given BPF objects that the kernel still has, one a line. KIND is prog, map or link.
 */
#define _GNU_SOURCE
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct kind {
	const char *name;
	int command;
} kinds[] = {
	{ "prog:", BPF_PROG_GET_FD_BY_ID }, { "map:", BPF_MAP_GET_FD_BY_ID }, { "link:", BPF_LINK_GET_FD_BY_ID },
};

static int exists(const char *object)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t length = strlen(kinds[i].name);
		union bpf_attr attributes;

		if (strncmp(object, kinds[i].name, length))
			continue;
		memset(&attributes, 0, sizeof attributes);
		attributes.prog_id = atoi(object + length); /* the ids of the three kinds lie in one place */
		return syscall(SYS_bpf, kinds[i].command, &attributes, sizeof attributes) >= 0;
	}
	fprintf(stderr, "bpf-ids: what is %s?\n", object);
	exit(2);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (exists(argv[i]))
			puts(argv[i]);
	return 0;
}
