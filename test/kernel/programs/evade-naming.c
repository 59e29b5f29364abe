/* Ways by names: links, descriptors, no name at all, scripts, and who starts it. */
#define _GNU_SOURCE
#include "evade.h"

static const char X[] = "/tmp/x", S[] = "/tmp/s";

static void image(const char *path) { start(path); }
static void plain(const char *path) { put(path); start(path); }
static void copy_of(const char *source) { put_copy(source, X); start_with(X, "true", 0); }
static void by_symlink(const char *unused) { (void)unused; put(X); check(symlink(X, "/tmp/l"), "/tmp/l"); start("/tmp/l"); }
static void by_hard_link(const char *source) { put(X); check(link(*source ? source : X, "/tmp/h"), "/tmp/h"); start("/tmp/h"); }
static void by_root_of_proc(const char *unused) { (void)unused; put(X); start("/proc/self/root/tmp/x"); }
static void by_relative_path(const char *unused) { (void)unused; put(X); check(chdir("/tmp"), "/tmp"); start("./x"); }
static void by_descriptor(const char *unused) { (void)unused; put(X); start_reopened(open(X, O_RDONLY)); }
static void by_execveat(const char *unused) { (void)unused; put(X); start_fd(open(X, O_RDONLY | O_CLOEXEC)); }
static void image_by_symlink(const char *path) { check(symlink(path, "/tmp/l"), "/tmp/l"); start("/tmp/l"); }

static void deleted(const char *unused)
{
	(void)unused;
	put(X);
	int fd = open(X, O_RDONLY | O_CLOEXEC);
	check(unlink(X), X);
	start_fd(fd);
}

static void never_named(const char *unused)
{
	char path[64];
	int out = open("/tmp", O_TMPFILE | O_WRONLY, 0755), in;

	(void)unused;
	check(out < 0, "O_TMPFILE");
	copy_into("/bin/nothing", out);
	snprintf(path, sizeof path, "/proc/self/fd/%d", out);
	in = open(path, O_RDONLY | O_CLOEXEC);
	check(in < 0, path);
	close(out); /* a file open for writing does not start */
	start_fd(in);
}

static int memory_file(const char *name)
{
	int fd = memfd_create(name, 0);

	check(fd < 0, "memfd_create");
	copy_into("/bin/nothing", fd);
	return fd;
}

static void in_memory(const char *name) { start_fd(memory_file(name)); }
static void in_memory_reopened(const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/self/fd/%d", memory_file(name));
	start_reopened(open(path, O_RDONLY));
}

static void script(const char *first_line) { put_script(S, first_line); start(S); }
static void script_with_argument(const char *first_line) { put_script(S, first_line); start_with(S, "argument", 0); }
static void script_by_symlink(const char *first_line)
{
	put_script(S, first_line);
	check(symlink(S, "/tmp/l"), "/tmp/l");
	start("/tmp/l");
}
static void script_by_descriptor(const char *first_line) { put_script(S, first_line); start_fd(open(S, O_RDONLY)); }
static void script_reopened(const char *first_line) { put_script(S, first_line); start_reopened(open(S, O_RDONLY)); }

static void script_deleted(const char *first_line)
{
	put_script(S, first_line);
	int fd = open(S, O_RDONLY);
	check(unlink(S), S);
	start_fd(fd);
}

static void script_in_memory(const char *first_line)
{
	int fd = memfd_create("script", 0);

	check(fd < 0 || dprintf(fd, "#!%s\n", first_line) < 0, "memfd_create");
	start_fd(fd);
}

static void inner_script(const char *outer) { put_script("/tmp/inner", "/bin/interp"); start(outer); }

static void script_of_script(const char *interpreter) { put_script("/tmp/inner", interpreter); put_script(S, "/tmp/inner"); start(S); }

