/* Programs of the loaded object: figures of all, runs of the iterators. */
#pragma once
#include <string>
#include <vector>
#include "failure.hh"
#include "handle.hh"
#include "state.hh"

namespace stasis {

struct ProgramFigures {
  std::string name;
  __u64 runs; /* 0 unless statistics are on */
  __u64 run_ns;
  __u64 recursion_misses;
  __u32 verified_instructions;
};

Outcome program_figures(bpf_object* object, std::vector<ProgramFigures>& made);

/* Run counts and times of all programs of the machine, while the descriptor is open. */
Outcome count_runs(Fd& made);

/* Runs an iterator program to its end; `output` is what it wrote. */
Outcome run_iterator(bpf_object* object, const std::string& name, std::vector<char>& output);

/* Carries out the orders that an iterator wrote; returns how many reached their process. */
__u32 deliver_orders(const State& state, const std::vector<char>& output);

/* Waits until every hook that ran when it was called has returned. Blocks for milliseconds. Any thread. */
Outcome wait_for_hooks();

}  // namespace stasis
