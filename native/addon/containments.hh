/* Freezing and thawing of containers, on the state maps alone. */
#pragma once
#include <pthread.h>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include "freezer.hh"
#include "state.hh"
#include "tasks.hh"
extern "C" {
#include "receipt.h"
}

namespace stasis {

/* Inherits priority: the JS thread may hold it when the real-time reflex thread wants it. */
class PriorityMutex {
 public:
  PriorityMutex() {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
    pthread_mutex_init(&mutex_, &attributes);
    pthread_mutexattr_destroy(&attributes);
  }
  ~PriorityMutex() { pthread_mutex_destroy(&mutex_); }
  PriorityMutex(const PriorityMutex&) = delete;
  PriorityMutex& operator=(const PriorityMutex&) = delete;
  void lock() { pthread_mutex_lock(&mutex_); }
  void unlock() { pthread_mutex_unlock(&mutex_); }

 private:
  pthread_mutex_t mutex_;
};

struct ReflexErrors {
  __u64 freezer_writes = 0; /* failed writes to a freezer */
  __u64 signals = 0;        /* failed signals */
  __u64 maps = 0;           /* failed reads or writes of state maps */
  int last_errno = 0;
};

/* A process that waits for the answer. */
struct Offender {
  __u32 tgid;
  hold held;
};

/* Not synchronised: the caller holds the lock that belongs to it (reflex and JS threads) or is alone (uninstall). */
class Containments {
 public:
  using Post = std::function<void(const receipt&)>;
  Containments(State& state, Post post) : state_(state), post_(std::move(post)), thawed_ns_(boot_ns()) {}

  /* Gives a container its freezer; freezes at once what waited for it. What another one holds is handed over without a gap. */
  Outcome watch(__u64 cgroup, Freezer freezer);
  /* Freezes container `index` if a hook (or a person) contained it and nobody did so yet. Never waits. */
  void begin(__u32 index) { begin(index, runtime_ns_ != 0); }
  /* begin() for every container; reports receipts whose figures changed; forgets freezers of containers that are gone. */
  void scan();
  /* Reads back due freezers, settles at most one container. Nanoseconds until the next is due, 0: nothing is pending. */
  __u64 poll(__u64 now);

  /* `by`: the held offender for whom it was granted, null: a person wants it. Contained already: nothing more to do. */
  Outcome freeze(__u64 cgroup, const Offender* by);
  /* Continues only those whom the hook stopped; succeeds when nothing is contained. */
  Outcome thaw(__u64 cgroup);
  /* Continues everybody whom the hook stopped, contained or not. */
  void continue_all();
  /* How long a runtime that was told to has for freezing a container before its freezer is written here; 0: that is done at once. */
  void leave_to_runtime(__u64 nanoseconds) { runtime_ns_ = nanoseconds; }
  /* Contained, but its freezer could not be opened or written. */
  __u32 unreachable() const { return unreachable_; }
  ReflexErrors& errors() { return errors_; }
  bool contained(__u64 cgroup) const;

 private:
  struct Watched {
    Freezer freezer;
    __u32 index;
  };
  struct Pending {
    __u64 cgroup;
    __u64 since_ns;
    __u64 due_ns;
    __u64 wait_ns;
    bool left; /* to the container's runtime */
  };
  struct Reported {
    __u64 cgroup;
    std::string state;
    __u32 calls_after, offender_calls, revocations;
    __u64 revoked_ns;
  };

  void begin(__u32 index, bool left);
  Freezer* freezer_of(__u32 index);
  bool settle(__u32 index, const Pending& pending);
  bool is_left_to_runtime(const Pending& pending, __u64 now) const { return pending.left && now - pending.since_ns < runtime_ns_; }
  void put_off(Pending& pending, __u64 now);
  void continue_strays();
  void continue_those(const std::function<bool(const stopped&)>& meant);
  void report(__u32 index, const std::string& text);
  void report_changes(__u32 index);
  bool still_frozen(__u32 index);
  void freeze_again(__u32 index);

  State& state_;
  Post post_;
  std::unordered_map<__u64, Watched> freezers_;
  std::unordered_map<__u32, Pending> pending_;
  std::unordered_map<__u32, Reported> reported_;
  std::unordered_set<__u32> seen_thawed_;
  ReflexErrors errors_;
  __u32 unreachable_ = 0;
  __u64 runtime_ns_ = 0;
  __u64 thawed_ns_; /* the last time; at first that of the start, for what the last agent left */
};

}  // namespace stasis
