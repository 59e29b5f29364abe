/* Sizes shared by the BPF programs, the addon and (through layout.gen.ts) TypeScript. Changing one is an ABI change. */
#ifndef STASIS_LIMITS_H
#define STASIS_LIMITS_H

#ifndef STASIS_ABI /* a test build of the next version sets it on the command line */
#define STASIS_ABI 1
#endif

enum {
	RULE_WORDS = 8, /* 512 rules of one kind on a node */
	MAX_CONTAINERS = 1024,
	MAX_CGROUPS = 8192,
	MAX_PROCESSES = 16384, /* the default of maxProcesses; set at load */
	MAX_EXECUTABLES = 4096,
	MAX_STOPPED = 4096,
	MAX_HOLDS = 1024,
	MAX_RUNTIMES = 64,
	MAX_PODS = 1024,
	SHARE = 8, /* one container owns at most 1/SHARE of processes, of executables and of cgroups */
	MAX_ANCESTORS = 16,
	MAX_PATH = 4096, /* longer paths are judged towards the rule, and counted */
	MAX_PATH_DEPTH = 1024,
	INTERNED_PATH = 256, /* longer paths are judged at every exec; as an ancestor they are unknown */
	MAX_ARGS_BYTES = 1024,
	MAX_CGROUP_PATH = 256,
	MAX_NESTING = 8, /* cgroups below a container's that are followed up */
	DFA_STATES = 16384,
	DFA_CELLS = 65536, /* power of two */
	MATCH_SETS = 1024, /* distinct sets of patterns that one path satisfies, per slot */
	HEARTBEAT_STALE_NS = 1000000000, /* older: nobody is there to answer a hold */
};
#endif
