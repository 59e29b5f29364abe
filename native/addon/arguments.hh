/* JavaScript values from and to ours. Called on: JS thread. */
#pragma once
#include <napi.h>
#include "failure.hh"
#include "object.hh"

namespace stasis {

/* Throws a KernelFailure; src/agent/kernel/kernel-error.ts makes a KernelError of it. */
void throw_failure(Napi::Env env, const Failure& failure);

/* Each throws and returns nothing when the argument is not of its kind. */
std::optional<std::string> string_argument(const Napi::CallbackInfo& info, size_t at);
std::optional<__u64> id_argument(const Napi::CallbackInfo& info, size_t at);
std::optional<__u32> number_argument(const Napi::CallbackInfo& info, size_t at);
std::optional<Napi::Buffer<char>> bytes_argument(const Napi::CallbackInfo& info, size_t at);

/* {pinRoot, runDirectory, maxProcesses, agentCgroup, hostMountNs, salt, capacity, perMinute} */
std::optional<LoadOptions> load_options(const Napi::CallbackInfo& info);

Napi::Value to_bigint(Napi::Env env, __u64 value);

}  // namespace stasis
