/* The state maps that containing needs, however they were opened. */
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>
#include "abi.hh"
#include "failure.hh"
#include "handle.hh"

namespace stasis {

struct MapView {
  int fd = -1;
  __u32 type = 0;
  __u32 key_size = 0;
  __u32 value_size = 0;
  __u32 max_entries = 0;
};

/* Reads type and sizes of an open map. */
Outcome view_map(int fd, const std::string& name, MapView& made);

/* Maps an mmapable array. */
Outcome map_memory(const MapView& map, const std::string& name, std::shared_ptr<Mapping>& made);

/* Keys and values of a hash map, each back to back. Entries that come and go meanwhile may or may not be seen. */
struct Entries {
  std::vector<char> keys;
  std::vector<char> values;
  __u32 count = 0;
};
Outcome read_entries(const MapView& map, const std::string& name, Entries& made);

/* INVARIANT: pointers stay valid while the mappings are kept. */
struct State {
  struct control* control = nullptr;
  struct container* containers = nullptr;
  struct containment* contained = nullptr;
  __u32 container_count = 0;
  MapView cgroups, processes, stopped, holds, container_free;
  std::vector<std::shared_ptr<Mapping>> mappings;

  /* Index of the container that a cgroup belongs to, 0: none. */
  __u32 index_of(__u64 cgroup) const;

  /* Lifts the fact that a container is contained; the next hit counts from 0. Not its freezer's business. */
  void end_containment(__u32 index);
};

/* Maps what `State` needs out of open maps by name. */
Outcome view_state(const std::map<std::string, MapView>& maps, State& made);

}  // namespace stasis
