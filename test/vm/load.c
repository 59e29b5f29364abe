/* Loads and attaches every program of a BPF object, makes each of them run, and tells what the kernel made of it.
 *   load OBJECT
 * One JSON object a line on stdout: {"kernel": release}, then {"program", "instructions", "attached", "runs"} for each program.
 * `instructions` is what the verifier walked through, `runs` how often the program ran while this one provoked it.
 * Ends 0 when the object was loaded; what failed stands on stderr. Needs root. The same binary runs here and in a guest. */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_PROGRAMS = 64, MAX_PATH_LENGTH = 512 };

static struct bpf_link *links[MAX_PROGRAMS];

static int warn(enum libbpf_print_level level, const char *format, va_list arguments)
{
	return level == LIBBPF_WARN ? vfprintf(stderr, format, arguments) : 0;
}

/* Reads an iterator to its end, so that its program runs once for each task. */
static void run_iterator(struct bpf_link *link)
{
	char bytes[4096];
	int iterator = bpf_iter_create(bpf_link__fd(link));
	if (iterator < 0) {
		perror("iterator");
		return;
	}
	while (read(iterator, bytes, sizeof(bytes)) > 0)
		;
	close(iterator);
}

/* Where the default hierarchy is mounted, in `path`; 0: found */
static int default_hierarchy(char *path)
{
	char device[MAX_PATH_LENGTH], type[MAX_PATH_LENGTH];
	FILE *mounts = fopen("/proc/self/mounts", "r");
	int found = 0;
	while (mounts && !found && fscanf(mounts, "%511s %511s %511s %*[^\n]", device, path, type) == 3)
		found = !strcmp(type, "cgroup2");
	if (mounts)
		fclose(mounts);
	return found ? 0 : -1;
}

static void write_pid(const char *directory, pid_t pid)
{
	char path[2 * MAX_PATH_LENGTH], text[16];
	int file, length = snprintf(text, sizeof(text), "%d", pid);
	snprintf(path, sizeof(path), "%s/cgroup.procs", directory);
	file = open(path, O_WRONLY);
	if (file < 0 || write(file, text, length) != length)
		perror(path);
	if (file >= 0)
		close(file);
}

/* A program is started, moved into a new cgroup, killed, and its cgroup removed: every hook has something to see. */
static void provoke(const char *self)
{
	char root[MAX_PATH_LENGTH], directory[MAX_PATH_LENGTH + 64];
	int started[2], status;
	char byte;
	pid_t child;
	if (default_hierarchy(root) || pipe(started)) {
		fprintf(stderr, "no cgroup2 hierarchy is mounted\n");
		return;
	}
	snprintf(directory, sizeof(directory), "%s/load-%d", root, getpid());
	if (mkdir(directory, 0755))
		perror(directory);
	child = fork();
	if (!child) {
		dup2(started[1], 1);
		execl(self, self, (char *)NULL);
		_exit(127);
	}
	close(started[1]);
	if (read(started[0], &byte, 1) != 1)
		fprintf(stderr, "the provoked program did not start\n");
	close(started[0]);
	write_pid(directory, child);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	if (rmdir(directory))
		perror(directory);
}

static int print_program(struct bpf_program *program, const struct bpf_link *link)
{
	struct bpf_prog_info info = {};
	__u32 size = sizeof(info);
	if (bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &size)) {
		perror(bpf_program__name(program));
		return 1;
	}
	printf("{\"program\":\"%s\",\"instructions\":%u,\"attached\":%s,\"runs\":%llu}\n", bpf_program__name(program), info.verified_insns,
	       link ? "true" : "false", (unsigned long long)info.run_cnt);
	return 0;
}

static int load(const char *self, const char *path)
{
	struct bpf_object *object = bpf_object__open_file(path, NULL);
	struct bpf_program *program;
	int n = 0, failed = 0, statistics;
	if (!object || bpf_object__load(object)) {
		fprintf(stderr, "%s: not loaded: %s\n", path, strerror(errno));
		return 1;
	}
	statistics = bpf_enable_stats(BPF_STATS_RUN_TIME);
	if (statistics < 0)
		perror("statistics");
	bpf_object__for_each_program(program, object) {
		links[n] = bpf_program__attach(program);
		if (!links[n])
			fprintf(stderr, "%s: not attached: %s\n", bpf_program__name(program), strerror(errno));
		if (++n == MAX_PROGRAMS)
			break;
	}
	provoke(self);
	n = 0;
	bpf_object__for_each_program(program, object) {
		if (links[n] && !strncmp(bpf_program__section_name(program), "iter/", 5))
			run_iterator(links[n]);
		failed |= print_program(program, links[n]);
		bpf_link__destroy(links[n++]);
	}
	close(statistics);
	bpf_object__close(object);
	return failed;
}

int main(int count, char **arguments)
{
	struct utsname kernel;
	if (count < 2) { /* the provoked program: says that it runs, and waits for its end */
		if (write(1, "", 1) != 1)
			return 1;
		pause();
		return 0;
	}
	libbpf_set_print(warn);
	uname(&kernel);
	printf("{\"kernel\":\"%s\"}\n", kernel.release);
	fflush(stdout);
	return load("/proc/self/exe", arguments[1]);
}
