#include "kernel.hh"
#include <cstring>
#include "arguments.hh"
#include "containers.hh"

namespace stasis {
namespace {

constexpr const char* kNewsRing = "lifecycle"; /* the first of rings_ */

}  // namespace

Napi::Function Kernel::define(Napi::Env env) {
  return DefineClass(env, "Kernel",
                     {
                         InstanceMethod<&Kernel::loaded>("loaded"),
                         InstanceMethod<&Kernel::listen>("listen"),
                         InstanceMethod<&Kernel::adopt>("adopt"),
                         InstanceMethod<&Kernel::index_of>("indexOf"),
                         InstanceMethod<&Kernel::watch_freezer>("watchFreezer"),
                         InstanceMethod<&Kernel::freeze>("freeze"),
                         InstanceMethod<&Kernel::thaw>("thaw"),
                         InstanceMethod<&Kernel::answer_hold>("answerHold"),
                         InstanceMethod<&Kernel::release_waiting>("releaseWaiting"),
                         InstanceMethod<&Kernel::set_budget>("setBudget"),
                         InstanceMethod<&Kernel::leave_to_runtime>("leaveToRuntime"),
                         InstanceMethod<&Kernel::reflex_status>("reflexStatus"),
                         InstanceMethod<&Kernel::close>("close"),
                         InstanceMethod<&Kernel::map_sizes>("mapSizes"),
                         InstanceMethod<&Kernel::memory>("memory"),
                         InstanceMethod<&Kernel::lookup>("lookup"),
                         InstanceMethod<&Kernel::update>("update"),
                         InstanceMethod<&Kernel::remove>("remove"),
                         InstanceMethod<&Kernel::entries>("entries"),
                         InstanceMethod<&Kernel::sums>("sums"),
                         InstanceMethod<&Kernel::programs>("programs"),
                         InstanceMethod<&Kernel::count_runs>("countRuns"),
                         InstanceMethod<&Kernel::iterate>("iterate"),
                         InstanceMethod<&Kernel::wait_for_hooks>("waitForHooks"),
                     });
}

Kernel::Kernel(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Kernel>(info) {
  const auto options = load_options(info);
  if (!options) return;
  if (auto failure = start(info.Env(), *options)) {
    shut();
    throw_failure(info.Env(), *failure);
  }
}

Outcome Kernel::start(Napi::Env env, const LoadOptions& options) {
  if (auto failure = KernelObject::load(options, object_)) return failure;
  uv_loop_t* loop = nullptr;
  napi_get_uv_event_loop(env, &loop);
  wake_ = new uv_async_t;
  wake_->data = this;
  uv_async_init(loop, wake_, [](uv_async_t* handle) { static_cast<Kernel*>(handle->data)->deliver_receipts(); });
  uv_unref(reinterpret_cast<uv_handle_t*>(wake_)); /* the rings keep the process alive, once somebody listens */
  napi_add_env_cleanup_hook(env, end_with_environment, this);
  hooked_ = env;
  reflex_ = std::make_unique<Reflex>(object_->state(), object_->map("doorbells")->fd, [this] { uv_async_send(wake_); });
  reflex_->set_budget(options.budget);
  return reflex_->start();
}

void Kernel::end_with_environment(void* self) {
  static_cast<Kernel*>(self)->hooked_ = nullptr;
  static_cast<Kernel*>(self)->shut();
}

Kernel::~Kernel() { shut(); }

/* What is pinned stays; what this process holds goes. Views of memory stay valid as long as JavaScript keeps them. */
void Kernel::shut() {
  if (reflex_) reflex_->stop();
  rings_.clear();
  if (wake_) uv_close(reinterpret_cast<uv_handle_t*>(wake_), [](uv_handle_t* handle) { delete reinterpret_cast<uv_async_t*>(handle); });
  wake_ = nullptr;
  reflex_.reset();
  object_.reset();
  memory_.clear();
  counting_.reset();
  if (hooked_) napi_remove_env_cleanup_hook(hooked_, end_with_environment, this);
  hooked_ = nullptr;
}

bool Kernel::is_open(Info info) {
  if (object_) return true;
  throw_failure(info.Env(), Failure{Code::Closed, "use the kernel half"});
  return false;
}

Napi::Value Kernel::loaded(Info info) {
  if (!is_open(info)) return {};
  const LoadedState& loaded = object_->loaded();
  Napi::Object made = Napi::Object::New(info.Env());
  made.Set("adopted", loaded.adopted);
  made.Set("adoptedAbi", loaded.adopted_abi);
  made.Set("epoch", loaded.epoch);
  made.Set("maxProcesses", loaded.max_processes);
  return made;
}

void Kernel::listen(Info info) {
  if (!is_open(info)) return;
  if (!info[0].IsFunction() || !info[1].IsFunction() || !rings_.empty())
    return throw_failure(info.Env(), Failure{Code::Argument, "listen", 0, "wanted two functions, once"});
  on_batch_ = Napi::Persistent(info[0].As<Napi::Function>());
  on_receipts_ = Napi::Persistent(info[1].As<Napi::Function>());
  uv_loop_t* loop = nullptr;
  napi_get_uv_event_loop(info.Env(), &loop);
  for (const char* name : {kNewsRing, "findings"}) {
    auto reader = std::make_unique<RingReader>(name, this, [](void* self, RingReader& from) { static_cast<Kernel*>(self)->deliver(from); });
    if (auto failure = reader->start(loop, object_->map(name)->fd)) return throw_failure(info.Env(), *failure);
    rings_.push_back(std::move(reader));
  }
  Ref(); /* until close: the rings' handles point here */
  deliver_receipts();
}

/* A finding needs the news of its container, which came before it: so they are taken after it, and told before it. */
void Kernel::deliver(RingReader& reader) {
  const Napi::HandleScope scope(Env());
  const std::vector<char>& batch = reader.drain();
  if (batch.empty()) return;
  const auto name = Napi::String::New(Env(), reader.name());
  const auto copy = Napi::Buffer<char>::Copy(Env(), batch.data(), batch.size());
  if (reader.name() != kNewsRing) deliver(*rings_.front());
  if (!rings_.empty()) call(on_batch_, {name, copy}); /* the listener may have closed everything */
}

void Kernel::deliver_receipts() {
  if (!reflex_ || on_receipts_.IsEmpty()) return;
  const Napi::HandleScope scope(Env());
  const std::vector<receipt> taken = reflex_->take_receipts();
  if (taken.empty()) return;
  const auto* bytes = reinterpret_cast<const char*>(taken.data());
  call(on_receipts_, {Napi::Buffer<char>::Copy(Env(), bytes, taken.size() * sizeof(receipt))});
}

/* A listener that throws is a fault of the program, as in any event of Node. */
void Kernel::call(Napi::FunctionReference& function, std::initializer_list<napi_value> arguments) {
  function.MakeCallback(Env().Global(), arguments);
  if (Env().IsExceptionPending()) napi_fatal_exception(Env(), Env().GetAndClearPendingException().Value());
}

Napi::Value Kernel::adopt(Info info) {
  const auto cgroup = id_argument(info, 0);
  if (!cgroup || !is_open(info)) return {};
  __u32 index = 0;
  if (auto failure = adopt_container(object_->state(), *cgroup, index)) {
    throw_failure(info.Env(), *failure);
    return {};
  }
  return Napi::Number::New(info.Env(), index);
}

Napi::Value Kernel::index_of(Info info) {
  const auto cgroup = id_argument(info, 0);
  if (!cgroup || !is_open(info)) return {};
  return Napi::Number::New(info.Env(), object_->state().index_of(*cgroup));
}

void Kernel::watch_freezer(Info info) {
  const auto cgroup = id_argument(info, 0);
  const auto version = cgroup ? number_argument(info, 1) : std::nullopt;
  const auto directory = version ? string_argument(info, 2) : std::nullopt;
  if (!directory || !is_open(info)) return;
  Freezer freezer;
  if (auto failure = Freezer::open_directory(static_cast<int>(*version), *directory, freezer)) return throw_failure(info.Env(), *failure);
  if (auto failure = reflex_->watch(*cgroup, std::move(freezer))) throw_failure(info.Env(), *failure);
}

void Kernel::freeze(Info info) {
  const auto cgroup = id_argument(info, 0);
  if (!cgroup || !is_open(info)) return;
  if (auto failure = reflex_->freeze(*cgroup)) throw_failure(info.Env(), *failure);
}

void Kernel::thaw(Info info) {
  const auto cgroup = id_argument(info, 0);
  if (!cgroup || !is_open(info)) return;
  if (auto failure = reflex_->thaw(*cgroup)) throw_failure(info.Env(), *failure);
}

void Kernel::answer_hold(Info info) {
  const auto tgid = number_argument(info, 0);
  if (!tgid || !is_open(info)) return;
  if (auto failure = reflex_->answer(*tgid, info[1].ToBoolean())) throw_failure(info.Env(), *failure);
}

void Kernel::release_waiting(Info info) {
  const auto cgroup = id_argument(info, 0);
  if (!cgroup || !is_open(info)) return;
  if (auto failure = reflex_->release_waiting(*cgroup)) throw_failure(info.Env(), *failure);
}

void Kernel::set_budget(Info info) {
  const auto capacity = number_argument(info, 0);
  const auto per_minute = capacity ? number_argument(info, 1) : std::nullopt;
  if (!per_minute || !is_open(info)) return;
  reflex_->set_budget({*capacity, *per_minute});
}

void Kernel::leave_to_runtime(Info info) {
  const auto milliseconds = number_argument(info, 0);
  if (milliseconds && is_open(info)) reflex_->leave_to_runtime(*milliseconds * 1000000ULL);
}

Napi::Value Kernel::reflex_status(Info info) {
  if (!is_open(info)) return {};
  const ReflexStatus status = reflex_->status();
  const Napi::Env env = info.Env();
  Napi::Object made = Napi::Object::New(env);
  made.Set("realTime", status.real_time);
  made.Set("unreachable", status.unreachable);
  made.Set("droppedReceipts", static_cast<double>(status.dropped_receipts));
  made.Set("failedFreezerWrites", static_cast<double>(status.errors.freezer_writes));
  made.Set("failedSignals", static_cast<double>(status.errors.signals));
  made.Set("failedMapCalls", static_cast<double>(status.errors.maps));
  made.Set("lastErrno", status.errors.last_errno);
  return made;
}

void Kernel::close(Info) {
  if (!object_) return;
  const bool listening = !rings_.empty();
  shut();
  on_batch_.Reset();
  on_receipts_.Reset();
  if (listening) Unref();
}

}  // namespace stasis
