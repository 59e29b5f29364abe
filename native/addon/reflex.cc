#include "reflex.hh"
#include <sched.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include "programs.hh"

namespace stasis {
namespace {

constexpr __u64 kTickNs = 100000000;
constexpr size_t kMaxReceipts = 1024;
constexpr int kPriority = 50;
constexpr __s64 kUnlimited = 1LL << 60;
constexpr __u64 kEverybody = ~0ULL; /* a time after every deadline */

void add_to(int epoll, int fd) {
  epoll_event event = {};
  event.events = EPOLLIN;
  event.data.fd = fd;
  epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

bool raise_priority() {
  prctl(PR_SET_NAME, "stasis-reflex");
  prctl(PR_SET_TIMERSLACK, 1000UL); /* matters only without SCHED_FIFO */
  const sched_param wanted = {kPriority};
  if (!pthread_setschedparam(pthread_self(), SCHED_FIFO, &wanted)) return true;
  setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), -20);
  return false;
}

}  // namespace

Reflex::Reflex(State& state, int doorbells, std::function<void()> wake)
    : state_(state), doorbells_(doorbells), wake_(std::move(wake)),
      containments_(state, [this](const receipt& one) { post(one); }), holds_(state, containments_) {}

Reflex::~Reflex() { stop(); }

Outcome Reflex::start() {
  epoll_ = Fd(epoll_create1(EPOLL_CLOEXEC));
  event_ = Fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  timer_ = Fd(timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK));
  if (!epoll_ || !event_ || !timer_) return Failure{Code::Ring, "open the reflex thread's descriptors", errno};
  ring_.reset(ring_buffer__new(doorbells_, on_doorbell, this, nullptr));
  if (!ring_) return Failure{Code::Ring, "open ring doorbells", errno};
  itimerspec every = {};
  every.it_value.tv_nsec = every.it_interval.tv_nsec = static_cast<long>(kTickNs);
  timerfd_settime(timer_.get(), 0, &every, nullptr);
  for (const int fd : {event_.get(), timer_.get(), ring_buffer__epoll_fd(ring_.get())}) add_to(epoll_.get(), fd);
  __atomic_store_n(&state_.control->heartbeat_ns, boot_ns(), __ATOMIC_RELEASE);
  thread_ = std::thread([this] { run(); });
  return {};
}

void Reflex::stop() {
  if (!thread_.joinable()) return;
  stopping_ = true;
  nudge();
  thread_.join();
  /* Hooks that begin from here on find nobody to ask; those that are under way are waited for; then nobody is left behind. */
  constexpr __u64 kDead = HEARTBEAT_STALE_NS + 1; /* but not for long: then actions would fall to Alert */
  const __u64 now = boot_ns();
  __atomic_store_n(&state_.control->heartbeat_ns, now > kDead ? now - kDead : 1, __ATOMIC_SEQ_CST);
  if (wait_for_hooks()) return; /* the next agent finds them */
  const std::lock_guard guard(lock_);
  holds_.sweep(kEverybody);
}

void Reflex::nudge() {
  const __u64 one = 1;
  if (write(event_.get(), &one, sizeof one) < 0) return; /* full: the thread is woken already */
}

/* Called on: reflex thread, all below up to post(). */
void Reflex::run() {
  real_time_ = raise_priority();
  __u64 wait_ns = 0;
  tick();
  while (!stopping_) {
    {
      const std::lock_guard guard(lock_);
      wait_ns = containments_.poll(boot_ns());
    }
    wait(wait_ns);
    drain_doorbells();
    __u64 expirations = 0;
    if (read(timer_.get(), &expirations, sizeof expirations) > 0) tick();
  }
}

/* Sleeps until a descriptor is ready, or for so long; 0: without limit. */
void Reflex::wait(__u64 nanoseconds) {
  epoll_event events[3];
  timespec limit = {static_cast<time_t>(nanoseconds / 1000000000), static_cast<long>(nanoseconds % 1000000000)};
  syscall(SYS_epoll_pwait2, epoll_.get(), events, 3, nanoseconds ? &limit : nullptr, nullptr, 0);
  __u64 nudges = 0;
  if (read(event_.get(), &nudges, sizeof nudges) < 0) return;
}

