/*
 * trials BOX LIST RESULTS -- COMMAND...: for each line "CGROUPS OVERLAY STATE" of LIST starts the command in that box, waits until the
 * file STATE says that the box is frozen, and looks at the process. Writes a line "MICROSECONDS COUNTER BYTES" to RESULTS for each: from
 * the start until frozen was seen (-1: not within a minute), its program counter, and the bytes that came through its descriptor 3; then "end".
 * Needs nothing of whoever started it, which may be blocked meanwhile.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000L + now.tv_nsec / 1000;
}

static int read_text(const char *path, char *text, size_t size)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t length = file < 0 ? -1 : read(file, text, size - 1);

	close(file);
	text[length < 0 ? 0 : length] = 0;
	return length;
}

static int is_frozen(const char *state)
{
	char text[256];

	read_text(state, text, sizeof text);
	return !strncmp(text, "FROZEN", 6) || strstr(text, "frozen 1");
}

static pid_t start(char **box, int output)
{
	pid_t child = fork();

	if (child)
		return child;
	dup2(output, 3);
	dup2(open("/dev/null", O_RDWR), 1);
	execv(box[0], box);
	_exit(125);
}

static long wait_for_frozen(const char *state, pid_t child, long since)
{
	while (!is_frozen(state)) {
		if (microseconds() - since > 60000000 || waitpid(child, 0, WNOHANG) == child)
			return -1;
		usleep(50);
	}
	return microseconds() - since;
}

static void try_once(char **box, const char *state, FILE *results)
{
	char path[64], text[256], *counter;
	int ends[2], bytes = 0;
	long since = microseconds(), took;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC))
		exit(1);
	child = start(box, ends[1]);
	took = wait_for_frozen(state, child, since);
	snprintf(path, sizeof path, "/proc/%d/syscall", child);
	read_text(path, text, sizeof text);
	text[strcspn(text, "\n")] = 0;
	counter = strrchr(text, ' ');
	ioctl(ends[0], FIONREAD, &bytes);
	fprintf(results, "%ld %s %d\n", took, counter ? counter + 1 : "-", bytes);
	close(ends[1]); /* the other end stays open: a write must not fail for want of a reader */
}

int main(int argc, char **argv)
{
	char line[4096], cgroups[1024], overlay[1024], state[1024];
	FILE *list, *results;

	if (argc < 6 || strcmp(argv[4], "--"))
		return 2;
	list = fopen(argv[2], "r");
	results = fopen(argv[3], "w");
	if (!list || !results)
		return 1;
	setvbuf(results, 0, _IOLBF, 0);
	char *box[argc];
	box[0] = argv[1];
	box[3] = "--";
	for (int at = 5; at <= argc; at++)
		box[at - 1] = argv[at];
	while (fgets(line, sizeof line, list))
		if (sscanf(line, "%1023s %1023s %1023s", cgroups, overlay, state) == 3) {
			box[1] = cgroups;
			box[2] = overlay;
			try_once(box, state, results);
		}
	fputs("end\n", results);
	return 0;
}
