/* The first process of a guest: mounts what the tests need, loads the modules in /modules, runs /test with the arguments
 * in /arguments (one a line), prints {"exit": status} and powers off. */
#include <fcntl.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { MAX_ARGUMENTS = 16 };

static void mount_at(const char *type, const char *path)
{
	mkdir(path, 0755);
	if (mount(type, path, type, 0, NULL))
		perror(path);
}

static void load_modules(void)
{
	struct dirent *entry;
	DIR *modules = opendir("/modules");
	while (modules && (entry = readdir(modules))) {
		int file = openat(dirfd(modules), entry->d_name, O_RDONLY);
		if (entry->d_name[0] != '.' && syscall(SYS_finit_module, file, "", 0))
			perror(entry->d_name);
		close(file);
	}
	if (modules)
		closedir(modules);
}

static void run_test(void)
{
	static char text[4096];
	char *arguments[MAX_ARGUMENTS + 2] = { "/test" };
	int file = open("/arguments", O_RDONLY), n = 1;
	if (read(file, text, sizeof(text) - 1) < 0)
		perror("/arguments");
	for (char *next = strtok(text, "\n"); next && n <= MAX_ARGUMENTS; next = strtok(NULL, "\n"))
		arguments[n++] = next;
	execv(arguments[0], arguments);
	perror(arguments[0]);
	_exit(127);
}

int main(void)
{
	int status = 0;
	pid_t test;
	mount_at("proc", "/proc");
	mount_at("sysfs", "/sys");
	mount_at("cgroup2", "/sys/fs/cgroup");
	mount_at("tmpfs", "/tmp");
	load_modules();
	test = fork();
	if (!test)
		run_test();
	while (waitpid(test, &status, 0) != test)
		;
	printf("{\"exit\":%d}\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	fflush(stdout);
	tcdrain(STDOUT_FILENO); /* what the console has not sent yet would be lost */
	sync();
	return reboot(RB_POWER_OFF);
}
