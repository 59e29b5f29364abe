/* Records of the rings. Zeroed before use; strings carry lengths; integers are little-endian. */
#ifndef STASIS_EVENTS_H
#define STASIS_EVENTS_H
#include "limits.h"
#include "state.h"

enum event_kind {
	EVENT_PROCESS = 1,      /* finding: a program was started */
	EVENT_REVOCATION = 2,   /* finding: somebody continued a process that the hook had stopped */
	EVENT_CONTAINER_MADE = 16, /* lifecycle ring: struct lifecycle_event */
	EVENT_CONTAINER_GONE = 17,
	EVENT_CONTAINER_WAITS = 18, /* its first program is held until it is bound */
	EVENT_CONTAINER_GAP = 19,   /* its first program ran before it was bound (startup: Open) */
};

enum event_action { ACTION_ALERT = 0, ACTION_KILL = 1, ACTION_FREEZE = 2 };

enum event_result {
	RESULT_DONE = 0,
	RESULT_REFUSED = 1,  /* see reason */
	RESULT_HELD = 2,     /* asked for a permit */
	RESULT_FAILED = 3,   /* a helper failed: error */
};

enum event_reason {
	REASON_NONE = 0,
	REASON_BUDGET = 1,     /* the node's bucket is empty */
	REASON_CONTAINED = 2,  /* contained already: nothing more to do */
	REASON_NO_AGENT = 3,   /* heartbeat stale: nobody could grant */
	REASON_ORPHANED = 4,   /* heartbeat older than orphanAfter: actions fall to Alert */
	REASON_TABLE_FULL = 5,
	REASON_PROTECTED = 6,  /* the container is one in which nothing but Alert is done */
};

enum event_flag {
	EVENT_SCRIPT = 1 << 0,          /* the file is a script; subject.executable is its interpreter */
	EVENT_ARGS_TRUNCATED = 1 << 1,
	EVENT_PATH_UNKNOWN = 1 << 2,    /* path too long, too deep or raced: judged towards the rule */
	EVENT_UNKNOWN_SUBJECT = 1 << 3, /* no process entry: every condition on it counted as fulfilled */
	EVENT_TTY = 1 << 4,
	EVENT_UNBOUND = 1 << 5,
	EVENT_LATE = 1 << 6,            /* judged when the container was bound, not at the exec */
	EVENT_SCRIPT_UNKNOWN = 1 << 7,  /* a script was started, but its file could not be told: judged towards the rule */
};

struct event_header {
	__u32 abi;
	__u16 kind;
	__u16 size;          /* of the whole record, padding included */
	__u64 id;            /* CPU << 48 | sequence: unique within a boot */
	__u64 time_ns;       /* boot time */
	__u32 generation;
	__u8 action;         /* enum event_action: the strongest that was tried */
	__u8 result;
	__u8 reason;
	__u8 reserved;
	__s32 error;         /* negative errno of a failed helper */
	__u32 repeats;       /* equal findings left out since the last one */
	struct rule_set matched;
};

struct event_process {
	__u64 start_ns;
	__u32 pid;           /* in its pid namespace */
	__u32 host_pid;      /* tgid in the host's */
	__u32 tid;           /* in the host's */
	__u32 executable;    /* id */
	__u32 uid;           /* in its user namespace, clamped as the kernel does */
	__u32 host_uid;
	__u32 gid;
	__u32 host_gid;
	__u64 capabilities;  /* effective */
	__u64 cgroup;        /* of the container */
	__u64 task_cgroup;   /* of the task itself: a nested one, or after an escape */
	__u32 mount_ns;
	__u32 pid_ns;
	__u32 user_ns;
	__u32 net_ns;
	__u32 flags;         /* enum process_flag */
	__u32 reserved;
	char comm[16];
};

struct event_parent { __u32 pid; __u32 host_pid; __u32 executable; __u32 reserved; };

/* EVENT_PROCESS; text holds the path, then the arguments (NUL-separated), at the lengths given */
struct process_event {
	struct event_header header;
	struct event_process subject;
	struct event_parent parent;
	__u32 ancestors[MAX_ANCESTORS];
	__u16 ancestor_count;
	__u16 path_length;
	__u16 args_length;
	__u16 origin;        /* of the file judged */
	__u32 flags;         /* enum event_flag */
	__u32 device;
	__u64 inode;
	__u64 hook_ns;       /* time spent in the hook until the action was taken */
	char text[MAX_PATH + MAX_ARGS_BYTES + 8]; /* the last 8 bytes: zero padding of the longest record */
};

