#include "holds.hh"
#include <signal.h>
#include <cerrno>
#include <cstring>

namespace stasis {

Outcome Holds::read(std::vector<Offender>& made) {
  Entries entries;
  if (auto failure = read_entries(state_.holds, "holds", entries)) return failure;
  made.resize(entries.count);
  for (__u32 at = 0; at < entries.count; at++) {
    memcpy(&made[at].tgid, entries.keys.data() + at * sizeof(__u32), sizeof(__u32));
    memcpy(&made[at].held, entries.values.data() + at * sizeof(hold), sizeof(hold));
  }
  return {};
}

/* True for the one caller that took the entry away. */
bool Holds::forget(__u32 tgid) {
  if (bpf_map_delete_elem(state_.holds.fd, &tgid)) return false;
  __atomic_sub_fetch(&state_.control->held, 1, __ATOMIC_ACQ_REL);
  return true;
}

bool Holds::remember_stopped(__u32 tgid, const hold& held) {
  struct stopped entry = {};
  entry.start_ns = held.start_ns;
  entry.cgroup = held.cgroup;
  entry.since_ns = held.since_ns;
  entry.kind = held.kind == HOLD_PERMIT ? STOP_OFFENDER : STOP_SIBLING;
  entry.revocations = held.revocations;
  return !bpf_map_update_elem(state_.stopped.fd, &tgid, &entry, BPF_ANY);
}

/* A container that was contained meanwhile keeps the process stopped: its thaw continues it. */
void Holds::let_go(__u32 tgid, const hold& held) {
  const bool keep = containments_.contained(held.cgroup) && remember_stopped(tgid, held);
  if (!forget(tgid) || keep) return;
  if (signal_process(state_, tgid, held.start_ns, SIGCONT) == Signalled::Failed) containments_.errors().signals++;
}

void Holds::fall_back(__u32 tgid, const hold& held) {
  if (held.fallback != FALLBACK_KILL) return let_go(tgid, held);
  /* Killed before the entry goes, so that nobody continues it in between. */
  if (signal_process(state_, tgid, held.start_ns, SIGKILL) == Signalled::Failed) containments_.errors().signals++;
  forget(tgid);
}

Outcome Holds::answer(__u32 tgid, bool granted) {
  Offender offender = {tgid, {}};
  if (bpf_map_lookup_elem(state_.holds.fd, &tgid, &offender.held)) {
    if (errno == ENOENT) return {};
    return Failure{Code::Map, "read hold", errno};
  }
  if (!granted) {
    fall_back(tgid, offender.held);
    return {};
  }
  /* The hold's entry goes last: until then it is what makes a revocation of the stop visible. */
  if (!remember_stopped(tgid, offender.held)) return Failure{Code::Map, "remember stopped process", errno};
  if (auto failure = containments_.freeze(offender.held.cgroup, &offender)) return failure;
  forget(tgid);
  return {};
}

Outcome Holds::release_waiting(__u64 cgroup) {
  std::vector<Offender> held;
  if (!__atomic_load_n(&state_.control->held, __ATOMIC_ACQUIRE)) return {};
  if (auto failure = read(held)) return failure;
  for (const Offender& one : held)
    if (one.held.kind == HOLD_WAIT && one.held.cgroup == cgroup) let_go(one.tgid, one.held);
  return {};
}

std::vector<Offender> Holds::read_or_note() {
  std::vector<Offender> held;
  if (!__atomic_load_n(&state_.control->held, __ATOMIC_ACQUIRE)) return held;
  if (auto failure = read(held)) {
    containments_.errors().maps++;
    containments_.errors().last_errno = failure->error;
  }
  return held;
}

void Holds::sweep(__u64 now) {
  for (const Offender& one : read_or_note())
    if (now >= one.held.deadline_ns) fall_back(one.tgid, one.held);
}

void Holds::release_all() {
  for (const Offender& one : read_or_note()) let_go(one.tgid, one.held);
}

}  // namespace stasis
