#include "state.hh"
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace stasis {

const char* code_name(Code code) {
  switch (code) {
    case Code::Argument: return "argument";
    case Code::Attach: return "attach";
    case Code::Bpffs: return "bpffs";
    case Code::Closed: return "closed";
    case Code::Freezer: return "freezer";
    case Code::GracePeriod: return "grace-period";
    case Code::Held: return "held";
    case Code::Insecure: return "insecure";
    case Code::Iterator: return "iterator";
    case Code::Layout: return "layout";
    case Code::Load: return "load";
    case Code::Map: return "map";
    case Code::NewerLayout: return "newer-layout";
    case Code::Pin: return "pin";
    case Code::Ring: return "ring";
    case Code::UnknownCgroup: return "unknown-cgroup";
    case Code::UnknownMap: return "unknown-map";
  }
  return "argument";
}

Outcome view_map(int fd, const std::string& name, MapView& made) {
  bpf_map_info info = {};
  __u32 size = sizeof info;
  if (bpf_obj_get_info_by_fd(fd, &info, &size)) return Failure{Code::Map, "read sizes of map " + name, errno};
  made = MapView{fd, info.type, info.key_size, info.value_size, info.max_entries};
  return {};
}

Outcome map_memory(const MapView& map, const std::string& name, std::shared_ptr<Mapping>& made) {
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  const size_t element = (map.value_size + size_t{7}) & ~size_t{7};
  const size_t size = (element * map.max_entries + page - 1) & ~(page - 1);
  void* data = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, map.fd, 0);
  if (data == MAP_FAILED) return Failure{Code::Map, "map memory of " + name, errno};
  made = std::make_shared<Mapping>(data, size);
  return {};
}

Outcome read_entries(const MapView& map, const std::string& name, Entries& made) {
  /* A batch ends with ENOSPC when a bucket does not fit; buckets of preallocated maps hold a few entries. */
  constexpr __u32 kBatch = 1024;
  __u32 cursor = 0, next = 0;
  bool first = true;
  made = {};
  for (;;) {
    __u32 count = kBatch;
    made.keys.resize(size_t{made.count + kBatch} * map.key_size);
    made.values.resize(size_t{made.count + kBatch} * map.value_size);
    const int failed = bpf_map_lookup_batch(map.fd, first ? nullptr : &cursor, &next, made.keys.data() + size_t{made.count} * map.key_size,
                                            made.values.data() + size_t{made.count} * map.value_size, &count, nullptr);
    const int error = failed ? errno : 0;
    if (failed && error != ENOENT) return Failure{Code::Map, "read map " + name, error};
    made.count += count;
    if (failed || made.count >= map.max_entries) break;
    cursor = next;
    first = false;
  }
  made.keys.resize(size_t{made.count} * map.key_size);
  made.values.resize(size_t{made.count} * map.value_size);
  return {};
}

__u32 State::index_of(__u64 cgroup) const {
  __u32 index = 0;
  if (bpf_map_lookup_elem(cgroups.fd, &cgroup, &index) || index >= container_count) return 0;
  return index;
}

/* The state goes last: once it is gone, a hook may begin the next containment in the same place. */
void State::end_containment(__u32 index) {
  constexpr size_t kFigures = offsetof(containment, state) + sizeof contained->state; /* the others, behind it */
  struct containment& ended = contained[index];
  __u32 seen = __atomic_load_n(&ended.state, __ATOMIC_ACQUIRE);
  while (seen != CONTAINMENT_NONE) {
    memset(&ended, 0, offsetof(containment, state));
    memset(reinterpret_cast<char*>(&ended) + kFigures, 0, sizeof ended - kFigures);
    if (!__atomic_compare_exchange_n(&ended.state, &seen, static_cast<__u32>(CONTAINMENT_NONE), false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) continue;
    __atomic_sub_fetch(&control->contained, 1, __ATOMIC_ACQ_REL);
    return;
  }
}

namespace {

template <typename Record>
Outcome view_array(const std::map<std::string, MapView>& maps, const char* name, State& state, Record*& records) {
  const auto found = maps.find(name);
  if (found == maps.end()) return Failure{Code::UnknownMap, std::string("find map ") + name};
  if (found->second.value_size != sizeof(Record)) return Failure{Code::Layout, std::string("check record size of map ") + name};
  std::shared_ptr<Mapping> mapping;
  if (auto failure = map_memory(found->second, name, mapping)) return failure;
  records = static_cast<Record*>(mapping->data());
  state.mappings.push_back(std::move(mapping));
  return {};
}

}  // namespace

Outcome view_state(const std::map<std::string, MapView>& maps, State& made) {
  if (auto failure = view_array(maps, "control", made, made.control)) return failure;
  if (auto failure = view_array(maps, "containers", made, made.containers)) return failure;
  if (auto failure = view_array(maps, "contained", made, made.contained)) return failure;
  const std::pair<const char*, MapView*> views[] = {
      {"cgroups", &made.cgroups}, {"processes", &made.processes}, {"stopped", &made.stopped}, {"holds", &made.holds},
      {"container_free", &made.container_free},
  };
  for (const auto& [name, view] : views) {
    const auto found = maps.find(name);
    if (found == maps.end()) return Failure{Code::UnknownMap, std::string("find map ") + name};
    *view = found->second;
  }
  made.container_count = maps.at("containers").max_entries;
  if (maps.at("contained").max_entries < made.container_count) return Failure{Code::Layout, "compare sizes of containers and contained"};
  return {};
}

}  // namespace stasis
