/* hog PROCESSES SECONDS: keeps so many processes running, for no longer than that. */
#include <stdlib.h>
#include <sys/prctl.h>
#include <signal.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	for (int processes = atoi(argv[1]); processes > 1; processes--)
		if (!fork()) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			break;
		}
	alarm(atoi(argv[2]));
	for (;;)
		__asm__ volatile("");
}
