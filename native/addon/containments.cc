#include "containments.hh"
#include <signal.h>
#include <algorithm>
#include <cerrno>
#include <cstring>

namespace stasis {
namespace {

constexpr __u64 kFirstWaitNs = 20000;         /* polling without sleep starves the task that has to reach the freezer */
constexpr __u64 kLongWaitNs = 1000000;
constexpr __u64 kSlowAfterNs = 1000000000;    /* something inside sleeps uninterruptibly: it executes nothing, so look less often */
constexpr __u64 kSlowWaitNs = 50000000;
constexpr __u64 kStraysForNs = 1000000000;

template <typename T>
T load(const T& field) { return __atomic_load_n(&field, __ATOMIC_ACQUIRE); }

}  // namespace

bool Containments::contained(__u64 cgroup) const {
  const __u32 index = state_.index_of(cgroup);
  return index && load(state_.contained[index].state) != CONTAINMENT_NONE;
}

/* On hybrid hosts the v1 freezer is used, because a runtime reads that one before it execs into the container. */
Freezer* Containments::freezer_of(__u32 index) {
  const __u64 cgroup = load(state_.containers[index].cgroup), v1 = load(state_.containers[index].freezer_cgroup);
  const auto known = freezers_.find(cgroup);
  if (known != freezers_.end()) return &known->second.freezer;
  Freezer opened;
  if (v1 ? Freezer::open_id(1, v1, opened) : Freezer::open_id(2, cgroup, opened)) return nullptr;
  return &freezers_.insert_or_assign(cgroup, Watched{std::move(opened), index}).first->second.freezer;
}

Outcome Containments::watch(__u64 cgroup, Freezer freezer) {
  const __u32 index = state_.index_of(cgroup);
  if (!index) return Failure{Code::UnknownCgroup, "watch freezer of cgroup " + std::to_string(cgroup)};
  const __u64 own = load(state_.containers[index].cgroup);
  const bool held = contained(own);
  /* What the state named until now may be what holds it: the new one has to hold it before that lets go. */
  Freezer* last = held ? freezer_of(index) : nullptr;
  const bool other = last && last->cgroup() != freezer.cgroup();
  const auto waiting = pending_.find(index);
  const bool left = waiting != pending_.end() && is_left_to_runtime(waiting->second, boot_ns());
  if (const int error = held && !left ? freezer.freeze() : 0) return Failure{Code::Freezer, "freeze cgroup " + std::to_string(own), error};
  if (other && last->thaw()) errors_.freezer_writes++;
  /* The next agent, and uninstalling, find the freezer by this id. What the hook learned from the first program stands. */
  struct container& container = state_.containers[index];
  const bool learned = load(container.flags) & CONTAINER_ROOT_KNOWN && load(container.freezer_cgroup);
  if (!learned) __atomic_store_n(&container.freezer_cgroup, freezer.version() == 1 ? freezer.cgroup() : 0, __ATOMIC_RELEASE);
  freezers_.insert_or_assign(own, Watched{std::move(freezer), index});
  begin(index);
  return {};
}

void Containments::begin(__u32 index, bool left) {
  const __u64 cgroup = load(state_.containers[index].cgroup);
  if (!cgroup || load(state_.contained[index].state) != CONTAINMENT_HIT) return;
  const __u64 now = boot_ns();
  const auto [found, fresh] = pending_.try_emplace(index, Pending{cgroup, now, 0, kFirstWaitNs, left});
  if (!fresh && found->second.cgroup == cgroup) return;
  Freezer* freezer = freezer_of(index);
  const int error = !freezer ? ENOENT : left ? 0 : freezer->freeze();
  if (error) {
    if (freezer) errors_.freezer_writes++;
    errors_.last_errno = error;
    freezers_.erase(cgroup);
    pending_.erase(found); /* tried again at the next scan, or when the freezer is given */
    return;
  }
  found->second = Pending{cgroup, now, now + kFirstWaitNs, kFirstWaitNs, left};
}

void Containments::scan() {
  if (boot_ns() - thawed_ns_ < kStraysForNs) continue_strays();
  unreachable_ = 0;
  for (__u32 index = 1; index < state_.container_count; index++) {
    const __u32 containment = load(state_.contained[index].state);
    if (containment == CONTAINMENT_HIT) {
      begin(index);
      if (!pending_.count(index)) unreachable_++;
    } else if (containment == CONTAINMENT_FROZEN) {
      if (!still_frozen(index)) freeze_again(index);
      else report_changes(index);
    } else if (!reported_.empty()) {
      reported_.erase(index);
    }
  }
  std::erase_if(freezers_, [this](const auto& entry) { return load(state_.containers[entry.second.index].cgroup) != entry.first; });
}

/* False once it was seen thawed by somebody else (a runtime's resume) twice in a row with processes in it: who kills a frozen
 * container thaws it so that it can die, and is not to be disturbed. */
bool Containments::still_frozen(__u32 index) {
  std::string text;
  const Freezer* freezer = freezer_of(index);
  if (!freezer || freezer->frozen(text) || !load(state_.containers[index].processes)) {
    seen_thawed_.erase(index);
    return true;
  }
  return seen_thawed_.insert(index).second;
}

/* It counts as a revocation: processes may have run. Its runtime, which undid it, is not asked again. */
void Containments::freeze_again(__u32 index) {
  seen_thawed_.erase(index);
  __u32 expected = CONTAINMENT_FROZEN;
  if (!__atomic_compare_exchange_n(&state_.contained[index].state, &expected, static_cast<__u32>(CONTAINMENT_HIT), false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return;
  __atomic_add_fetch(&state_.contained[index].revocations, 1, __ATOMIC_ACQ_REL);
  begin(index, false);
}

__u64 Containments::poll(__u64 now) {
  __u64 next = ~0ULL;
  bool settled = false;
  for (auto at = pending_.begin(); at != pending_.end();) {
    auto& [index, pending] = *at;
    const bool over = load(state_.contained[index].state) != CONTAINMENT_HIT || load(state_.containers[index].cgroup) != pending.cgroup;
    if (over) {
      at = pending_.erase(at);
      continue;
    }
    if (!settled && pending.due_ns <= now) {
      settled = settle(index, pending);
      if (settled) {
        at = pending_.erase(at);
        continue;
      }
      put_off(pending, now);
    }
    next = std::min(next, pending.due_ns);
    ++at;
  }
  if (pending_.empty()) return 0;
  return std::max(next, now + 1) - now;
}

void Containments::put_off(Pending& pending, __u64 now) {
  const __u64 longest = now - pending.since_ns > kSlowAfterNs ? kSlowWaitNs : kLongWaitNs;
  pending.wait_ns = std::min(pending.wait_ns * 2, longest);
  pending.due_ns = boot_ns() + pending.wait_ns;
  if (pending.wait_ns < kLongWaitNs || is_left_to_runtime(pending, now)) return;
  /* Processes forked meanwhile can keep a v1 freezer in FREEZING until it is told again. */
  const auto known = freezers_.find(pending.cgroup);
  if (known == freezers_.end() || !known->second.freezer.freeze()) return;
  errors_.freezer_writes++;
  freezers_.erase(known);
}

bool Containments::settle(__u32 index, const Pending& pending) {
  std::string text;
  struct containment& containment = state_.contained[index];
  const Freezer* freezer = freezer_of(index);
  if (!freezer || !freezer->frozen(text)) return false;
  if (!load(containment.hit_ns)) return false; /* its hook is still writing what the receipt tells */
  if (!load(containment.frozen_ns)) __atomic_store_n(&containment.frozen_ns, boot_ns(), __ATOMIC_RELEASE); /* of the first time */
  __u32 expected = CONTAINMENT_HIT;
  if (!__atomic_compare_exchange_n(&containment.state, &expected, CONTAINMENT_FROZEN, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return true;
  __u64 revoked_ns = 0;
  continue_those([&](const stopped& entry) {
    if (entry.cgroup != pending.cgroup) return false;
    if (entry.revocations) revoked_ns += containment.frozen_ns - std::min(entry.since_ns, containment.frozen_ns);
    return true; /* the freezer holds it now */
  });
  __atomic_add_fetch(&containment.revoked_ns, revoked_ns, __ATOMIC_ACQ_REL);
  report(index, text);
  return true;
}

/* Clears the stop signals of those whom the hook stopped, and of nobody else.
 * The entry goes first, else the hook that watches signals would take ours for a revocation. */
void Containments::continue_those(const std::function<bool(const stopped&)>& meant) {
  Entries entries;
  if (auto failure = read_entries(state_.stopped, "stopped", entries)) {
    errors_.maps++;
    errors_.last_errno = failure->error;
    return;
  }
  for (__u32 at = 0; at < entries.count; at++) {
    __u32 tgid;
    stopped entry;
    memcpy(&tgid, entries.keys.data() + at * sizeof tgid, sizeof tgid);
    memcpy(&entry, entries.values.data() + at * sizeof entry, sizeof entry);
    if (!meant(entry) || bpf_map_delete_elem(state_.stopped.fd, &tgid)) continue;
    if (signal_process(state_, tgid, entry.start_ns, SIGCONT) != Signalled::Failed) continue;
    errors_.signals++;
    errors_.last_errno = errno;
  }
}

/* A hook that was running while its container was thawed may have stopped its process after the thaw had continued all. */
void Containments::continue_strays() {
  continue_those([this](const stopped& entry) { return !contained(entry.cgroup); });
}

void Containments::continue_all() {
  continue_those([](const stopped&) { return true; });
}

Outcome Containments::freeze(__u64 cgroup, const Offender* by) {
  const __u32 index = state_.index_of(cgroup);
  if (!index) return Failure{Code::UnknownCgroup, "freeze cgroup " + std::to_string(cgroup)};
  struct containment& containment = state_.contained[index];
  /* Counted before it is set: the hint may be too high, never too low. */
  __atomic_add_fetch(&state_.control->contained, 1, __ATOMIC_ACQ_REL);
  __u32 expected = CONTAINMENT_NONE;
  const bool first = __atomic_compare_exchange_n(&containment.state, &expected, CONTAINMENT_HIT, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
  if (!first) {
    __atomic_sub_fetch(&state_.control->contained, 1, __ATOMIC_ACQ_REL);
    return {};
  }
  const __u64 now = boot_ns();
  containment.cgroup = state_.containers[index].cgroup;
  containment.hit_ns = by ? by->held.since_ns : now;
  containment.flagged_ns = now;
  containment.stopped_ns = by ? by->held.since_ns : 0;
  containment.event_id = by ? by->held.event_id : 0;
  containment.tgid = by ? by->tgid : 0;
  containment.tid = by ? by->held.tid : 0;
  containment.generation = load(state_.control->generation);
  begin(index);
  return {};
}

Outcome Containments::thaw(__u64 cgroup) {
  const __u32 index = state_.index_of(cgroup);
  if (!index) return Failure{Code::UnknownCgroup, "thaw cgroup " + std::to_string(cgroup)};
  const __u64 own = state_.containers[index].cgroup, now = boot_ns();
  Freezer* freezer = freezer_of(index);
  if (!freezer) return Failure{Code::Freezer, "open freezer of cgroup " + std::to_string(own), errno};
  state_.end_containment(index);
  pending_.erase(index);
  reported_.erase(index);
  thawed_ns_ = now;
  const int error = freezer->thaw();
  /* It may have been frozen in the default hierarchy, before it was known where its runtime looks. */
  if (Freezer other; freezer->version() == 1 && !Freezer::open_id(2, own, other)) other.thaw();
  /* Not those whom a new hit stops from here on. */
  continue_those([own, now](const stopped& entry) { return entry.cgroup == own && entry.since_ns < now; });
  if (error) return Failure{Code::Freezer, "thaw cgroup " + std::to_string(own), error};
  return {};
}

void Containments::report(__u32 index, const std::string& text) {
  const struct containment& now = state_.contained[index];
  receipt made = {};
  made.containment = now;
  made.containment.cgroup = state_.containers[index].cgroup;
  const auto known = freezers_.find(made.containment.cgroup);
  made.freezer_version = known == freezers_.end() ? 0 : static_cast<__u32>(known->second.freezer.version());
  made.state_length = static_cast<__u32>(std::min(text.size(), sizeof made.state));
  memcpy(made.state, text.data(), made.state_length);
  reported_[index] = Reported{made.containment.cgroup, text, now.calls_after, now.offender_calls, now.revocations, now.revoked_ns};
  post_(made);
}

void Containments::report_changes(__u32 index) {
  const struct containment& now = state_.contained[index];
  const auto last = reported_.find(index);
  std::string text;
  if (last != reported_.end()) {
    const Reported& was = last->second;
    const bool same = was.cgroup == state_.containers[index].cgroup && was.calls_after == now.calls_after &&
                      was.offender_calls == now.offender_calls && was.revocations == now.revocations && was.revoked_ns == now.revoked_ns;
    if (same) return;
    text = was.state;
  } else {
    /* Frozen before this agent started: its receipt is told again, with what the freezer says now. */
    const Freezer* freezer = freezer_of(index);
    if (freezer) freezer->frozen(text);
  }
  report(index, text);
}

}  // namespace stasis
