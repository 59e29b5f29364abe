/* Runs for about a second, as one hook that takes so long would: whoever waits for running programs waits for this one. Returns when it ended: hundredths of a second since boot. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum { INNER = 1 << 23, OUTER = 20 };

static long step(__u32 index, void *nothing) { return 0; }

static long turn(__u32 index, void *nothing)
{
	bpf_loop(INNER, step, 0, 0);
	return 0;
}

SEC("tc")
int stall(struct __sk_buff *packet)
{
	bpf_loop(OUTER, turn, 0, 0);
	return bpf_ktime_get_boot_ns() / 10000000;
}

char LICENSE[] SEC("license") = "GPL";
