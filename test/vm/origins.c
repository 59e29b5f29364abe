/* Runs programs of every origin in a container of its own and prints what the exec hook took each of them for.
 *   origins OBJECT     needs /dynamic, a program whose loader is /loader, and that one
 * One JSON object a line: {"kernel", "overlayTypes": whether the overlay module has type information}, then {"case", "path",
 * "origin"} for each finding. The container is a cgroup whose tasks have an overlay file system as their root; one rule in
 * Alert matches every program. Meant for a guest: it needs root, and /tmp to itself. */
#define _GNU_SOURCE
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/types.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>
#include "plan.h"
#include "events.h"

enum { CONTAINER = 1, SLOT = 0, GENERATION = 2, VERSION = 2, DRAIN_MS = 200 };
static const char CGROUP[] = "/sys/fs/cgroup/origins";
static const char INSIDE[] = "--inside";

static void check(int failed, const char *what)
{
	if (!failed)
		return;
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	exit(1);
}

static void write_text(const char *path, const char *text)
{
	int file = open(path, O_WRONLY);
	check(file < 0 || write(file, text, strlen(text)) < 0, path);
	close(file);
}

static int copy_to(int target, const char *path)
{
	struct stat status;
	int source = open(path, O_RDONLY);
	check(source < 0 || fstat(source, &status), path);
	check(sendfile(target, source, NULL, status.st_size) != status.st_size, "copy");
	close(source);
	return target;
}

static int copy_self(int target) { return copy_to(target, "/proc/self/exe"); }

static int create(const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0755);
	check(file < 0, path);
	return file;
}

static void put_program(const char *path) { close(copy_self(create(path))); }

/* ---- inside the container ---- */

/* Starts a program that does nothing; the name of the case is its first argument, by which its finding is known. */
static void start(const char *name, int file, const char *path)
{
	char *arguments[] = { (char *)path, (char *)name, NULL }, *none[] = { NULL };
	int status;
	pid_t child = fork();
	if (!child) {
		execveat(file, path, arguments, none, file == AT_FDCWD ? 0 : AT_EMPTY_PATH);
		_exit(127);
	}
	check(waitpid(child, &status, 0) != child || status, name);
}

static void put_text(const char *path, const char *text)
{
	int file = create(path);
	check(dprintf(file, "%s\n", text) < 0, path);
	close(file);
}

/* A format of its own, which hands what is started to this program as a descriptor. The name of a file of this format names the case. */
static void start_handled(void)
{
	check(mkdir("/handlers", 0755) || mount("handlers", "/handlers", "binfmt_misc", 0, NULL), "/handlers");
	write_text("/handlers/register", ":own:M::OWN::/image:O");
	put_text("/case:handled", "OWN");
	put_text("/case:handled-inner", "OWN");
	start("case:handled", AT_FDCWD, "case:handled");
	start("script", AT_FDCWD, "/folder/script-of-handled");
}

static void append(const char *path)
{
	int file = open(path, O_WRONLY | O_APPEND);
	check(file < 0 || write(file, "", 1) != 1, path);
	close(file);
}

static void start_deleted(void)
{
	int file;
	put_program("/deleted");
	file = open("/deleted", O_RDONLY | O_CLOEXEC);
	check(file < 0 || unlink("/deleted"), "/deleted");
	start("case:deleted", file, "");
	close(file);
}

static void start_memory(void)
{
	int file = memfd_create("program", MFD_CLOEXEC);
	check(file < 0, "memfd");
	start("case:memory", copy_self(file), "");
	close(file);
}

static int inside(void)
{
	check(mkdir("/volume", 0755) || mount("volume", "/volume", "tmpfs", 0, NULL), "/volume");
	put_program("/volume/program");
	check(chmod("/chmodded", 0700), "chmod");
	append("/appended");
	check(unlink("/replaced"), "/replaced");
	put_program("/replaced");
	put_program("/written");
	check(rename("/renamed", "/renamed-away"), "/renamed");
	start("case:image", AT_FDCWD, "/image");
	start("case:image-of-a-lower-layer", AT_FDCWD, "/folder/image");
	start("case:chmodded", AT_FDCWD, "/chmodded");
	start("case:appended", AT_FDCWD, "/appended");
	start("case:renamed", AT_FDCWD, "/renamed-away");
	start("case:replaced", AT_FDCWD, "/replaced");
	start("case:written", AT_FDCWD, "/written");
	start("case:volume", AT_FDCWD, "/volume/program");
	put_text("/script", "#!/image case:script-written");
	put_text("/script-of-dynamic", "#!/dynamic case:script-of-dynamic");
	start("script", AT_FDCWD, "/script");
	start("script of the image", AT_FDCWD, "/folder/script");
	start("script", AT_FDCWD, "/script-of-dynamic");
	start_handled();
	start_memory();
	start_deleted();
	write_text("/proc/sys/vm/drop_caches", "2"); /* inodes are made anew from what the layers hold */
	start("case:chmodded-looked-up-again", AT_FDCWD, "/chmodded");
	start("case:written-looked-up-again", AT_FDCWD, "/written");
	return 0;
}

