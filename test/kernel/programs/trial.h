/* What the programs that are tried inside a box share. */
#ifndef TRIAL_H
#define TRIAL_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SIBLINGS = 128, LAST_CALLS = 16 };

/* /shared/page: seen by every program inside and by the test */
struct page {
	volatile unsigned long count;  /* loops of a worker */
	volatile unsigned long ready;  /* it stands before its hit */
	volatile unsigned long go;     /* it may go on */
	volatile unsigned long hit_ns; /* boot clock, just before the operation that is judged */
	volatile unsigned long acted;  /* the revoker is about to act */
	volatile unsigned long reserved[3];
	struct {
		volatile unsigned long calls;
		volatile unsigned long returned_ns[LAST_CALLS]; /* boot clock after the last calls, by number of the call */
	} siblings[SIBLINGS];
};

static inline void fail(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	_exit(125);
}

enum { PAGE_DESCRIPTOR = 4 };

static inline struct page *map_descriptor(int file)
{
	struct page *page = mmap(0, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);

	if (page == MAP_FAILED)
		fail("map /shared/page");
	return page;
}

static inline struct page *map_page(void)
{
	int file = open("/shared/page", O_RDWR | O_CREAT, 0644);

	if (file < 0 || ftruncate(file, sizeof(struct page)) || dup2(file, PAGE_DESCRIPTOR) < 0)
		fail("/shared/page");
	if (file != PAGE_DESCRIPTOR)
		close(file);
	return map_descriptor(PAGE_DESCRIPTOR);
}

/* Without a system call */
static inline unsigned long boot_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return now.tv_sec * 1000000000UL + now.tv_nsec;
}

static inline void spin_ns(unsigned long nanoseconds)
{
	unsigned long end = boot_ns() + nanoseconds;

	while (boot_ns() < end)
		;
}

/* Copies a program of the image to where none was. */
static inline void drop(const char *source, const char *target)
{
	int in = open(source, O_RDONLY | O_CLOEXEC), out = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);
	struct stat status;

	if (in < 0 || out < 0 || fstat(in, &status) || sendfile(out, in, 0, status.st_size) != status.st_size)
		fail(target);
	close(in);
	close(out);
}

static inline void drop_script(const char *interpreter, const char *target)
{
	int out = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);

	if (out < 0 || dprintf(out, "#!%s\n", interpreter) < 0)
		fail(target);
	close(out);
}

static inline void start(const char *path)
{
	char *arguments[] = { (char *)path, 0 }, *environment[] = { 0 };

	execve(path, arguments, environment);
	fail(path);
}

/* The next command of the test, one byte each; ends with the test. */
static inline char next_command(void)
{
	char command;

	if (read(0, &command, 1) != 1)
		_exit(0);
	return command;
}
#endif
