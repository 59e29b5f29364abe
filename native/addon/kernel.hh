/* The addon's one class: the kernel half of one agent, as JavaScript holds it. All methods are called on the JS thread. */
#pragma once
#include <napi.h>
#include <map>
#include <memory>
#include "object.hh"
#include "programs.hh"
#include "reflex.hh"
#include "rings.hh"

namespace stasis {

class Kernel : public Napi::ObjectWrap<Kernel> {
 public:
  static Napi::Function define(Napi::Env env);
  explicit Kernel(const Napi::CallbackInfo& info);
  ~Kernel() override;

 private:
  using Info = const Napi::CallbackInfo&;
  /* kernel.cc: life, containers, freezing */
  Napi::Value loaded(Info info);
  void listen(Info info);
  Napi::Value adopt(Info info);
  Napi::Value index_of(Info info);
  void watch_freezer(Info info);
  void freeze(Info info);
  void thaw(Info info);
  void answer_hold(Info info);
  void release_waiting(Info info);
  void set_budget(Info info);
  void leave_to_runtime(Info info);
  Napi::Value reflex_status(Info info);
  void close(Info info);
  /* kernel-tables.cc: maps and programs */
  Napi::Value map_sizes(Info info);
  Napi::Value memory(Info info);
  Napi::Value lookup(Info info);
  void update(Info info);
  Napi::Value remove(Info info);
  Napi::Value entries(Info info);
  Napi::Value sums(Info info);
  Napi::Value programs(Info info);
  void count_runs(Info info);
  Napi::Value iterate(Info info);
  Napi::Value wait_for_hooks(Info info);

  Outcome start(Napi::Env env, const LoadOptions& options);
  static void end_with_environment(void* self);
  void shut();
  bool is_open(Info info);
  const MapView* map_argument(Info info);
  void deliver(RingReader& reader);
  void deliver_receipts();
  void call(Napi::FunctionReference& function, std::initializer_list<napi_value> arguments);

  std::unique_ptr<KernelObject> object_;
  std::unique_ptr<Reflex> reflex_; /* after object_: its thread uses the object's maps */
  std::vector<std::unique_ptr<RingReader>> rings_;
  std::map<std::string, Napi::Reference<Napi::ArrayBuffer>> memory_;
  uv_async_t* wake_ = nullptr;
  Napi::FunctionReference on_batch_, on_receipts_;
  Fd counting_;
  napi_env hooked_ = nullptr;
};

}  // namespace stasis
