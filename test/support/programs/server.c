/*
 * server ADDRESS: answers one line to each connection, to show that a container works. ADDRESS is the path of a unix socket or a TCP
 * port on 127.0.0.1. It has a hole on purpose: "GET /run?PROGRAM+ARGUMENT..." starts that program, as an exploited service would.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REQUEST = 4096, ARGUMENTS = 64 };

static void reap(int signal) { (void)signal; while (waitpid(-1, 0, WNOHANG) > 0) ; }

static int listen_unix(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	strncpy(address.sun_path, path, sizeof address.sun_path - 1);
	unlink(path);
	return bind(fd, (void *)&address, sizeof address) || listen(fd, 64) ? -1 : fd;
}

static int listen_tcp(int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;

	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	return bind(fd, (void *)&address, sizeof address) || listen(fd, 64) ? -1 : fd;
}

/* Starts the program of "PROGRAM+ARGUMENT..."; returns its pid. */
static pid_t start(char *line)
{
	char *arguments[ARGUMENTS + 1] = { 0 };
	int count = 0;
	pid_t pid;

	for (char *word = strtok(line, "+"); word && count < ARGUMENTS; word = strtok(NULL, "+"))
		arguments[count++] = word;
	pid = fork();
	if (pid == 0) {
		execv(arguments[0], arguments);
		_exit(127);
	}
	return pid;
}

static int read_request(int fd, char *request)
{
	int length = 0;

	while (length < REQUEST - 1) {
		ssize_t n = read(fd, request + length, REQUEST - 1 - length);
		if (n <= 0)
			break;
		length += n;
		if (memchr(request, '\n', length))
			break;
	}
	request[length] = 0;
	return length;
}

static void answer(int fd, unsigned long number)
{
	static const char run[] = "GET /run?";
	char request[REQUEST];

	if (!read_request(fd, request))
		return;
	dprintf(fd, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n");
	if (strncmp(request, run, sizeof run - 1)) {
		dprintf(fd, "answer %lu\n", number);
		return;
	}
	char *line = request + sizeof run - 1;
	line[strcspn(line, " \r\n")] = 0;
	dprintf(fd, "started %d\n", start(line));
}

int main(int argc, char **argv)
{
	int listener = argc < 2 ? -1 : argv[1][0] == '/' ? listen_unix(argv[1]) : listen_tcp(atoi(argv[1]));
	struct sigaction on_child = { .sa_handler = reap, .sa_flags = SA_RESTART };

	if (listener < 0) {
		perror("server");
		return 1;
	}
	sigaction(SIGCHLD, &on_child, 0);
	signal(SIGPIPE, SIG_IGN);
	puts("ready");
	fflush(stdout);
	for (unsigned long number = 1;; number++) {
		int fd = accept4(listener, 0, 0, SOCK_CLOEXEC);
		if (fd < 0)
			continue;
		answer(fd, number);
		close(fd);
	}
}
