/* Processes that were stopped while somebody is asked. Same locking as Containments. */
#pragma once
#include "containments.hh"

namespace stasis {

class Holds {
 public:
  Holds(State& state, Containments& containments) : state_(state), containments_(containments) {}

  /* Answers a hold. Granted: its container is contained. Refused: its fallback. Nothing to do when it is not held any more. */
  Outcome answer(__u32 tgid, bool granted);
  /* Lets go what waited for this container to be bound. */
  Outcome release_waiting(__u64 cgroup);
  /* Gives their fallback to all whose deadline has passed. */
  void sweep(__u64 now);
  /* Lets everybody go on, as if nothing had been asked. */
  void release_all();

 private:
  void fall_back(__u32 tgid, const hold& held);
  void let_go(__u32 tgid, const hold& held);
  bool forget(__u32 tgid);
  bool remember_stopped(__u32 tgid, const hold& held);
  Outcome read(std::vector<Offender>& made);
  std::vector<Offender> read_or_note();

  State& state_;
  Containments& containments_;
};

}  // namespace stasis