/* The exec closes these files as well, after the script. */
static void script_under_files(const char *number)
{
	rlim_t files = strtoul(number, 0, 10);
	struct rlimit limit = { files + 64, files + 64 };

	check(setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
	while (files--)
		check(open("/etc/data", O_RDONLY | O_CLOEXEC) < 0, "/etc/data");
	script("/bin/interp");
}

/* A request in flight makes the exec run its task's works before it is through. */
void script_with_request(const char *first_line)
{
	struct io_uring_params parameters = { 0 };
	int ring = syscall(__NR_io_uring_setup, 4, &parameters), ends[2];
	static char byte;

	check(ring < 0 || pipe(ends), "io_uring_setup");
	char *entries = mmap(0, parameters.sq_off.array + 4 * sizeof(unsigned), PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
	struct io_uring_sqe *request = mmap(0, 4 * sizeof *request, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
	check(entries == MAP_FAILED || request == MAP_FAILED, "map io_uring");
	*request = (struct io_uring_sqe){ .opcode = IORING_OP_READ, .fd = ends[0], .addr = (unsigned long)&byte, .len = 1 };
	*(unsigned *)(entries + parameters.sq_off.array) = 0;
	*(volatile unsigned *)(entries + parameters.sq_off.tail) = 1;
	check(syscall(__NR_io_uring_enter, ring, 1, 0, 0, 0, 0) != 1, "io_uring_enter");
	script(first_line);
}

/* A format of a user namespace's own (Linux 6.7), which hands the program that it is for to its interpreter as a descriptor. */
static void by_handler(const char *outer)
{
	static const char FORMAT[] = ":own:M::OWN::/bin/interp:O", OWN[] = "/tmp/handlers";

	check(unshare(CLONE_NEWUSER | CLONE_NEWNS), "user namespace");
	put_text("/proc/self/setgroups", "deny");
	put_text("/proc/self/uid_map", "0 0 1");
	put_text("/proc/self/gid_map", "0 0 1");
	check(mkdir(OWN, 0755) || mount("handlers", OWN, "binfmt_misc", 0, 0), OWN);
	put_text("/tmp/handlers/register", FORMAT);
	check(unlink("/tmp/inner") && errno != ENOENT, "/tmp/inner");
	put_text("/tmp/inner", "OWN\n");
	start(outer);
}

/* Starts as a child while /bin/interp runs /lib/foreign, a program of another machine, as containers of another architecture have:
 * binfmt_misc holds what runs it open since its registration (F), and hands it the program as a descriptor (O). */
static void start_where_foreign_runs(void (*way)(const char *), const char *argument)
{
	char registration[128], entry[64];

	snprintf(registration, sizeof registration, ":stasis-test-%d:M::STASIS-TEST-FOREIGN::/bin/interp:OF", getpid());
	snprintf(entry, sizeof entry, "/volume/formats/stasis-test-%d", getpid());
	check(mkdir("/volume/formats", 0755) || mount("formats", "/volume/formats", "binfmt_misc", 0, 0), "binfmt_misc");
	put_text("/volume/formats/register", registration);
	pid_t child = fork();
	if (child == 0)
		way(argument);
	waitid(P_PID, child, 0, WEXITED | WNOWAIT);
	put_text(entry, "-1");
	end_as(child, 0);
}

static void image_foreign(const char *path) { start_where_foreign_runs(image, path); }
static void script_foreign(const char *interpreter) { start_where_foreign_runs(script, interpreter); }

static void script_by_hand(const char *interpreter) { put_script(S, interpreter); start_with(interpreter, S, 0); }
static void own_interpreter(const char *unused) { (void)unused; put_copy("/bin/interp", X); put_script(S, X); start(S); }

/* A program of the image that has /tmp/data to read */
static void with_data(const char *path)
{
	put("/tmp/data");
	chmod("/tmp/data", 0644); /* data, not a program */
	start(path);
}

static void by_loader(const char *program)
{
	put_copy(program, X);
	start_with("/lib64/ld-linux-x86-64.so.2", X, 0);
}

static void *start_in_thread(void *path) { start(path); }

static void from_thread(const char *unused)
{
	pthread_t thread;

	(void)unused;
	put(X);
	check(pthread_create(&thread, 0, start_in_thread, (void *)X), "thread");
	for (;;)
		pause();
}

static void as_child(const char *unused)
{
	(void)unused;
	put(X);
	pid_t child = fork();
	if (child == 0)
		start(X);
	end_as(child, 0);
}

static void as_vforked_child(const char *unused)
{
	(void)unused;
	put(X);
	pid_t child = vfork();
	if (child == 0)
		start(X);
	end_as(child, 0);
}

/* Its parent ends at once; it becomes a child of this process, which has asked for that. */
static void as_orphan(const char *unused)
{
	(void)unused;
	put(X);
	check(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "subreaper");
	pid_t child = fork();
	if (child == 0) {
		setsid();
		if (fork() == 0)
			start(X);
		_exit(0);
	}
	check(waitpid(child, 0, 0) != child, "waitpid");
	end_as(-1, 0);
}

static void after_chmod(const char *path) { check(chmod(path, 0700), path); start(path); }
static void after_append(const char *path)
{
	int out = open(path, O_WRONLY | O_APPEND);

	check(out < 0 || write(out, "", 1) != 1, path);
	close(out);
	start(path);
}

static void enter_new(const char *name) { check(mkdir(name, 0755) || chdir(name), name); }

/* /tmp/d/d/…/x, so many folders below /tmp */
static void deep(const char *levels)
{
	check(chdir("/tmp"), "/tmp");
	for (int level = atoi(levels); level > 0; level--)
		enter_new("d");
	put("x");
	start_with("./x", "argument", 0);
}

/* The same with as many bytes in its path as `bytes` says; neither 7 nor 8 */
static void long_path(const char *bytes)
{
	enum { NAME = 200 };
	char name[NAME + 1];
	int left = atoi(bytes) - (int)strlen("/tmp/x");

	check(chdir("/tmp"), "/tmp");
	while (left > 0) {
		int length = left > NAME + 2 ? NAME : left - 1;
		if (length > NAME)
			length = NAME - 2;
		memset(name, 'd', length);
		name[length] = 0;
		enter_new(name);
		left -= length + 1;
	}
	put("x");
	start_with("./x", "argument", 0);
}

static void long_arguments(const char *bytes)
{
	char *argument = malloc(atoi(bytes) + 1);

	memset(argument, 'a', atoi(bytes));
	argument[atoi(bytes)] = 0;
	put(X);
	start_with(X, argument, "last");
}

const struct way ways_of_naming[] = {
	{ "image", image }, { "plain", plain }, { "copy", copy_of }, { "symlink", by_symlink }, { "hard-link", by_hard_link },
	{ "proc-root", by_root_of_proc }, { "relative", by_relative_path }, { "descriptor", by_descriptor }, { "execveat", by_execveat },
	{ "image-symlink", image_by_symlink }, { "deleted", deleted }, { "never-named", never_named }, { "memory", in_memory },
	{ "memory-reopened", in_memory_reopened }, { "script", script }, { "script-argument", script_with_argument },
	{ "script-symlink", script_by_symlink }, { "script-reopened", script_reopened }, { "script-deleted", script_deleted },
	{ "script-memory", script_in_memory }, { "script-descriptor", script_by_descriptor }, { "script-by-hand", script_by_hand },
	{ "inner-script", inner_script }, { "script-of-script", script_of_script }, { "script-under", script_under_files }, { "script-request", script_with_request },
	{ "handler", by_handler }, { "script-foreign", script_foreign }, { "image-foreign", image_foreign }, { "own-interpreter", own_interpreter }, { "with-data", with_data }, { "loader", by_loader }, { "thread", from_thread },
	{ "child", as_child }, { "vfork", as_vforked_child }, { "orphan", as_orphan }, { "chmod", after_chmod }, { "append", after_append },
	{ "deep", deep }, { "long", long_path }, { "arguments", long_arguments }, { 0, 0 },
};