/* Joins the cgroup and changes to an overlay of two image layers, then becomes the container's first program. */
static void enter_container(void)
{
	char *arguments[] = { "/image", (char *)INSIDE, NULL }, *none[] = { NULL };
	char path[64];
	snprintf(path, sizeof(path), "%s/cgroup.procs", CGROUP);
	write_text(path, "0");
	check(unshare(CLONE_NEWNS) || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "namespace");
	check(mount("overlay", "/tmp/root", "overlay", 0, "lowerdir=/tmp/top:/tmp/base,upperdir=/tmp/upper,workdir=/tmp/work"), "overlay");
	check(mkdir("/tmp/root/proc", 0755) || mount("proc", "/tmp/root/proc", "proc", 0, NULL), "proc");
	check(chdir("/tmp/root") || mount(".", "/", NULL, MS_MOVE, NULL) || chroot("."), "root");
	execve(arguments[0], arguments, none);
	check(1, arguments[0]);
}

/* ---- outside ---- */

static void make_image(void)
{
	static const char *const folders[] = { "/tmp/base", "/tmp/base/folder", "/tmp/top", "/tmp/upper", "/tmp/work", "/tmp/root" };
	static const char *const programs[] = { "/tmp/top/image", "/tmp/base/folder/image", "/tmp/base/chmodded", "/tmp/base/appended",
		"/tmp/base/replaced", "/tmp/base/renamed" };
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++)
		check(mkdir(folders[i], 0755), folders[i]);
	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++)
		put_program(programs[i]);
	close(copy_to(create("/tmp/base/dynamic"), "/dynamic"));
	close(copy_to(create("/tmp/base/loader"), "/loader"));
	put_text("/tmp/base/folder/script", "#!/image case:script-of-the-image");
	put_text("/tmp/base/folder/script-of-handled", "#!case:handled-inner");
}

static void set(struct bpf_object *object, const char *map, __u64 key, const void *value)
{
	int fd = bpf_object__find_map_fd_by_name(object, map);
	check(fd < 0 || bpf_map_update_elem(fd, &key, value, BPF_ANY), map);
}

static void get(struct bpf_object *object, const char *map, __u32 key, void *value)
{
	int fd = bpf_object__find_map_fd_by_name(object, map);
	check(fd < 0 || bpf_map_lookup_elem(fd, &key, value), map);
}

/* One rule that every program in the container satisfies, and that only tells. */
static void publish_plan(struct bpf_object *object)
{
	static struct plan plan;
	static struct control control;
	struct stat host;
	plan.version = VERSION;
	plan.rules = plan.executable_any.words[0] = plan.ancestors_any.words[0] = 1;
	for (int origin = 0; origin < ORIGIN_COUNT; origin++)
		plan.origin[origin].words[0] = 1;
	set(object, "plans", SLOT, &plan);
	check(stat("/proc/self/ns/mnt", &host), "namespace");
	get(object, "control", 0, &control);
	control.host_mount_ns = host.st_ino;
	control.generation = GENERATION;
	set(object, "control", 0, &control);
}

static void bind_container(struct bpf_object *object)
{
	static struct container container;
	struct stat status;
	__u32 index = CONTAINER, id;
	int ids = bpf_object__find_map_fd_by_name(object, "executable_free");
	check(mkdir(CGROUP, 0755) || stat(CGROUP, &status), CGROUP);
	container.cgroup = status.st_ino;
	container.flags = CONTAINER_BOUND;
	container.first_exec_ns = 1;
	container.scope_version[SLOT] = VERSION;
	container.scope[SLOT].words[0] = 1;
	set(object, "containers", CONTAINER, &container);
	set(object, "cgroups", container.cgroup, &index);
	for (id = MAX_EXECUTABLES - 1; id > 0; id--)
		check(bpf_map_update_elem(ids, NULL, &id, 0), "executable_free");
}

static int print_finding(void *context, void *record, size_t size)
{
	struct process_event *event = record;
	const char *arguments = event->text + event->path_length;
	const char *name = memchr(arguments, 0, event->args_length);
	(void)context;
	if (size < sizeof(event->header) || event->header.kind != EVENT_PROCESS || !name || strncmp(name + 1, "case:", 5))
		return 0;
	printf("{\"case\":\"%s\",\"path\":\"%.*s\",\"origin\":%u}\n", name + 6, event->path_length, event->text, event->origin);
	return 0;
}

static struct bpf_object *load(const char *path)
{
	struct bpf_object *object = bpf_object__open_file(path, NULL);
	struct bpf_program *program;
	check(!object || bpf_object__load(object), path);
	bpf_object__for_each_program(program, object)
		check(!bpf_program__attach(program), bpf_program__name(program));
	return object;
}

static int run(const char *path)
{
	struct bpf_object *object = load(path);
	struct ring_buffer *ring = ring_buffer__new(bpf_object__find_map_fd_by_name(object, "findings"), print_finding, NULL, NULL);
	struct utsname kernel;
	int status;
	pid_t child;
	check(!ring, "findings");
	uname(&kernel);
	printf("{\"kernel\":\"%s\",\"overlayTypes\":%s}\n", kernel.release, access("/sys/kernel/btf/overlay", F_OK) ? "false" : "true");
	fflush(stdout);
	make_image();
	publish_plan(object);
	bind_container(object);
	child = fork();
	if (!child)
		enter_container();
	check(waitpid(child, &status, 0) != child, "container");
	ring_buffer__poll(ring, DRAIN_MS);
	return status ? 1 : 0;
}

int main(int count, char **arguments)
{
	if (count > 1 && !strcmp(arguments[1], INSIDE))
		return inside();
	if (count > 1 && !strncmp(arguments[1], "case:", 5))
		return 0;
	return count == 2 ? run(arguments[1]) : 2;
}
