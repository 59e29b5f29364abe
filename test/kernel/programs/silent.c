/*
 *   silent serve           mounts a file system at /volume/silent and answers nothing but its start
 *   silent ask PROGRAM     has a child ask that file system, which then sleeps where no freezer reaches it, and prints the child's pid.
 *                          For a byte on standard input copies PROGRAM to /tmp and starts it; prints "ended" when that is gone.
 * Both print "ready" first. The child can be killed once the server is gone.
 */
#include "trial.h"
#include <linux/fuse.h>
#include <sys/mount.h>
#include <sys/sysmacros.h>

static int mount_silent(void)
{
	char options[128];
	int file;

	if (mknod("/tmp/fuse", S_IFCHR | 0600, makedev(10, 229)) || mkdir("/volume/silent", 0755))
		fail("/tmp/fuse");
	file = open("/tmp/fuse", O_RDWR);
	snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0", file);
	if (file < 0 || mount("silent", "/volume/silent", "fuse", 0, options))
		fail("mount");
	return file;
}

static void serve(int file)
{
	static char request[1 << 17];
	struct { struct fuse_out_header header; struct fuse_init_out init; } answer = { 0 };
	struct fuse_in_header *header = (void *)request;

	while (read(file, request, sizeof request) > 0) {
		if (header->opcode != FUSE_INIT)
			continue;
		answer.header.len = sizeof answer;
		answer.header.unique = header->unique;
		answer.init.major = FUSE_KERNEL_VERSION;
		answer.init.minor = FUSE_KERNEL_MINOR_VERSION;
		answer.init.max_write = 4096;
		if (write(file, &answer, sizeof answer) != sizeof answer)
			fail("answer");
	}
	_exit(0);
}

static void ask(const char *program)
{
	struct stat status;
	pid_t child = fork();

	if (!child)
		_exit(stat("/volume/silent/file", &status) ? 1 : 0);
	printf("%d\n", child);
	next_command();
	drop(program, "/tmp/foreign");
	child = fork();
	if (!child)
		start("/tmp/foreign");
	waitpid(child, 0, 0);
	puts("ended");
}

int main(int argc, char **argv)
{
	int file = argc < 3 ? mount_silent() : -1;

	setvbuf(stdout, 0, _IOLBF, 0);
	puts("ready");
	if (argc < 3)
		serve(file);
	else
		ask(argv[2]);
	return 0;
}