int Reflex::on_doorbell(void* self, void* record, size_t size) {
  doorbell bell = {};
  if (size < sizeof bell) return 0;
  memcpy(&bell, record, sizeof bell);
  if (!bell.hold) static_cast<Reflex*>(self)->rung_.push_back(bell.cgroup);
  return 0;
}

void Reflex::drain_doorbells() {
  rung_.clear();
  ring_buffer__consume(ring_.get());
  if (rung_.empty()) return;
  const std::lock_guard guard(lock_);
  for (const __u64 cgroup : rung_)
    if (const __u32 index = state_.index_of(cgroup)) containments_.begin(index);
}

void Reflex::tick() {
  const __u64 now = boot_ns();
  __atomic_store_n(&state_.control->heartbeat_ns, now, __ATOMIC_RELEASE);
  const std::lock_guard guard(lock_);
  refill(now);
  containments_.scan();
  holds_.sweep(now);
}

void Reflex::refill(__u64 now) {
  constexpr __u64 kMinuteNs = 60000000000;
  const __s64 capacity = budget_.per_minute ? budget_.capacity : kUnlimited;
  const __s64 level = __atomic_load_n(&state_.control->tokens, __ATOMIC_ACQUIRE);
  const __u64 interval = budget_.per_minute ? kMinuteNs / budget_.per_minute : 0;
  if (!refilled_ns_) refilled_ns_ = now;
  const __u64 due = interval ? (now - refilled_ns_) / interval : 0;
  refilled_ns_ = interval ? refilled_ns_ + due * interval : now;
  const __s64 room = capacity - level;
  const __s64 add = interval && room > 0 ? std::min(static_cast<__s64>(due), room) : room;
  if (!add) return;
  __atomic_add_fetch(&state_.control->tokens, add, __ATOMIC_ACQ_REL); /* hooks take tokens at the same time */
}

void Reflex::post(const receipt& one) {
  {
    const std::lock_guard guard(receipts_lock_);
    if (receipts_.size() >= kMaxReceipts) {
      dropped_++;
      return;
    }
    receipts_.push_back(one);
  }
  wake_();
}

Outcome Reflex::watch(__u64 cgroup, Freezer freezer) {
  Outcome outcome;
  {
    const std::lock_guard guard(lock_);
    outcome = containments_.watch(cgroup, std::move(freezer));
  }
  nudge();
  return outcome;
}

Outcome Reflex::freeze(__u64 cgroup) {
  Outcome outcome;
  {
    const std::lock_guard guard(lock_);
    outcome = containments_.freeze(cgroup, nullptr);
  }
  nudge();
  return outcome;
}

Outcome Reflex::thaw(__u64 cgroup) {
  const std::lock_guard guard(lock_);
  return containments_.thaw(cgroup);
}

Outcome Reflex::answer(__u32 tgid, bool granted) {
  Outcome outcome;
  {
    const std::lock_guard guard(lock_);
    outcome = holds_.answer(tgid, granted);
  }
  nudge();
  return outcome;
}

Outcome Reflex::release_waiting(__u64 cgroup) {
  const std::lock_guard guard(lock_);
  return holds_.release_waiting(cgroup);
}

void Reflex::set_budget(Budget budget) {
  const std::lock_guard guard(lock_);
  budget_ = budget;
  /* A new limit holds at once, not at the next tick; a level above it is cut, one below it is left as it is. */
  refill(boot_ns());
}

void Reflex::leave_to_runtime(__u64 nanoseconds) {
  const std::lock_guard guard(lock_);
  containments_.leave_to_runtime(nanoseconds);
}

ReflexStatus Reflex::status() {
  ReflexStatus made = {};
  {
    const std::lock_guard guard(lock_);
    made.unreachable = containments_.unreachable();
    made.errors = containments_.errors();
  }
  const std::lock_guard guard(receipts_lock_);
  made.real_time = real_time_;
  made.dropped_receipts = dropped_;
  return made;
}

std::vector<receipt> Reflex::take_receipts() {
  const std::lock_guard guard(receipts_lock_);
  std::vector<receipt> taken(receipts_.begin(), receipts_.end());
  receipts_.clear();
  return taken;
}

}  // namespace stasis