/* EVENT_REVOCATION: subject is the continued process, by is who did it */
struct revocation_event {
	struct event_header header;
	struct event_process subject;
	struct event_parent by;
	__u32 signal;        /* SIGCONT, or 0: traced, or not seen (by is 0 then) */
	__u32 restopped;     /* 1: stopped again at once, 0: at its next system call */
	__u64 of_event;      /* finding for which the process had been stopped */
};

struct lifecycle_event {
	struct event_header header;
	__u64 cgroup;
	__u32 maker;         /* tgid of who made the cgroup, in the host's pid namespace */
	__u32 path_length;
	char path[MAX_CGROUP_PATH]; /* below the hierarchy's root */
};

/* recent: what makes two findings equal -> this. Telemetry: made anew by each agent. */
struct recent_key { __u64 cgroup; __u64 matched_hash; __u64 object_hash; __u32 generation; __u32 result; };
struct recent {
	__u64 last_ns;       /* boot time of the last one that was told */
	__u64 event_id;      /* of it */
	__u32 repeats;       /* left out since */
	__u32 padding;
};

/* doorbell ring: a container was added to `contained`, or a hold began */
struct doorbell { __u64 cgroup; __u32 tgid; __u32 hold; };

/* counters[i] (per CPU) */
enum counter {
	COUNT_EXECS = 0,           /* judged */
	COUNT_FINDINGS,
	COUNT_DEDUPLICATED,
	COUNT_DROPPED_FINDINGS,    /* ring full: enforcement was not affected */
	COUNT_DROPPED_LIFECYCLE,
	COUNT_DROPPED_DOORBELL,    /* the reflex thread's scan finds it within 100 ms */
	COUNT_PATH_TOO_LONG,
	COUNT_PATH_RACED,
	COUNT_UNKNOWN_SUBJECT,
	COUNT_PROCESSES_FULL,
	COUNT_PROCESSES_SHARE,     /* a container's share of the process table is used up */
	COUNT_EXECUTABLES_FULL,
	COUNT_EXECUTABLES_SHARE,
	COUNT_LINEAGE_OVERFLOW,
	COUNT_STALE_MATCH,         /* must stay 0 */
	COUNT_CONTAINERS_FULL,
	COUNT_CGROUPS_FULL,
	COUNT_NO_LAYERS,           /* containers whose root is not overlayfs: Image, Modified and Written are unknown there */
	COUNT_STOPPED_FULL,
	COUNT_HOLDS_FULL,
	COUNT_STARTUP_GAP,
	COUNT_STARTUP_WAIT,
	COUNT_SCRIPT_UNKNOWN,      /* a script's file could not be told: judged towards the rule */
	COUNT_SCRIPTS,             /* judged */
	COUNT_RUNTIME_EXECS,       /* left alone because they are the runtime's */
	COUNT_REVOCATIONS,
	COUNT_ESCAPES,
	COUNT_REFUSED_BUDGET,
	COUNT_HELPER_ERRORS_LOST,  /* helper_errors is full */
	COUNT_PROVEN,              /* COUNT_PROVEN + enum hook: times that the hook saw the self-test's container */
	COUNT_PROVEN_END = COUNT_PROVEN + 16,
	COUNTERS = 64,
};

enum hook {
	HOOK_EXEC = 0, HOOK_FORK, HOOK_EXIT, HOOK_SYS_EXIT, HOOK_CGROUP_MKDIR, HOOK_CGROUP_RMDIR, HOOK_CGROUP_ATTACH,
	HOOK_SIGNAL, HOOK_SEED, HOOK_SCRIPT /* the exec hook found the script that was started */, HOOKS,
};

enum helper { HELPER_SIGNAL = 0, HELPER_UPDATE, HELPER_READ_KERNEL, HELPER_READ_USER, HELPER_POP, HELPER_LOOP, HELPERS };

/* helper_errors: every failing helper by place and errno */
struct helper_error { __u16 hook; __u16 helper; __s32 error; };
#endif
