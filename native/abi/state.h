/* State that outlives programs and agents: pinned under state/, adopted by the next agent. Layouts are frozen; use `reserved`. */
#ifndef STASIS_STATE_H
#define STASIS_STATE_H
#include "limits.h"

enum container_flag {
	CONTAINER_BOUND = 1 << 0,    /* name and image are known, scope[] is complete; else scope_unbound of the plan applies */
	CONTAINER_ARMED = 1 << 1,    /* a freeze is permitted (standalone: while control.tokens lasts) */
	CONTAINER_SELFTEST = 1 << 2, /* made by the agent to prove its hooks */
	CONTAINER_ROOT_KNOWN = 1 << 3,
	CONTAINER_EXEMPT = 1 << 4,   /* the agent's own: never judged */
	CONTAINER_CROWDED = 1 << 5,  /* a process of it found no room in `processes`: one without an entry may be anybody */
	CONTAINER_PROTECTED = 1 << 6, /* nothing but Alert is done in it, whatever the rules say */
};

struct rule_set { __u64 words[RULE_WORDS]; };

/* cgroups: id of a container's cgroup, or of one below it, in the default hierarchy -> index into containers.
 * containers[index]; index 0 is never used. Free ones are in the queue `container_free`.
 * An array, so that the agent writes single fields in place while hooks count in others. */
struct container {
	__u64 cgroup;              /* id of the container's cgroup in the default hierarchy; 0: free */
	__u64 created_ns;          /* boot time */
	__u64 freezer_cgroup;      /* id of its v1 freezer cgroup, 0: v2 or unknown */
	__u64 root_inode;          /* root of its own root mount, with root_device; until CONTAINER_ROOT_KNOWN: of whoever made the cgroup, or 0 */
	__u64 root_mount;          /* address of its root mount: only files seen through it can be exempted by path */
	__u32 root_device;         /* s_dev of the container's own root file system */
	__u32 flags;               /* enum container_flag */
	__u32 processes;           /* entries that it owns in `processes` */
	__u32 executables;         /* ids that it owns in `executables` */
	__u32 scope_version[2];    /* equal to plan.version of that slot: scope[] is valid; else the container counts as unbound */
	struct rule_set scope[2];  /* rules that select it, by slot */
	__u64 first_exec_ns;
	__u32 nested_cgroups;      /* entries of `cgroups` below its own */
	__u32 padding;
	__u64 pod[2];              /* UID of its pod, as the cgroup above its own is named; 0, 0: of none */
	__u64 reserved[2];
};

/* pod_ids: UID -> index into pods. Filled by the agent alone, and written in place like containers; index 0 is never used.
 * pods[index]: what the agent told of a pod, before any cgroup of it exists. Holds for a container of it until that is bound. */
struct pod_key { __u64 uid[2]; }; /* its 32 hexadecimal digits, the first 16 first */
struct pod {
	struct pod_key key;
	__u32 flags;               /* CONTAINER_ARMED, CONTAINER_PROTECTED */
	__u32 scope_version[2];    /* as a container's */
	__u32 padding;
	struct rule_set scope[2];  /* rules that select every container of it */
	__u64 reserved[2];
};

enum process_flag {
	PROCESS_INSIDE = 1 << 0,   /* it or an ancestor executed a program inside the container */
	PROCESS_OVERFLOW = 1 << 1, /* lineage incomplete: fulfils `ancestors`, voids exemptions */
	PROCESS_ESCAPED = 1 << 2,  /* left the container's cgroup */
	PROCESS_ADOPTED = 1 << 3,  /* ran before the agent did */
};

/* processes: tgid -> this */
struct process {
	__u64 start_ns;            /* start_boottime of the group leader */
	__u64 cgroup;              /* of the container it belongs to, for ever */
	__u32 executable;          /* id, 0: unknown */
	__u32 flags;               /* enum process_flag */
	__u32 ancestor_count;
	__u32 ancestors[MAX_ANCESTORS]; /* executable ids, distinct, oldest first */
	__u32 parent;              /* tgid at fork */
	__u32 origin;              /* of the program that it runs */
	__u32 container;           /* index; valid while containers[container].cgroup == cgroup */
	__u64 reserved[6];
};

enum origin { /* order of precedence: Memory before Deleted before Volume before the rest */
	ORIGIN_UNKNOWN = 0, /* the root is not overlayfs */
	ORIGIN_IMAGE = 1,
	ORIGIN_MODIFIED = 2,
	ORIGIN_WRITTEN = 3,
	ORIGIN_VOLUME = 4,
	ORIGIN_MEMORY = 5,
	ORIGIN_DELETED = 6,
	ORIGIN_COUNT = 8,
};

/* executable_ids: what makes two executables the same one */
struct executable_key {
	__u64 cgroup;      /* of the container */
	__u64 path_hash;   /* salted; the path itself is compared too */
	__u64 inode;
	__u64 version;     /* inode change time: another content is another executable */
	__u32 device;
	__u16 origin;
	__u16 on_root_mount; /* 1: seen through the container's own root mount, not through an alias */
};

