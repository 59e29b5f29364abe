/* What outlives the agent: <root>/v<abi>/{state,plan}/<map> and {prog,link}/<epoch>/<program> in a BPF file system. */
#pragma once
#include <string>
#include <vector>
#include "failure.hh"
#include "handle.hh"

namespace stasis {

class Pins {
 public:
  explicit Pins(std::string root) : root_(std::move(root)) {}

  /* Makes the root, mounting a BPF file system where none is. */
  Outcome prepare() const;
  /* Code::Insecure: root or a version is another user's, or others may write to it. Keeps others out of what is there. */
  Outcome check() const;
  /* ABI versions that have pins here, rising. None where there is no root. */
  std::vector<unsigned> versions() const;
  /* Epochs that have links or programs pinned under a version, rising. */
  std::vector<unsigned> epochs(unsigned abi) const;

  std::string directory(unsigned abi, const std::string& kind) const { return root_ + "/v" + std::to_string(abi) + "/" + kind; }
  std::string directory(unsigned abi, const std::string& kind, unsigned epoch) const { return directory(abi, kind) + "/" + std::to_string(epoch); }
  /* Opens a pinned map, or nothing. */
  Fd open_map(unsigned abi, const std::string& kind, const std::string& name) const;
  /* Names pinned in a directory. */
  std::vector<std::string> names(unsigned abi, const std::string& kind) const;

  Outcome make_directory(const std::string& path) const;
  Outcome remove_epoch(unsigned abi, unsigned epoch) const;
  Outcome remove_version(unsigned abi) const;
  Outcome remove_root() const;

 private:
  std::string root_;
};

/* The one agent of a node: an exclusive lock that the kernel drops with the process. */
class RunLock {
 public:
  /* Held by another process: Code::Held, detail is its process id. Code::Insecure: others could hold it. */
  static Outcome take(const std::string& directory, RunLock& made);

 private:
  Fd file_;
};

}  // namespace stasis
