/* Rings that JavaScript reads: one buffer per wake-up, records back to back. Called on: JS thread. */
#pragma once
#include <napi.h>
#include <uv.h>
#include <memory>
#include <string>
#include <vector>
#include "failure.hh"
#include "handle.hh"

namespace stasis {

class RingReader {
 public:
  using Deliver = void (*)(void* owner, RingReader& reader);
  RingReader(std::string name, void* owner, Deliver deliver) : name_(std::move(name)), owner_(owner), deliver_(deliver) {}
  ~RingReader() { stop(); }
  RingReader(const RingReader&) = delete;
  RingReader& operator=(const RingReader&) = delete;

  Outcome start(uv_loop_t* loop, int map);
  void stop();
  /* Takes what is there, but not much more than kBatchBytes, so that a flood leaves the loop its turn. */
  std::vector<char>& drain();
  const std::string& name() const { return name_; }

 private:
  static constexpr size_t kBatchBytes = 256 << 10;
  static int on_record(void* self, void* record, size_t size);

  std::string name_;
  void* owner_;
  Deliver deliver_;
  RingHandle ring_;
  uv_poll_t* poll_ = nullptr;
  std::vector<char> batch_;
};

}  // namespace stasis
