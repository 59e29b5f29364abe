#include "containers.hh"
#include <cerrno>
#include "freezer.hh"

namespace stasis {

Outcome adopt_container(State& state, __u64 cgroup, __u32& index) {
  index = state.index_of(cgroup);
  if (index) return {};
  std::vector<__u64> below;
  if (auto failure = descendants(cgroup, below)) return failure;
  __u32 taken = 0;
  if (bpf_map_lookup_and_delete_elem(state.container_free.fd, nullptr, &taken)) return Failure{Code::Map, "take a container's place", errno};
  /* Complete before it can be found. */
  state.containers[taken] = {};
  state.containers[taken].created_ns = boot_ns();
  __atomic_store_n(&state.containers[taken].cgroup, cgroup, __ATOMIC_RELEASE);
  if (bpf_map_update_elem(state.cgroups.fd, &cgroup, &taken, BPF_NOEXIST)) {
    const int error = errno;
    __atomic_store_n(&state.containers[taken].cgroup, 0ULL, __ATOMIC_RELEASE);
    bpf_map_update_elem(state.container_free.fd, nullptr, &taken, BPF_ANY);
    if (error != EEXIST) return Failure{Code::Map, "enter cgroup " + std::to_string(cgroup), error};
    index = state.index_of(cgroup); /* a hook was faster */
    return {};
  }
  index = taken;
  for (const __u64 id : below)
    if (bpf_map_update_elem(state.cgroups.fd, &id, &taken, BPF_NOEXIST) && errno != EEXIST)
      return Failure{Code::Map, "enter cgroup " + std::to_string(id), errno};
  return {};
}

}  // namespace stasis
