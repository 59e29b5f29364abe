/* What went wrong, as a value: the addon is built without exceptions, since libbpf's callbacks are C frames. */
#pragma once
#include <optional>
#include <string>

namespace stasis {

/* Closed set; the same words as KernelErrorCode in src/agent/kernel/kernel-error.ts. */
enum class Code {
  Argument, Attach, Bpffs, Closed, Freezer, GracePeriod, Held, Insecure, Iterator, Layout, Load, Map, NewerLayout, Pin, Ring, UnknownCgroup, UnknownMap,
};

struct Failure {
  Code code;
  std::string operation;
  int error = 0; /* positive errno, 0: none */
  std::string detail = {};
};

/* Nothing: it was done. */
using Outcome = std::optional<Failure>;

const char* code_name(Code code);

}  // namespace stasis
