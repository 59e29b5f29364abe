/* The BPF object in the kernel: loads it, adopts what the last agent left, and takes over without a gap. */
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include "pins.hh"
#include "reflex.hh"
#include "state.hh"

namespace stasis {

struct LoadOptions {
  std::string pin_root;
  std::string run_directory;
  __u32 max_processes = MAX_PROCESSES; /* of a new state; an adopted one keeps its size */
  __u64 agent_cgroup = 0;
  __u64 host_mount_ns = 0;
  __u64 salt = 0; /* of a new state */
  Budget budget = {};
};

struct LoadedState {
  bool adopted = false;
  unsigned adopted_abi = 0;
  __u32 epoch = 0;
  __u32 max_processes = 0;
};

class KernelObject {
 public:
  /* See docs/adr on state and pins for the order of steps and what a crash between two of them leaves. */
  static Outcome load(const LoadOptions& options, std::unique_ptr<KernelObject>& made);

  const MapView* map(const std::string& name) const;
  const std::map<std::string, MapView>& maps() const { return maps_; }
  bpf_object* object() const { return object_.get(); }
  const LoadedState& loaded() const { return loaded_; }
  State& state() { return state_; }

 private:
  explicit KernelObject(const LoadOptions& options) : options_(options), pins_(options.pin_root) {}
  Outcome choose_version();
  Outcome open();
  Outcome adopt_maps();
  Outcome adopt_map(bpf_map* map);
  Outcome set_constants();
  Outcome load_programs();
  Outcome prepare_state();
  Outcome exempt_agent();
  Outcome pin_maps();
  Outcome attach();
  Outcome take_over();

  LoadOptions options_;
  Pins pins_;
  RunLock lock_;
  ObjectHandle object_;
  std::set<std::string> adopted_; /* names of maps that the last agent left */
  __u32 last_epoch_ = 0;
  std::map<std::string, MapView> maps_;
  std::map<std::string, LinkHandle> links_;
  State state_;
  LoadedState loaded_;
};

/* Thaws, lets go what is held, detaches and removes everything under the root. Refused while an agent runs. */
Outcome uninstall(const std::string& pin_root, const std::string& run_directory);

}  // namespace stasis
