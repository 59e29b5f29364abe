/* The ABI headers as C++ sees them. */
#pragma once
#include <linux/types.h>
extern "C" {
#include "../abi/events.h"
#include "../abi/plan.h"
#include "../abi/state.h"
}
#include <ctime>

namespace stasis {

/* Boot clock in nanoseconds: the clock of all times in the ABI. */
inline __u64 boot_ns() {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return static_cast<__u64>(now.tv_sec) * 1000000000ULL + static_cast<__u64>(now.tv_nsec);
}

}  // namespace stasis
