/* Ways by mounts, namespaces and roots, most of them to gain the exemption of /bin/allowed. */
#define _GNU_SOURCE
#include "evade.h"

static const char X[] = "/tmp/x", ALLOWED[] = "/bin/allowed", NOTHING[] = "/bin/nothing";

static void bind_mount(const char *from, const char *to) { check(mount(from, to, 0, MS_BIND, 0), to); }
static void new_namespace(void) { check(unshare(CLONE_NEWNS) || mount(0, "/", 0, MS_REC | MS_PRIVATE, 0), "namespace"); }
static void make_folder(const char *path) { check(mkdir(path, 0755), path); }
static void mount_tmpfs(const char *path)
{
	make_folder(path);
	check(mount("volume", path, "tmpfs", 0, 0), path);
}

static void bind_dropped(const char *over) { put(X); bind_mount(X, over); start(over); }
static void bind_loader(const char *program) { put(X); bind_mount(X, "/lib64/ld-linux-x86-64.so.2"); start(program); }
static void bind_dropped_elsewhere(const char *over) { new_namespace(); bind_dropped(over); }
static void bind_image(const char *unused) { (void)unused; bind_mount(NOTHING, ALLOWED); start(ALLOWED); }
static void bind_image_elsewhere(const char *unused) { new_namespace(); bind_image(unused); }
static void rename_dropped(const char *over) { put(X); check(rename(X, over), over); start(over); }
static void rename_image(const char *over) { check(rename(NOTHING, over), over); start(over); }

static void change_root(const char *unused)
{
	(void)unused;
	make_folder("/tmp/jail");
	make_folder("/tmp/jail/bin");
	put("/tmp/jail/bin/allowed");
	check(chroot("/tmp/jail") || chdir("/"), "chroot");
	start(ALLOWED);
}

/* The image's own program, seen through an alias of the folder that it is in */
static void change_root_to_alias(const char *unused)
{
	(void)unused;
	make_folder("/tmp/jail");
	make_folder("/tmp/jail/bin");
	bind_mount("/bin", "/tmp/jail/bin");
	check(rename("/tmp/jail/bin/nothing", "/tmp/jail/bin/allowed"), "rename");
	check(chroot("/tmp/jail") || chdir("/"), "chroot");
	start(ALLOWED);
}

static void into(const char *root)
{
	check(chdir(root) || syscall(SYS_pivot_root, ".", ".") || umount2(".", MNT_DETACH) || chdir("/"), root);
	start(ALLOWED);
}

static void pivot_to_tmpfs(const char *unused)
{
	(void)unused;
	new_namespace();
	mount_tmpfs("/tmp/t");
	make_folder("/tmp/t/bin");
	put("/tmp/t/bin/allowed");
	into("/tmp/t");
}

/* An overlay of its own, in whose lower layer the dropped program lies */
static void pivot_to_overlay(const char *unused)
{
	(void)unused;
	new_namespace();
	mount_tmpfs("/tmp/t");
	make_folder("/tmp/t/lower");
	make_folder("/tmp/t/upper");
	make_folder("/tmp/t/work");
	make_folder("/tmp/t/root");
	make_folder("/tmp/t/lower/bin");
	put("/tmp/t/lower/bin/allowed");
	check(mount("overlay", "/tmp/t/root", "overlay", 0, "lowerdir=/tmp/t/lower,upperdir=/tmp/t/upper,workdir=/tmp/t/work"), "overlay");
	into("/tmp/t/root");
}

/* A script, as script-request starts it, in an overlay of the container's own on top of its root */
static void request_in_overlay(const char *first_line)
{
	new_namespace();
	mount_tmpfs("/tmp/t");
	make_folder("/tmp/t/upper");
	make_folder("/tmp/t/work");
	make_folder("/tmp/t/root");
	check(mount("overlay", "/tmp/t/root", "overlay", 0, "lowerdir=/,upperdir=/tmp/t/upper,workdir=/tmp/t/work"), "overlay");
	check(chroot("/tmp/t/root") || chdir("/"), "chroot");
	script_with_request(first_line);
}

/* The container's own root, put below /bin of another one: its /allowed gets the path of /bin/allowed without a rename. */
static void pivot_below(const char *unused)
{
	(void)unused;
	mount_tmpfs("/tmp/t");
	make_folder("/tmp/t/bin");
	check(chdir("/tmp/t") || syscall(SYS_pivot_root, ".", "bin") || chdir("/"), "pivot_root");
	start(ALLOWED);
}

static void on_tmpfs(const char *name)
{
	mount_tmpfs("/tmp/t");
	check(chdir("/tmp/t"), "/tmp/t");
	put(name);
	start(name);
}

/* As an emptyDir is: a folder of another file system, bound in */
static void in_bound_folder(const char *name)
{
	mount_tmpfs("/tmp/t");
	make_folder("/tmp/t/volume");
	make_folder("/tmp/volume");
	bind_mount("/tmp/t/volume", "/tmp/volume");
	check(chdir("/tmp/volume"), "/tmp/volume");
	put(name);
	start(name);
}

/* Mounted nowhere */
static void detached_mount(const char *unused)
{
	int tree;

	(void)unused;
	put(X);
	tree = syscall(SYS_open_tree, AT_FDCWD, X, 1 /* OPEN_TREE_CLONE */);
	check(tree < 0, "open_tree");
	start_reopened(tree);
}

static void detached_image(const char *unused)
{
	int tree = syscall(SYS_open_tree, AT_FDCWD, NOTHING, 1 /* OPEN_TREE_CLONE */);

	(void)unused;
	check(tree < 0, "open_tree");
	start_reopened(tree);
}

const struct way ways_of_mounting[] = {
	{ "bind", bind_dropped }, { "bind-loader", bind_loader }, { "bind-elsewhere", bind_dropped_elsewhere }, { "bind-image", bind_image },
	{ "bind-image-elsewhere", bind_image_elsewhere }, { "rename", rename_dropped }, { "rename-image", rename_image },
	{ "chroot", change_root }, { "chroot-alias", change_root_to_alias }, { "pivot-tmpfs", pivot_to_tmpfs },
	{ "pivot-overlay", pivot_to_overlay }, { "pivot-below", pivot_below }, { "script-request-deeper", request_in_overlay }, { "tmpfs", on_tmpfs }, { "bound-folder", in_bound_folder }, { "detached", detached_mount },
	{ "detached-image", detached_image },
	{ 0, 0 },
};
