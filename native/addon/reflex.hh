/* The thread that freezes: needs neither the JS thread nor memory that it holds. */
#pragma once
#include <uv.h>
#include <atomic>
#include <deque>
#include <functional>
#include <thread>
#include "containments.hh"
#include "holds.hh"

namespace stasis {

/* Freezes that this node may begin: `capacity` at once, `per_minute` given back. Rate 0: no limit. */
struct Budget {
  __u32 capacity = 10;
  __u32 per_minute = 10;
};

struct ReflexStatus {
  bool real_time;       /* SCHED_FIFO; else nice -20 or what was allowed */
  __u32 unreachable;    /* contained, but their freezer cannot be written */
  __u64 dropped_receipts;
  ReflexErrors errors;
};

class Reflex {
 public:
  /* `wake` is called on the reflex thread when receipts are there to be taken; it must not block. */
  Reflex(State& state, int doorbells, std::function<void()> wake);
  ~Reflex();
  Reflex(const Reflex&) = delete;
  Reflex& operator=(const Reflex&) = delete;

  Outcome start();
  /* Ends the thread and gives all who are held their fallback; idempotent. Blocks for milliseconds. */
  void stop();

  /* Called on: JS thread. Each takes effect before it returns. */
  Outcome watch(__u64 cgroup, Freezer freezer);
  Outcome freeze(__u64 cgroup);
  Outcome thaw(__u64 cgroup);
  Outcome answer(__u32 tgid, bool granted);
  Outcome release_waiting(__u64 cgroup);
  void set_budget(Budget budget);
  void leave_to_runtime(__u64 nanoseconds);
  ReflexStatus status();
  std::vector<receipt> take_receipts();

 private:
  static int on_doorbell(void* self, void* record, size_t size);
  void run();
  void wait(__u64 nanoseconds);
  void drain_doorbells();
  void tick();
  void refill(__u64 now);
  void post(const receipt& one);
  void nudge();

  State& state_;
  int doorbells_;
  std::function<void()> wake_;

  PriorityMutex lock_; /* guards containments_, holds_, budget_ */
  Containments containments_;
  Holds holds_;
  Budget budget_;
  __u64 refilled_ns_ = 0;

  PriorityMutex receipts_lock_; /* guards receipts_ and dropped_; held for one push or swap */
  std::deque<receipt> receipts_;
  __u64 dropped_ = 0;

  Fd epoll_, event_, timer_;
  RingHandle ring_;
  std::vector<__u64> rung_; /* reflex thread only */
  std::atomic<bool> stopping_{false};
  std::atomic<bool> real_time_{false};
  std::thread thread_;
};

}  // namespace stasis
