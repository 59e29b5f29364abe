/*
 * contain DIRECTORY COMMAND…: plays the part of hooks on the state maps that are pinned in DIRECTORY.
 *   contain DIRECTORY mark FIRST COUNT   sets the containments of so many places from FIRST on, as a hook that was late would
 *   contain DIRECTORY hit INDEX 0        contains INDEX again and again until its input ends, and once more, as hits in it would
 *   contain DIRECTORY late INDEX 0       contains INDEX, and writes for which event (42) only when its input ends, as an iterator that was preempted
 *   contain DIRECTORY hold MS 0          whoever is held from now on is held for so long
 * All print control.contained at the end.
 */
#define _GNU_SOURCE
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "state.h"

enum { LATE_EVENT = 42 };

/* As begin_containment of the hooks. */
static void contain(struct control *control, struct containment *containment)
{
	__sync_fetch_and_add(&control->contained, 1);
	if (__sync_val_compare_and_swap(&containment->state, CONTAINMENT_NONE, CONTAINMENT_HIT) != CONTAINMENT_NONE)
		__sync_fetch_and_add(&control->contained, -1);
}

static unsigned long boot_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return now.tv_sec * 1000000000UL + now.tv_nsec;
}

int main(int argc, char **argv)
{
	struct control *control;
	struct containment *contained;
	int first = argc > 3 ? atoi(argv[3]) : 0, last = argc > 4 ? atoi(argv[4]) : 0;
	if (argc != 5 || first < 1)
		errx(2, "usage: contain DIRECTORY mark FIRST COUNT | contain DIRECTORY hit|late INDEX 0 | contain DIRECTORY hold MS 0");
	control = map_at(argv[1], "control", sizeof(*control));
	contained = map_at(argv[1], "contained", sizeof(*contained) * MAX_CONTAINERS);
	if (!strcmp(argv[2], "mark")) {
		for (int index = first; index < first + last && index < MAX_CONTAINERS; index++) {
			contain(control, &contained[index]);
			contained[index].calls_after = 7;
		}
	} else if (!strcmp(argv[2], "hold")) {
		control->hold_ms = first;
	} else if (!strcmp(argv[2], "late")) {
		contain(control, &contained[first]);
		while (getchar() != EOF)
			;
		contained[first].event_id = LATE_EVENT;
		__atomic_store_n(&contained[first].hit_ns, boot_ns(), __ATOMIC_RELEASE);
	} else {
		for (struct pollfd input = { .fd = 0 }; !poll(&input, 1, 0);)
			for (int i = 0; i < 1000; i++)
				contain(control, &contained[first]);
		contain(control, &contained[first]);
	}
	printf("%u\n", control->contained);
	return 0;
}
