/* The module: the Kernel class, and what needs no loaded object. */
#include <napi.h>
#include "arguments.hh"
#include "kernel.hh"

namespace stasis {
namespace {

/* uninstall(pinRoot, runDirectory): thaws, detaches and removes everything. Called on: JS thread; blocks until it is done. */
void remove_everything(const Napi::CallbackInfo& info) {
  const auto pin_root = string_argument(info, 0);
  const auto run_directory = pin_root ? string_argument(info, 1) : std::nullopt;
  if (!run_directory) return;
  if (auto failure = uninstall(*pin_root, *run_directory)) throw_failure(info.Env(), *failure);
}

Napi::Object start(Napi::Env env, Napi::Object exports) {
  exports.Set("Kernel", Kernel::define(env));
  exports.Set("uninstall", Napi::Function::New(env, remove_everything, "uninstall"));
  exports.Set("abi", STASIS_ABI);
  return exports;
}

}  // namespace
}  // namespace stasis

static Napi::Object start_module(Napi::Env env, Napi::Object exports) { return stasis::start(env, exports); }
NODE_API_MODULE(stasis, start_module)
