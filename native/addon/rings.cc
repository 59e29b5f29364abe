#include "rings.hh"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include "abi.hh"

namespace stasis {

Outcome RingReader::start(uv_loop_t* loop, int map) {
  ring_.reset(ring_buffer__new(map, on_record, this, nullptr));
  if (!ring_) return Failure{Code::Ring, "open ring " + name_, errno};
  poll_ = new uv_poll_t;
  poll_->data = this;
  if (const int failed = uv_poll_init(loop, poll_, ring_buffer__epoll_fd(ring_.get()))) {
    delete poll_;
    poll_ = nullptr;
    return Failure{Code::Ring, "watch ring " + name_, -failed};
  }
  uv_poll_start(poll_, UV_READABLE, [](uv_poll_t* handle, int, int) {
    auto* self = static_cast<RingReader*>(handle->data);
    self->deliver_(self->owner_, *self);
  });
  return {};
}

void RingReader::stop() {
  if (!poll_) return;
  uv_poll_stop(poll_);
  uv_close(reinterpret_cast<uv_handle_t*>(poll_), [](uv_handle_t* handle) { delete reinterpret_cast<uv_poll_t*>(handle); });
  poll_ = nullptr;
  ring_.reset();
}

/* The size in the record's header counts: what was reserved may be longer. */
int RingReader::on_record(void* self, void* record, size_t size) {
  event_header header;
  auto& batch = static_cast<RingReader*>(self)->batch_;
  if (size < sizeof header) return 0;
  memcpy(&header, record, sizeof header);
  const size_t length = header.size >= sizeof header ? std::min<size_t>(header.size, size) : size;
  const char* bytes = static_cast<const char*>(record);
  batch.insert(batch.end(), bytes, bytes + length);
  return batch.size() >= kBatchBytes ? -1 : 0; /* the rest stays in the ring, and the poll fires again */
}

std::vector<char>& RingReader::drain() {
  batch_.clear();
  if (ring_) ring_buffer__consume(ring_.get());
  return batch_;
}

}  // namespace stasis
