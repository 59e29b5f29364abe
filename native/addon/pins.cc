#include "pins.hh"
#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include "private-files.hh"

namespace stasis {
namespace {

namespace fs = std::filesystem;
constexpr const char* kUsualMount = "/sys/fs/bpf";

bool is_bpffs(const std::string& path) {
  struct statfs status = {};
  return !statfs(path.c_str(), &status) && static_cast<unsigned long>(status.f_type) == BPF_FS_MAGIC;
}

/* `name` as a number without sign or leading zero, 0: it is none. */
unsigned number_of(const std::string& name) {
  if (name.empty() || name[0] == '0' || name.find_first_not_of("0123456789") != std::string::npos || name.size() > 9) return 0;
  return static_cast<unsigned>(strtoul(name.c_str(), nullptr, 10));
}

std::vector<std::string> list(const std::string& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (auto at = fs::directory_iterator(path, error); !error && at != fs::directory_iterator(); at.increment(error)) names.push_back(at->path().filename());
  return names;
}

Outcome remove_tree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error && error.value() != ENOENT) return Failure{Code::Pin, "remove " + path, error.value()};
  return {};
}

/* Two agents that start at once must not stack two mounts: the directory's lock makes one wait for the other. */
Outcome mount_bpffs(const std::string& at) {
  Fd directory(open(at.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory || flock(directory.get(), LOCK_EX)) return Failure{Code::Bpffs, "open " + at, errno};
  if (is_bpffs(at)) return {};
  if (mount("bpffs", at.c_str(), "bpf", MS_NOSUID | MS_NODEV | MS_NOEXEC, "mode=0700")) return Failure{Code::Bpffs, "mount a BPF file system on " + at, errno};
  return {};
}

}  // namespace

Outcome Pins::prepare() const {
  const bool usual = root_ == kUsualMount || root_.starts_with(std::string(kUsualMount) + "/");
  if (usual && !is_bpffs(kUsualMount))
    if (auto failure = mount_bpffs(kUsualMount)) return failure;
  if (auto failure = make_directory(root_)) return failure;
  if (!is_bpffs(root_))
    if (auto failure = mount_bpffs(root_)) return failure;
  return check();
}

/* Where everybody may write to the file system, anybody can have made the root or a version before us. */
Outcome Pins::check() const {
  std::vector<std::string> paths = {root_};
  for (const unsigned version : versions()) paths.push_back(root_ + "/v" + std::to_string(version));
  for (const std::string& path : paths) {
    Fd opened;
    if (auto failure = open_private(path, opened)) return failure;
    if (opened && path != kUsualMount && fchmod(opened.get(), 0700)) return Failure{Code::Pin, "keep others out of " + path, errno};
  }
  return {};
}

std::vector<unsigned> Pins::versions() const {
  std::vector<unsigned> found;
  for (const std::string& name : list(root_))
    if (const unsigned version = name[0] == 'v' ? number_of(name.substr(1)) : 0) found.push_back(version);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<unsigned> Pins::epochs(unsigned abi) const {
  std::vector<unsigned> found;
  for (const char* kind : {"link", "prog"})
    for (const std::string& name : list(directory(abi, kind)))
      if (const unsigned epoch = number_of(name)) found.push_back(epoch);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Fd Pins::open_map(unsigned abi, const std::string& kind, const std::string& name) const {
  return Fd(bpf_obj_get((directory(abi, kind) + "/" + name).c_str()));
}

std::vector<std::string> Pins::names(unsigned abi, const std::string& kind) const { return list(directory(abi, kind)); }

Outcome Pins::make_directory(const std::string& path) const { return make_private(path, Code::Pin); }

Outcome Pins::remove_epoch(unsigned abi, unsigned epoch) const {
  if (auto failure = remove_tree(directory(abi, "link", epoch))) return failure;
  return remove_tree(directory(abi, "prog", epoch));
}

Outcome Pins::remove_version(unsigned abi) const { return remove_tree(root_ + "/v" + std::to_string(abi)); }

Outcome Pins::remove_root() const {
  std::error_code error;
  if (root_ != kUsualMount) fs::remove(root_, error); /* stays where others keep something in it, or where it is a mount */
  return {};
}

/* Nobody else may open the file: who can open it can lock it. A directory that is there may have others in it, so its mode stays. */
Outcome RunLock::take(const std::string& directory, RunLock& made) {
  const std::string path = directory + "/agent.lock";
  Fd place;
  if (auto failure = make_private(directory, Code::Held)) return failure;
  if (auto failure = open_private(directory, place)) return failure;
  Fd file(openat(place.get(), "agent.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file) return Failure{Code::Held, "open " + path, errno};
  if (auto failure = check_private(file, path)) return failure;
  if (fchmod(file.get(), 0600)) return Failure{Code::Held, "keep others out of " + path, errno};
  if (flock(file.get(), LOCK_EX | LOCK_NB)) {
    char holder[32] = {};
    const int busy = errno;
    if (pread(file.get(), holder, sizeof holder - 1, 0) < 0) holder[0] = 0;
    return Failure{Code::Held, "lock " + path, busy, std::string(holder, strcspn(holder, "\n"))};
  }
  const std::string own = std::to_string(getpid()) + "\n";
  if (ftruncate(file.get(), 0) || pwrite(file.get(), own.data(), own.size(), 0) < 0) return Failure{Code::Held, "write " + path, errno};
  made.file_ = std::move(file);
  return {};
}

}  // namespace stasis
