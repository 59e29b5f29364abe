/*
 * Starts a foreign program, again and again.
 *   offend loop WAY PROGRAM       one trial for each byte on standard input; prints how its process ended: "SIGNAL CODE"
 *   offend many WAY PROGRAM N     N trials; prints how many ended by SIGKILL, and the first other end: "KILLED SIGNAL CODE"
 *   offend once WAY PROGRAM       becomes the offender itself
 *   offend flood PROGRAM N        N starts with arguments of 1,000 bytes, no two alike
 * PROGRAM, a file of the image, is copied to /tmp first (for the way "script" it is the interpreter that the dropped file names).
 * WAY: single; thread: from a second thread while a third one runs; mixed: both in turn; script.
 */
#include "trial.h"

static const char *target = "/tmp/foreign";

static void *run_on(void *nothing)
{
	for (;;)
		sched_yield();
	return nothing;
}

static void *start_here(void *nothing)
{
	start(target);
	return nothing;
}

static void start_in_thread(void)
{
	pthread_t one, other;

	if (pthread_create(&other, 0, run_on, 0) || pthread_create(&one, 0, start_here, 0))
		fail("thread");
	for (;;)
		pause();
}

static void offend(const char *way, int trial)
{
	if (!strcmp(way, "thread") || (!strcmp(way, "mixed") && trial & 1))
		start_in_thread();
	start(target);
}

/* Status of the process that tried */
static int try_once(const char *way, int trial)
{
	pid_t child = fork();
	int status;

	if (child < 0)
		fail("fork");
	if (!child)
		offend(way, trial);
	if (waitpid(child, &status, 0) != child)
		fail("waitpid");
	return status;
}

static int signal_of(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
static int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 0; }

static void loop(const char *way)
{
	for (int trial = 0;; trial++) {
		next_command();
		int status = try_once(way, trial);
		printf("%d %d\n", signal_of(status), code_of(status));
	}
}

static void many(const char *way, int trials)
{
	int killed = 0, other = 0;

	for (int trial = 0; trial < trials; trial++) {
		int status = try_once(way, trial);
		if (signal_of(status) == SIGKILL)
			killed++;
		else if (!other)
			other = status;
	}
	printf("%d %d %d\n", killed, signal_of(other), code_of(other));
}

static void flood(int starts)
{
	char noise[1000], *arguments[] = { (char *)target, noise, 0 }, *environment[] = { 0 };

	for (int at = 0; at < starts; at++) {
		memset(noise, 'x', sizeof noise - 1);
		noise[snprintf(noise, sizeof noise, "%d", at)] = '.';
		noise[sizeof noise - 1] = 0;
		pid_t child = fork();
		if (!child) {
			execve(target, arguments, environment);
			_exit(125);
		}
		waitpid(child, 0, 0);
	}
	puts("flooded");
}

static void prepare(const char *way, const char *program)
{
	if (strcmp(way, "script")) {
		drop(program, target);
		return;
	}
	map_page();
	drop_script(program, target);
}

int main(int argc, char **argv)
{
	setvbuf(stdout, 0, _IOLBF, 0);
	if (argc == 4 && !strcmp(argv[1], "flood")) {
		target = "/tmp/noise";
		drop(argv[2], target);
		flood(atoi(argv[3]));
		return 0;
	}
	if (argc < 4)
		return 2;
	prepare(argv[2], argv[3]);
	puts("ready");
	if (!strcmp(argv[1], "loop"))
		loop(argv[2]);
	else if (!strcmp(argv[1], "many") && argc == 5)
		many(argv[2], atoi(argv[4]));
	else if (!strcmp(argv[1], "once"))
		offend(argv[2], getpid());
	return 0;
}
