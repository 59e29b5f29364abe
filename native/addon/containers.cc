#include "containers.hh"
#include <cerrno>
#include "freezer.hh"
#include "programs.hh"

namespace stasis {

namespace {

/* Complete before it can be found. A hook that saw the last container here end may have contained it after that. */
void clear_place(State& state, __u32 index, __u32 flags) {
  state.end_containment(index);
  state.containers[index] = {};
  state.containers[index].created_ns = boot_ns();
  state.containers[index].flags = flags;
}

void give_back(State& state, __u32 index) {
  __atomic_store_n(&state.containers[index].cgroup, 0ULL, __ATOMIC_RELEASE);
  bpf_map_update_elem(state.container_free.fd, nullptr, &index, BPF_ANY);
}

/* Its cgroup went while it was being entered. Whoever takes the entry away gives the place back: we, or the hook. */
void forget_container(State& state, __u64 cgroup, __u32 index) {
  if (bpf_map_delete_elem(state.cgroups.fd, &cgroup) || wait_for_hooks()) return;
  if (__atomic_load_n(&state.containers[index].cgroup, __ATOMIC_ACQUIRE) == cgroup) give_back(state, index);
}

/* After the container's own cgroup: one that is made below it meanwhile is seen by the hook or listed here, or both. */
Outcome enter_below(State& state, __u64 cgroup, __u32 index) {
  std::vector<__u64> below;
  if (auto failure = descendants(cgroup, below)) return failure;
  for (const __u64 id : below) {
    if (!bpf_map_update_elem(state.cgroups.fd, &id, &index, BPF_NOEXIST)) {
      __atomic_add_fetch(&state.containers[index].nested_cgroups, 1, __ATOMIC_ACQ_REL);
    } else if (errno != EEXIST) {
      return Failure{Code::Map, "enter cgroup " + std::to_string(id), errno};
    }
  }
  return {};
}

}  // namespace

Outcome adopt_container(State& state, __u64 cgroup, __u32& index, __u32 flags) {
  index = state.index_of(cgroup);
  if (index) {
    __atomic_or_fetch(&state.containers[index].flags, flags, __ATOMIC_ACQ_REL);
    return {};
  }
  std::vector<__u64> below;
  if (auto failure = descendants(cgroup, below)) return failure; /* nothing is entered for one that is not there */
  __u32 taken = 0;
  if (bpf_map_lookup_and_delete_elem(state.container_free.fd, nullptr, &taken)) return Failure{Code::Map, "take a container's place", errno};
  clear_place(state, taken, flags);
  __atomic_store_n(&state.containers[taken].cgroup, cgroup, __ATOMIC_RELEASE);
  if (bpf_map_update_elem(state.cgroups.fd, &cgroup, &taken, BPF_NOEXIST)) {
    const int error = errno;
    give_back(state, taken);
    if (error != EEXIST) return Failure{Code::Map, "enter cgroup " + std::to_string(cgroup), error};
    return adopt_container(state, cgroup, index, flags); /* a hook was faster */
  }
  if (auto failure = enter_below(state, cgroup, taken)) {
    if (failure->code == Code::UnknownCgroup) forget_container(state, cgroup, taken);
    return failure;
  }
  index = taken;
  return {};
}

}  // namespace stasis
