#include "object.hh"
#include <cerrno>
#include "programs.hh"

namespace stasis {
namespace {

/* A version's state maps, opened from their pins. */
Outcome open_state(const Pins& pins, unsigned version, std::vector<Fd>& files, State& state) {
  std::map<std::string, MapView> maps;
  for (const std::string& name : pins.names(version, "state")) {
    Fd file = pins.open_map(version, "state", name);
    if (!file) return Failure{Code::Map, "open pinned map " + name, errno};
    if (auto failure = view_map(file.get(), name, maps[name])) return failure;
    files.push_back(std::move(file));
  }
  return view_state(maps, state);
}

Outcome release_all(State& state) {
  /* First no more hits, then no more containment: a hook that is under way may stop a process yet. */
  __atomic_store_n(&state.control->generation, 0U, __ATOMIC_RELEASE);
  __atomic_store_n(&state.control->active_epoch, 0U, __ATOMIC_SEQ_CST);
  if (auto failure = wait_for_hooks()) return failure;
  Containments containments(state, [](const receipt&) {});
  Holds holds(state, containments);
  Outcome first;
  for (__u32 index = 1; index < state.container_count; index++) {
    const __u64 cgroup = state.containers[index].cgroup;
    if (!cgroup || __atomic_load_n(&state.contained[index].state, __ATOMIC_ACQUIRE) == CONTAINMENT_NONE) continue;
    auto failure = containments.thaw(cgroup);
    const bool gone = failure && (failure->error == ENOENT || failure->error == ESTALE || failure->error == ENODEV);
    if (failure && !gone && !first) first = failure;
  }
  holds.release_all();
  containments.continue_all();
  return first;
}

}  // namespace

Outcome uninstall(const std::string& pin_root, const std::string& run_directory) {
  RunLock lock;
  if (auto failure = RunLock::take(run_directory, lock)) return failure;
  const Pins pins(pin_root);
  if (auto failure = pins.check()) return failure;
  const std::vector<unsigned> versions = pins.versions();
  if (!versions.empty() && versions.back() > STASIS_ABI) return Failure{Code::NewerLayout, "remove pins of ABI " + std::to_string(versions.back())};
  for (const unsigned version : versions) {
    if (pins.open_map(version, "state", "control")) {
      std::vector<Fd> files;
      State state;
      if (auto failure = open_state(pins, version, files, state)) return failure;
      if (auto failure = release_all(state)) return failure; /* the state stays: it says what is frozen */
    }
    if (auto failure = pins.remove_version(version)) return failure;
  }
  return pins.remove_root();
}

}  // namespace stasis
