/*
 * exiter COUNT: COUNT times a process of three threads that end at the same moment, each by itself. Prints "done" and waits for
 * the end of its input.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t together;

static void *end_together(void *unused)
{
	pthread_barrier_wait(&together);
	pthread_exit(unused);
}

static void one_process(void)
{
	pthread_t thread;

	pthread_barrier_init(&together, NULL, 3);
	for (int i = 0; i < 2; i++)
		if (pthread_create(&thread, NULL, end_together, NULL))
			_exit(2);
	end_together(NULL);
}

int main(int count, char **arguments)
{
	char byte;

	for (int left = count > 1 ? atoi(arguments[1]) : 0; left; left--) {
		pid_t child = fork();

		if (child == 0)
			one_process();
		if (child < 0 || waitpid(child, NULL, 0) != child)
			return 1;
	}
	puts("done");
	fflush(stdout);
	while (read(0, &byte, 1) == 1);
	return 0;
}
