/* Entering of containers that no hook saw being made. */
#pragma once
#include "state.hh"

namespace stasis {

/* Makes a cgroup of the default hierarchy, with all below it, a container; idempotent. It has the flags before a hook finds it. */
Outcome adopt_container(State& state, __u64 cgroup, __u32& index, __u32 flags = 0);

}  // namespace stasis
