/*
 * interp [WAY] SCRIPT [ARGUMENT...]: an interpreter; WAY says how it comes by its script (default "open"). SCRIPT begins with a slash.
 *   open      opens it by the name it was given
 *   relative  changes to its folder and opens it there
 *   realpath  resolves a symbolic link first, as node does
 *   data      opens it, then /tmp/data
 *   cache     writes /tmp/cache before it
 *   early     opens /tmp/data before it
 *   late      opens /etc/data 60 times before it
 *   never     opens /etc/data 65 times and never the script
 */
#include "bare.h"
#include <fcntl.h>

enum { MAX_PATH_BYTES = 4096, LATE = 60, TOO_MANY = 65 };

static void open_as(const char *path, int flags)
{
	long fd = CALL(__NR_open, path, flags, 0644);

	if (fd < 0)
		leave(3);
	CALL(__NR_close, fd, 0, 0);
}

static void open_file(const char *path) { open_as(path, O_RDONLY); }

static void open_data(int times)
{
	while (times--)
		open_file("/etc/data");
}

static void open_relative(char *path)
{
	unsigned long slash = length_of(path);

	while (slash && path[slash] != '/')
		slash--;
	path[slash] = 0;
	CALL(__NR_chdir, slash ? path : "/", 0, 0);
	open_file(path + slash + 1);
}

static void open_resolved(const char *path)
{
	static char target[MAX_PATH_BYTES];

	open_file(CALL(__NR_readlink, path, target, sizeof target - 1) > 0 ? target : path);
}

__attribute__((used, noreturn)) static void begin(const unsigned long *stack)
{
	char **arguments = arguments_of(stack), *way = arguments[1], *script = arguments[2];

	if (*way == '/') {
		script = way;
		way = "open";
	}
	if (same(way, "late"))
		open_data(LATE);
	if (same(way, "cache"))
		open_as("/tmp/cache", O_WRONLY | O_CREAT);
	if (same(way, "early"))
		open_file("/tmp/data");
	if (same(way, "never"))
		open_data(TOO_MANY);
	else if (same(way, "relative"))
		open_relative(script);
	else if (same(way, "realpath"))
		open_resolved(script);
	else
		open_file(script);
	if (same(way, "data"))
		open_file("/tmp/data");
	leave(0);
}
