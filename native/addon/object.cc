#include "object.hh"
#include <bpf/btf.h>
#include <sys/syscall.h>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include "containers.hh"

extern "C" const char stasis_object_begin[];
extern "C" const char stasis_object_end[];

namespace stasis {
namespace {

/* What libbpf and the verifier said last; loading happens on one thread at a time. */
std::string* listening = nullptr;

int keep_message(libbpf_print_level level, const char* format, va_list arguments) {
  if (level != LIBBPF_WARN || !listening) return 0;
  char text[4096];
  vsnprintf(text, sizeof text, format, arguments);
  listening->append(text);
  constexpr size_t kKept = 16384; /* the end of a verifier log says what was wrong */
  if (listening->size() > kKept) listening->erase(0, listening->size() - kKept);
  return 0;
}

struct Listening {
  explicit Listening(std::string& text) {
    listening = &text;
    libbpf_set_print(keep_message);
  }
  ~Listening() {
    listening = nullptr;
    libbpf_set_print(nullptr);
  }
};

const std::set<std::string> kPlanMaps = {"plans", "match_sets", "dfas"};
/* Belong to one run of a program. */
const std::set<std::string> kScratchMaps = {"hook_scratch", "iter_scratch", "iter_request"};
/* Lost when their size changes from one version to the next; all others are facts. */
const std::set<std::string> kTelemetryMaps = {"findings", "lifecycle", "doorbells", "counters", "helper_errors", "arguments", "recent", "event_sequence"};

const char* kind_of(const std::string& name) { return kPlanMaps.count(name) ? "plan" : "state"; }

bool starts_with(const char* text, const char* start) { return !strncmp(text, start, strlen(start)); }

/* The first is taken first, the one that was given back longest ago next. Id 0 means "none" everywhere. */
Outcome fill_queue(const MapView& queue, const char* name, __u32 count) {
  for (__u32 id = 1; id < count; id++)
    if (bpf_map_update_elem(queue.fd, nullptr, &id, BPF_ANY)) return Failure{Code::Map, std::string("fill ") + name, errno};
  return {};
}

/* Offset of a load-time constant, -1: the object has none of that name. */
int constant_offset(const bpf_object* object, const char* name) {
  const btf* types = bpf_object__btf(object);
  const int id = types ? btf__find_by_name_kind(types, ".rodata", BTF_KIND_DATASEC) : -1;
  if (id < 0) return -1;
  const btf_type* section = btf__type_by_id(types, static_cast<__u32>(id));
  const btf_var_secinfo* variable = btf_var_secinfos(section);
  for (__u16 at = 0; at < btf_vlen(section); at++, variable++) {
    const btf_type* type = btf__type_by_id(types, variable->type);
    if (!strcmp(btf__name_by_offset(types, type->name_off), name)) return static_cast<int>(variable->offset);
  }
  return -1;
}

}  // namespace

const MapView* KernelObject::map(const std::string& name) const {
  const auto found = maps_.find(name);
  return found == maps_.end() ? nullptr : &found->second;
}

Outcome KernelObject::load(const LoadOptions& options, std::unique_ptr<KernelObject>& made) {
  std::unique_ptr<KernelObject> object(new KernelObject(options));
  using Step = Outcome (KernelObject::*)();
  for (const Step step : {&KernelObject::choose_version, &KernelObject::open, &KernelObject::adopt_maps, &KernelObject::set_constants,
                          &KernelObject::load_programs, &KernelObject::prepare_state, &KernelObject::exempt_agent,
                          &KernelObject::pin_maps, &KernelObject::attach, &KernelObject::take_over})
    if (auto failure = (object.get()->*step)()) return failure;
  made = std::move(object);
  return {};
}

/* Whose state is adopted, and the epoch in force. Nothing is changed before a newer layout has been ruled out. */
Outcome KernelObject::choose_version() {
  if (auto failure = RunLock::take(options_.run_directory, lock_)) return failure;
  if (auto failure = pins_.check()) return failure;
  const std::vector<unsigned> versions = pins_.versions();
  if (!versions.empty() && versions.back() > STASIS_ABI) return Failure{Code::NewerLayout, "adopt pins of ABI " + std::to_string(versions.back())};
  if (auto failure = pins_.prepare()) return failure;
  for (auto version = versions.rbegin(); version != versions.rend() && !loaded_.adopted; ++version) {
    Fd control = pins_.open_map(*version, "state", "control"); /* is pinned last: its pin says that the state is complete */
    if (!control) continue;
    MapView view;
    std::shared_ptr<Mapping> memory;
    if (auto failure = view_map(control.get(), "control", view)) return failure;
    if (view.value_size != sizeof(struct control)) return Failure{Code::Layout, "adopt map control"};
    if (auto failure = map_memory(view, "control", memory)) return failure;
    last_epoch_ = __atomic_load_n(&static_cast<struct control*>(memory->data())->active_epoch, __ATOMIC_ACQUIRE);
    loaded_.adopted = true;
    loaded_.adopted_abi = *version;
  }
  loaded_.epoch = last_epoch_ + 1 ? last_epoch_ + 1 : 1;
  for (const unsigned version : versions) {
    if (!loaded_.adopted) {
      if (auto failure = pins_.remove_version(version)) return failure;
      continue;
    }
    for (const unsigned epoch : pins_.epochs(version)) /* inert: their agent died before it took over */
      if (epoch != last_epoch_)
        if (auto failure = pins_.remove_epoch(version, epoch)) return failure;
  }
  return {};
}

Outcome KernelObject::open() {
  std::string said;
  const Listening listen(said);
  LIBBPF_OPTS(bpf_object_open_opts, how, .object_name = "stasis");
  object_.reset(bpf_object__open_mem(stasis_object_begin, static_cast<size_t>(stasis_object_end - stasis_object_begin), &how));
  if (!object_) return Failure{Code::Load, "open the BPF object", errno, said};
  return {};
}

Outcome KernelObject::adopt_maps() {
  bpf_map* map = nullptr;
  bpf_object__for_each_map(map, object_.get()) {
    const std::string name = bpf_map__name(map);
    if (bpf_map__is_internal(map) || kScratchMaps.count(name)) continue;
    if (name == "processes") bpf_map__set_max_entries(map, options_.max_processes);
    if (!loaded_.adopted) continue;
    if (auto failure = adopt_map(map)) return failure;
  }
  return {};
}

Outcome KernelObject::adopt_map(bpf_map* map) {
  const std::string name = bpf_map__name(map);
  Fd pinned = pins_.open_map(loaded_.adopted_abi, kind_of(name), name);
  if (!pinned) return errno == ENOENT ? Outcome{} : Failure{Code::Map, "open pinned map " + name, errno};
  MapView view;
  if (auto failure = view_map(pinned.get(), name, view)) return failure;
  const bool same = view.type == static_cast<__u32>(bpf_map__type(map)) && view.key_size == bpf_map__key_size(map) &&
                    view.value_size == bpf_map__value_size(map) && (name == "processes" || view.max_entries == bpf_map__max_entries(map));
  if (!same) return kTelemetryMaps.count(name) ? Outcome{} : Failure{Code::Layout, "adopt map " + name};
  if (bpf_map__reuse_fd(map, pinned.get())) return Failure{Code::Map, "adopt map " + name, errno};
  adopted_.insert(name);
  return {};
}

Outcome KernelObject::set_constants() {
  const bpf_map* processes = bpf_object__find_map_by_name(object_.get(), "processes");
  loaded_.max_processes = processes ? bpf_map__max_entries(processes) : 0;
  bpf_map* map = nullptr;
  bpf_object__for_each_map(map, object_.get()) {
    const std::string name = bpf_map__name(map);
    if (!bpf_map__is_internal(map) || !name.ends_with(".rodata")) continue;
    size_t size = 0;
    const char* initial = static_cast<const char*>(bpf_map__initial_value(map, &size));
    std::vector<char> constants(initial, initial + (initial ? size : 0));
    const std::pair<const char*, __u32> values[] = {{"epoch", loaded_.epoch}, {"max_processes", loaded_.max_processes}};
    for (const auto& [constant, value] : values) {
      const int offset = constant_offset(object_.get(), constant);
      if (offset < 0 || static_cast<size_t>(offset) + sizeof value > constants.size()) return Failure{Code::Load, std::string("set constant ") + constant};
      memcpy(constants.data() + offset, &value, sizeof value);
    }
    if (bpf_map__set_initial_value(map, constants.data(), constants.size())) return Failure{Code::Load, "set the object's constants", errno};
    return {};
  }
  return Failure{Code::Load, "find the object's constants"};
}

Outcome KernelObject::load_programs() {
  std::string said;
  const Listening listen(said);
  if (bpf_object__load(object_.get())) return Failure{Code::Load, "load the BPF programs", errno, said};
  bpf_map* map = nullptr;
  bpf_object__for_each_map(map, object_.get()) {
    if (bpf_map__is_internal(map)) continue;
    const std::string name = bpf_map__name(map);
    if (auto failure = view_map(bpf_map__fd(map), name, maps_[name])) return failure;
  }
  return view_state(maps_, state_);
}

Outcome KernelObject::prepare_state() {
  struct control* control = state_.control;
  if (!loaded_.adopted) {
    const MapView *executables = map("executables"), *executable_free = map("executable_free");
    if (!executables || !executable_free) return Failure{Code::UnknownMap, "find map executables"};
    if (auto failure = fill_queue(state_.container_free, "container_free", state_.container_count)) return failure;
    if (auto failure = fill_queue(*executable_free, "executable_free", executables->max_entries)) return failure;
    constexpr __u64 kDayNs = 86400ULL * 1000000000;
    control->salt = options_.salt;
    control->tokens = options_.budget.capacity;
    control->hold_ms = 2000;
    control->orphan_after_ns = kDayNs;
  }
  control->host_mount_ns = options_.host_mount_ns;
  __atomic_store_n(&control->heartbeat_ns, boot_ns(), __ATOMIC_RELEASE);
  return {};
}

/* The agent's own container, where it runs in one, is never judged. */
Outcome KernelObject::exempt_agent() {
  __u32 index = 0;
  if (!options_.agent_cgroup) return {};
  return adopt_container(state_, options_.agent_cgroup, index, CONTAINER_EXEMPT);
}

Outcome KernelObject::pin_maps() {
  for (const char* kind : {"plan", "state"})
    if (auto failure = pins_.make_directory(pins_.directory(STASIS_ABI, kind))) return failure;
  std::vector<std::string> order;
  for (const auto& [name, view] : maps_)
    if (!kScratchMaps.count(name) && name != "control") order.push_back(name);
  order.push_back("control");
  for (const std::string& name : order) {
    if (adopted_.count(name) && loaded_.adopted_abi == STASIS_ABI) continue;
    const std::string path = pins_.directory(STASIS_ABI, kind_of(name)) + "/" + name;
    if (unlink(path.c_str()) && errno != ENOENT) return Failure{Code::Pin, "replace pin of map " + name, errno};
    if (bpf_obj_pin(maps_.at(name).fd, path.c_str())) return Failure{Code::Pin, "pin map " + name, errno};
  }
  return {};
}

Outcome KernelObject::attach() {
  for (const char* kind : {"link", "prog"})
    if (auto failure = pins_.make_directory(pins_.directory(STASIS_ABI, kind, loaded_.epoch))) return failure;
  bpf_program* program = nullptr;
  bpf_object__for_each_program(program, object_.get()) {
    const std::string name = bpf_program__name(program);
    const std::string path = pins_.directory(STASIS_ABI, "prog", loaded_.epoch) + "/" + name;
    if (bpf_obj_pin(bpf_program__fd(program), path.c_str())) return Failure{Code::Pin, "pin program " + name, errno};
    if (!starts_with(bpf_program__section_name(program), "tp_btf/")) continue; /* iterators run on demand */
    LinkHandle link(bpf_program__attach(program));
    if (!link) return Failure{Code::Attach, "attach program " + name, errno};
    const std::string pin = pins_.directory(STASIS_ABI, "link", loaded_.epoch) + "/" + name;
    if (bpf_link__pin(link.get(), pin.c_str())) return Failure{Code::Pin, "pin link of program " + name, errno};
    links_[name] = std::move(link);
  }
  return {};
}

/* From the store on, the new programs judge and the old ones return at once; both read the same tables. */
Outcome KernelObject::take_over() {
  __atomic_store_n(&state_.control->abi, static_cast<__u32>(STASIS_ABI), __ATOMIC_RELEASE);
  __atomic_store_n(&state_.control->active_epoch, loaded_.epoch, __ATOMIC_RELEASE);
  for (const unsigned version : pins_.versions()) {
    if (version != STASIS_ABI) {
      if (auto failure = pins_.remove_version(version)) return failure;
      continue;
    }
    for (const unsigned epoch : pins_.epochs(version))
      if (epoch != loaded_.epoch)
        if (auto failure = pins_.remove_epoch(version, epoch)) return failure;
  }
  return {};
}

}  // namespace stasis
