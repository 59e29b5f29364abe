/* One container's freezer, through descriptors that were opened before they are needed. */
#pragma once
#include <string>
#include <vector>
#include "abi.hh"
#include "failure.hh"
#include "handle.hh"

namespace stasis {

class Freezer {
 public:
  /* `directory`: the cgroup's, in the v1 freezer hierarchy (version 1) or in the default one (version 2). */
  static Outcome open_directory(int version, const std::string& directory, Freezer& made);
  /* By cgroup id, without knowing a path; needs CAP_DAC_READ_SEARCH. */
  static Outcome open_id(int version, __u64 cgroup, Freezer& made);

  int version() const { return version_; }
  /* Id of the cgroup, in its own hierarchy. */
  __u64 cgroup() const { return cgroup_; }
  /* Both return 0 or an errno; neither waits for tasks. */
  int freeze();
  int thaw();
  /* True once every task is frozen; `text` is what the kernel said. */
  bool frozen(std::string& text) const;

 private:
  static Outcome open_at(int version, int directory, const std::string& name, Freezer& made);
  int put(const char* word);

  int version_ = 0;
  __u64 cgroup_ = 0;
  Fd command_, state_;
};

/* Ids of the cgroups below one of the default hierarchy. */
Outcome descendants(__u64 cgroup, std::vector<__u64>& made);

}  // namespace stasis
