/* The tracepoint backend: one object, one translation unit, so that the shared subprograms exist once. */
#include "exec.bpf.h"
#include "process.bpf.h"
#include "cgroup.bpf.h"
#include "syscall.bpf.h"
#include "signal.bpf.h"
#include "seed.bpf.h"

char LICENSE[] SEC("license") = "GPL";
