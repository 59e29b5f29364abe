#include "arguments.hh"
#include <cstring>

namespace stasis {
namespace {

void refuse(const Napi::CallbackInfo& info, size_t at, const char* wanted) {
  throw_failure(info.Env(), Failure{Code::Argument, "read argument " + std::to_string(at + 1), 0, std::string("wanted ") + wanted});
}

bool read_id(const Napi::Value& value, __u64& made) {
  bool lossless = false;
  if (!value.IsBigInt()) return false;
  made = value.As<Napi::BigInt>().Uint64Value(&lossless);
  return lossless;
}

bool read_number(const Napi::Value& value, __u32& made) {
  if (!value.IsNumber()) return false;
  const double number = value.As<Napi::Number>().DoubleValue();
  if (!(number >= 0 && number <= 0xffffffffU)) return false;
  made = static_cast<__u32>(number);
  return true;
}

bool read_text(const Napi::Value& value, std::string& made) {
  if (!value.IsString()) return false;
  made = value.As<Napi::String>().Utf8Value();
  return made.find('\0') == std::string::npos && !made.empty();
}

}  // namespace

void throw_failure(Napi::Env env, const Failure& failure) {
  Napi::Error error = Napi::Error::New(env, failure.operation);
  error.Set("code", code_name(failure.code));
  error.Set("operation", failure.operation);
  error.Set("errno", Napi::Number::New(env, failure.error));
  error.Set("reason", failure.error ? strerror(failure.error) : "");
  error.Set("detail", failure.detail);
  error.ThrowAsJavaScriptException();
}

std::optional<std::string> string_argument(const Napi::CallbackInfo& info, size_t at) {
  std::string made;
  if (read_text(info[at], made)) return made;
  refuse(info, at, "a string");
  return {};
}

std::optional<__u64> id_argument(const Napi::CallbackInfo& info, size_t at) {
  __u64 made = 0;
  if (read_id(info[at], made)) return made;
  refuse(info, at, "a bigint of 64 bits");
  return {};
}

std::optional<__u32> number_argument(const Napi::CallbackInfo& info, size_t at) {
  __u32 made = 0;
  if (read_number(info[at], made)) return made;
  refuse(info, at, "a number of 32 bits");
  return {};
}

std::optional<Napi::Buffer<char>> bytes_argument(const Napi::CallbackInfo& info, size_t at) {
  if (info[at].IsBuffer()) return info[at].As<Napi::Buffer<char>>();
  refuse(info, at, "a Buffer");
  return {};
}

std::optional<LoadOptions> load_options(const Napi::CallbackInfo& info) {
  LoadOptions made;
  if (info[0].IsObject()) {
    const Napi::Object from = info[0].As<Napi::Object>();
    const bool read = read_text(from.Get("pinRoot"), made.pin_root) && read_text(from.Get("runDirectory"), made.run_directory) &&
                      read_number(from.Get("maxProcesses"), made.max_processes) && read_id(from.Get("agentCgroup"), made.agent_cgroup) &&
                      read_id(from.Get("hostMountNs"), made.host_mount_ns) && read_id(from.Get("salt"), made.salt) &&
                      read_number(from.Get("capacity"), made.budget.capacity) && read_number(from.Get("perMinute"), made.budget.per_minute);
    if (read && made.max_processes) return made;
  }
  refuse(info, 0, "the options of a kernel object");
  return {};
}

Napi::Value to_bigint(Napi::Env env, __u64 value) { return Napi::BigInt::New(env, static_cast<uint64_t>(value)); }

}  // namespace stasis
