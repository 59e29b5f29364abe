/* Maps as bytes: what is in them is known to TypeScript, which fills and reads them. */
#include <cerrno>
#include <cstring>
#include "arguments.hh"
#include "kernel.hh"

namespace stasis {
namespace {

bool whole_records(const Napi::Buffer<char>& bytes, __u32 size) { return size && bytes.Length() % size == 0; } /* size 0: a ring */

Failure wrong_size(const char* operation) { return Failure{Code::Argument, operation, 0, "wanted whole records of the map's sizes"}; }

/* Waits on a thread of the pool, so that the JS thread goes on. */
class Waiter : public Napi::AsyncWorker {
 public:
  explicit Waiter(Napi::Env env) : Napi::AsyncWorker(env), deferred_(Napi::Promise::Deferred::New(env)) {}
  Napi::Promise promise() const { return deferred_.Promise(); }

 protected:
  void Execute() override { failure_ = stasis::wait_for_hooks(); }
  void OnOK() override {
    if (!failure_) return deferred_.Resolve(Env().Undefined());
    throw_failure(Env(), *failure_);
    deferred_.Reject(Env().GetAndClearPendingException().Value());
  }

 private:
  Napi::Promise::Deferred deferred_;
  Outcome failure_;
};

}  // namespace

const MapView* Kernel::map_argument(Info info) {
  const auto name = string_argument(info, 0);
  if (!name || !is_open(info)) return nullptr;
  const MapView* map = object_->map(*name);
  if (!map) throw_failure(info.Env(), Failure{Code::UnknownMap, "find map " + *name});
  return map;
}

Napi::Value Kernel::map_sizes(Info info) {
  const MapView* map = map_argument(info);
  if (!map) return {};
  Napi::Object made = Napi::Object::New(info.Env());
  made.Set("key", map->key_size);
  made.Set("value", map->value_size);
  made.Set("entries", map->max_entries);
  return made;
}

/* The map's own memory. The view keeps the mapping, so it may outlive this object. */
Napi::Value Kernel::memory(Info info) {
  const MapView* map = map_argument(info);
  if (!map) return {};
  const std::string name = info[0].As<Napi::String>().Utf8Value();
  const auto known = memory_.find(name);
  if (known != memory_.end() && !known->second.Value().IsEmpty()) return known->second.Value();
  std::shared_ptr<Mapping> mapping;
  if (auto failure = map_memory(*map, name, mapping)) {
    throw_failure(info.Env(), *failure);
    return {};
  }
  auto* kept = new std::shared_ptr<Mapping>(mapping);
  auto view = Napi::ArrayBuffer::New(
      info.Env(), mapping->data(), mapping->size(), [](Napi::BasicEnv, void*, std::shared_ptr<Mapping>* hint) { delete hint; }, kept);
  memory_[name] = Napi::Weak(view);
  return view;
}

Napi::Value Kernel::lookup(Info info) {
  const MapView* map = map_argument(info);
  const auto key = map ? bytes_argument(info, 1) : std::nullopt;
  if (!key) return {};
  if (key->Length() != map->key_size) {
    throw_failure(info.Env(), wrong_size("look up in map"));
    return {};
  }
  std::vector<char> value(map->value_size);
  if (!bpf_map_lookup_elem(map->fd, key->Data(), value.data())) return Napi::Buffer<char>::Copy(info.Env(), value.data(), value.size());
  if (errno != ENOENT) throw_failure(info.Env(), Failure{Code::Map, "look up in map", errno});
  return info.Env().Undefined();
}

void Kernel::update(Info info) {
  const MapView* map = map_argument(info);
  const auto keys = map ? bytes_argument(info, 1) : std::nullopt;
  const auto values = keys ? bytes_argument(info, 2) : std::nullopt;
  if (!values) return;
  const size_t count = map->value_size ? values->Length() / map->value_size : 0;
  if (!whole_records(*values, map->value_size) || keys->Length() != count * map->key_size)
    return throw_failure(info.Env(), wrong_size("update map"));
  for (size_t at = 0; at < count; at++) {
    const char* key = map->key_size ? keys->Data() + at * map->key_size : nullptr; /* queues have none */
    if (bpf_map_update_elem(map->fd, key, values->Data() + at * map->value_size, BPF_ANY))
      return throw_failure(info.Env(), Failure{Code::Map, "update map", errno});
  }
}

/* How many of the keys were there. */
Napi::Value Kernel::remove(Info info) {
  const MapView* map = map_argument(info);
  const auto keys = map ? bytes_argument(info, 1) : std::nullopt;
  if (!keys) return {};
  if (!whole_records(*keys, map->key_size)) {
    throw_failure(info.Env(), wrong_size("remove from map"));
    return {};
  }
  __u32 removed = 0;
  for (size_t at = 0; at < keys->Length() / map->key_size; at++) removed += !bpf_map_delete_elem(map->fd, keys->Data() + at * map->key_size);
  return Napi::Number::New(info.Env(), removed);
}

Napi::Value Kernel::entries(Info info) {
  const MapView* map = map_argument(info);
  if (!map) return {};
  Entries found;
  if (auto failure = read_entries(*map, info[0].As<Napi::String>().Utf8Value(), found)) {
    throw_failure(info.Env(), *failure);
    return {};
  }
  Napi::Object made = Napi::Object::New(info.Env());
  made.Set("count", found.count);
  made.Set("keys", Napi::Buffer<char>::Copy(info.Env(), found.keys.data(), found.keys.size()));
  made.Set("values", Napi::Buffer<char>::Copy(info.Env(), found.values.data(), found.values.size()));
  return made;
}

/* A per-CPU array of 64-bit counts, summed over the CPUs. */
Napi::Value Kernel::sums(Info info) {
  const MapView* map = map_argument(info);
  const int cpus = libbpf_num_possible_cpus();
  if (!map) return {};
  if (map->type != BPF_MAP_TYPE_PERCPU_ARRAY || map->value_size != sizeof(__u64) || cpus < 1) {
    throw_failure(info.Env(), wrong_size("sum map"));
    return {};
  }
  std::vector<__u64> sums(map->max_entries), values(static_cast<size_t>(cpus));
  for (__u32 at = 0; at < map->max_entries; at++) {
    if (bpf_map_lookup_elem(map->fd, &at, values.data())) continue;
    for (const __u64 value : values) sums[at] += value;
  }
  return Napi::Buffer<char>::Copy(info.Env(), reinterpret_cast<const char*>(sums.data()), sums.size() * sizeof(__u64));
}

Napi::Value Kernel::programs(Info info) {
  if (!is_open(info)) return {};
  std::vector<ProgramFigures> figures;
  if (auto failure = program_figures(object_->object(), figures)) {
    throw_failure(info.Env(), *failure);
    return {};
  }
  Napi::Array made = Napi::Array::New(info.Env(), figures.size());
  for (__u32 at = 0; at < figures.size(); at++) {
    Napi::Object one = Napi::Object::New(info.Env());
    one.Set("name", figures[at].name);
    one.Set("runs", to_bigint(info.Env(), figures[at].runs));
    one.Set("runNs", to_bigint(info.Env(), figures[at].run_ns));
    one.Set("recursionMisses", to_bigint(info.Env(), figures[at].recursion_misses));
    one.Set("verifiedInstructions", figures[at].verified_instructions);
    made[at] = one;
  }
  return made;
}

void Kernel::count_runs(Info info) {
  if (!is_open(info)) return;
  counting_.reset();
  if (!info[0].ToBoolean()) return;
  if (auto failure = stasis::count_runs(counting_)) throw_failure(info.Env(), *failure);
}

/* Runs an iterator with a request and carries out the orders it writes; how many reached their process. */
Napi::Value Kernel::iterate(Info info) {
  const auto name = string_argument(info, 0);
  const auto cgroup = name ? id_argument(info, 1) : std::nullopt;
  if (!cgroup || !is_open(info)) return {};
  const MapView* requests = object_->map("iter_request");
  const __u32 first = 0;
  iter_request request = {};
  request.cgroup = *cgroup;
  std::vector<char> output;
  Outcome failure;
  if (!requests || requests->value_size != sizeof request || bpf_map_update_elem(requests->fd, &first, &request, BPF_ANY))
    failure = Failure{Code::Iterator, "request iterator " + *name, errno};
  if (!failure) failure = run_iterator(object_->object(), *name, output);
  if (failure) {
    throw_failure(info.Env(), *failure);
    return {};
  }
  return Napi::Number::New(info.Env(), deliver_orders(object_->state(), output));
}

Napi::Value Kernel::wait_for_hooks(Info info) {
  if (!is_open(info)) return {};
  auto* waiter = new Waiter(info.Env());
  const Napi::Promise promise = waiter->promise();
  waiter->Queue();
  return promise;
}

}  // namespace stasis
