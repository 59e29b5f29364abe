/*
 * spend STATE INDEX CGROUP PROGRAM TRIALS BUDGET: sets the bucket of the state maps pinned in STATE to BUDGET, and lets two processes in
 * CGROUP, the container at INDEX, start PROGRAM at the same moment, again and again. Whom that freezes it ends, with the containment.
 * Prints how many trials ended in one, and what is left in the bucket. There must be no agent, which would fill the bucket.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <x86intrin.h>
#include "state.h"

enum { RACERS = 2, LEAD = 40000 /* cycles */ };

struct start_line { volatile unsigned waiting; volatile unsigned long at; };

static __attribute__((noreturn)) void race(struct start_line *line, int racer, char *program)
{
	char *arguments[] = { program, 0 }, *environment[] = { 0 };
	cpu_set_t cpus;

	CPU_ZERO(&cpus);
	CPU_SET(racer, &cpus);
	sched_setaffinity(0, sizeof cpus, &cpus); /* where there is no such processor they share one */
	if (__sync_sub_and_fetch(&line->waiting, 1) == 0)
		line->at = __rdtsc() + LEAD;
	while (!line->at)
		sched_yield();
	while (__rdtsc() < line->at)
		;
	execve(program, arguments, environment);
	_exit(126);
}

static pid_t start(int cgroup, struct start_line *line, int racer, char *program)
{
	struct clone_args how = { .flags = CLONE_INTO_CGROUP, .exit_signal = SIGCHLD, .cgroup = cgroup };
	pid_t child = syscall(SYS_clone3, &how, sizeof how);

	if (child < 0)
		err(1, "clone3");
	if (child == 0)
		race(line, racer, program);
	return child;
}

/* Waits until it was stopped, and kills it then, or until it came to its end. */
static void end(pid_t child)
{
	int status;

	if (waitpid(child, &status, WUNTRACED) != child)
		err(1, "waitpid");
	if (WIFSTOPPED(status)) {
		kill(child, SIGKILL);
		waitpid(child, 0, 0);
	} else if (!WIFEXITED(status) || WEXITSTATUS(status)) {
		errx(1, "a process ended with status %x", status);
	}
}

/* 1: the trial ended in a containment, which it ends. */
static int settle(struct control *control, struct containment *containment, const pid_t *children)
{
	for (int racer = 0; racer < RACERS; racer++)
		end(children[racer]);
	if (__sync_lock_test_and_set(&containment->state, CONTAINMENT_NONE) == CONTAINMENT_NONE)
		return 0;
	__sync_fetch_and_sub(&control->contained, 1);
	return 1;
}

int main(int argc, char **argv)
{
	struct start_line *line = mmap(NULL, sizeof *line, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct control *control;
	struct containment *containment;
	int cgroup, contained = 0;

	if (argc != 7)
		errx(2, "usage: spend STATE INDEX CGROUP PROGRAM TRIALS BUDGET");
	control = map_at(argv[1], "control", sizeof *control);
	containment = (struct containment *)map_at(argv[1], "contained", sizeof *containment * MAX_CONTAINERS) + atoi(argv[2]);
	cgroup = open(argv[3], O_PATH | O_DIRECTORY | O_CLOEXEC);
	/* In the host's mount namespace they would be the runtime. */
	if (line == MAP_FAILED || cgroup < 0 || unshare(CLONE_NEWNS))
		err(1, "prepare");
	control->tokens = atoi(argv[6]);
	for (int trial = 0; trial < atoi(argv[5]); trial++) {
		pid_t children[RACERS];

		*line = (struct start_line){ .waiting = RACERS };
		for (int racer = 0; racer < RACERS; racer++)
			children[racer] = start(cgroup, line, racer, argv[4]);
		contained += settle(control, containment, children);
	}
	printf("%d %lld\n", contained, (long long)control->tokens);
	return 0;
}
