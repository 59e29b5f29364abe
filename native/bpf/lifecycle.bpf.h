/* Records of the lifecycle ring: containers that appear, wait, or go. */
#ifndef STASIS_LIFECYCLE_BPF_H
#define STASIS_LIFECYCLE_BPF_H
#include "act.bpf.h"

static __always_inline int emit_lifecycle(__u32 kind, __u64 cgroup, const char *path)
{
	struct lifecycle_event *event = bpf_ringbuf_reserve(&lifecycle, sizeof(*event), 0);
	long length;
	if (!event) {
		count(COUNT_DROPPED_LIFECYCLE);
		return 0;
	}
	__builtin_memset(event, 0, sizeof(*event));
	event->header.abi = STASIS_ABI;
	event->header.kind = kind;
	event->header.size = sizeof(*event);
	event->header.id = next_event_id();
	event->header.time_ns = bpf_ktime_get_boot_ns();
	event->cgroup = cgroup;
	event->maker = bpf_get_current_pid_tgid() >> 32;
	if (path) {
		length = bpf_probe_read_kernel_str(event->path, sizeof(event->path), path);
		event->path_length = length > 0 ? length - 1 : 0;
	}
	bpf_ringbuf_submit(event, BPF_RB_FORCE_WAKEUP);
	return 0;
}
#endif