/* executables[id % MAX_EXECUTABLES]. Id 0 is "unknown". Ids come from the queue `executable_free`; one that is given back returns to it
 * MAX_EXECUTABLES higher, so that whoever still remembers it does not take the next owner of the place for it. */
struct executable {
	struct executable_key key;
	__u32 match[2];    /* index into match_sets, by slot */
	__u32 match_version[2]; /* equal to plan.version of that slot: match[] is valid */
	__u32 path_length;
	__u32 id;          /* 0: being made or free */
	__u64 first_seen_ns;
	__u64 reserved[2];
	char path[INTERNED_PATH]; /* as seen in the container; zero-padded */
};

enum containment_state { CONTAINMENT_NONE = 0, CONTAINMENT_HIT = 1, CONTAINMENT_FROZEN = 2 };

/* contained[index of the container]: `state` not 0 is the fact. Set by the hook (or, on a person's demand, by the agent). */
struct containment {
	__u64 cgroup;            /* of the container */
	__u64 hit_ns;            /* boot time: when the operation was judged; written last, so 0: event and offender are not complete yet */
	__u64 flagged_ns;        /* ... this entry existed */
	__u64 stopped_ns;        /* ... the signal was sent */
	__u64 frozen_ns;         /* ... the freezer was read back as frozen (reflex thread) */
	__u64 event_id;          /* of the finding that caused it; 0: by a person */
	__u32 state;             /* enum containment_state */
	__u32 tgid;              /* offender, in the host's pid namespace */
	__u32 tid;
	__u32 generation;
	__u32 calls_after;       /* system calls completed after flagged_ns by the container's tasks */
	__u32 revocations;       /* times that somebody continued a process the hook had stopped */
	__u32 offender_calls;    /* system calls completed by the offender after the hit */
	__u32 padding;
	__u64 revoked_ns;        /* time that revoked processes may have run in all: each from its first revocation until it was frozen or ended */
	__u64 reserved[3];
};

enum stop_kind { STOP_OFFENDER = 1, STOP_SIBLING = 2 };

/* stopped: tgid -> this. Whom the hook stopped: only they are continued. */
struct stopped {
	__u64 start_ns;
	__u64 cgroup;
	__u64 since_ns;          /* boot time of the stop; once revoked, of the first revocation */
	__u32 kind;
	__u32 revocations;
};

enum hold_kind { HOLD_PERMIT = 1, HOLD_WAIT = 2 };
enum hold_fallback { FALLBACK_GO = 0, FALLBACK_KILL = 1 };

/* holds: tgid -> this. An offender (or an unbound container's first program) stopped while somebody is asked. */
struct hold {
	__u64 start_ns;
	__u64 cgroup;
	__u64 since_ns;
	__u64 deadline_ns;
	__u64 event_id;
	__u32 kind;      /* enum hold_kind */
	__u32 fallback;  /* enum hold_fallback */
	__u32 tid;
	__u32 revocations;
	__u64 reserved[2];
};

enum startup_mode { STARTUP_OPEN = 0, STARTUP_WAIT = 1 };
enum permit_mode { PERMIT_BUCKET = 0, PERMIT_REQUIRED = 1 /* beside it: an armed container is frozen at once, another one asked for */ };

/* control[0]: one word each that hooks read first; mapped into the agent. */
struct control {
	__u32 abi;
	__u32 startup;            /* enum startup_mode */
	__u32 active_epoch;       /* programs of another epoch return at once; with generation one aligned word of 8 bytes */
	__u32 generation;         /* generation & 1 is the slot in force; 0: nothing is enforced yet */
	__u32 contained;          /* contained entries: a hint that may be too high, never too low */
	__u32 held;               /* entries of `holds`, likewise */
	__u32 permits;            /* enum permit_mode */
	__u32 hold_ms;            /* deadline of a hold, default 2000 */
	__u64 heartbeat_ns;       /* boot time, written by the reflex thread */
	__u64 orphan_after_ns;    /* heartbeat older than that: actions fall to Alert */
	__s64 tokens;             /* freezes that this node may still begin; refilled by the reflex thread */
	__u64 host_mount_ns;      /* inode number */
	__u64 salt;               /* of all hashes; drawn once per layout */
	__u64 reserved[10];
};

/* iter_request[0]: what seed_tasks and judge_tasks are to do */
struct iter_request { __u64 cgroup; /* container to judge; 0: all (seed_tasks) */ };
/* What judge_tasks writes to its reader: signals that the reader has to send */
struct iter_order { __u64 start_ns; __u32 tgid; __u32 signal; };

/* runtimes: (device, inode) of container runtime binaries; a cgroup made by one is a container */
struct runtime_key { __u64 inode; __u32 device; __u32 reserved; };
#endif
