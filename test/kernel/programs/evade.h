/* Steps that the ways of evasion are made of. Each fails loudly: a way that could not be gone must not look like one that was. */
#ifndef STASIS_TEST_EVADE_H
#define STASIS_TEST_EVADE_H
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct way {
	const char *name;
	void (*run)(const char *argument);
};
extern const struct way ways_of_naming[], ways_of_mounting[], ways_of_moving[];

void fail(const char *what) __attribute__((noreturn));
void check(int failed, const char *what);
void copy_into(const char *source, int out);
void put_copy(const char *source, const char *path);
/* A dropped program */
void put(const char *path);
void put_script(const char *path, const char *first_line);
void put_text(const char *path, const char *text);
void start(const char *path) __attribute__((noreturn));
void start_with(const char *path, const char *argument, const char *second) __attribute__((noreturn));
void start_fd(int fd) __attribute__((noreturn));
void start_reopened(int fd) __attribute__((noreturn));
/* Starts a dropped script while a request of io_uring is in flight. */
void script_with_request(const char *first_line);
/* Ends as the child does, or as any does where it is -1. Removes a folder first, where one is given. */
void end_as(pid_t child, const char *folder) __attribute__((noreturn));
#endif
