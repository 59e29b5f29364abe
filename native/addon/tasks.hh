/* Signals to processes that are certainly those that were meant. */
#pragma once
#include "state.hh"

namespace stasis {

enum class Signalled { Done, Gone, Failed };

/* Sends `signal` to process `tgid` if it is still the one that started at `start_ns` (boot clock).
 * The descriptor is taken before the check, so a process that reuses the number meanwhile is never hit. */
Signalled signal_process(const State& state, __u32 tgid, __u64 start_ns, int signal);

}  // namespace stasis
