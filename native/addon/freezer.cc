#include "freezer.hh"
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace stasis {
namespace {

struct FileCloser {
  void operator()(FILE* file) const { fclose(file); }
};
struct DirectoryCloser {
  void operator()(DIR* directory) const { closedir(directory); }
};
using Directory = std::unique_ptr<DIR, DirectoryCloser>;

/* "/"; in a cgroup namespace nothing but "/..", as often as that is deep. */
bool is_top(const char* root) {
  if (!strcmp(root, "/")) return true;
  while (!strncmp(root, "/..", 3)) root += 3;
  return !*root;
}

/* True if a line of /proc/self/mountinfo is the root of the freezer's hierarchy; `point` is where it is mounted. */
bool is_hierarchy(const char* line, int version, std::string& point) {
  char root[512], where[512];
  const char* rest = strstr(line, " - ");
  if (!rest || sscanf(line, "%*d %*d %*s %511s %511s", root, where) != 2 || !is_top(root)) return false;
  char type[64], options[512];
  if (sscanf(rest, " - %63s %*s %511s", type, options) != 2) return false;
  if (version == 2 ? strcmp(type, "cgroup2") != 0 : strcmp(type, "cgroup") != 0 || !strstr(options, "freezer")) return false;
  point = where;
  return true;
}

Fd open_hierarchy(int version) {
  std::unique_ptr<FILE, FileCloser> mounts(fopen("/proc/self/mountinfo", "re"));
  char line[4096];
  std::string point;
  while (mounts && fgets(line, sizeof line, mounts.get()))
    if (is_hierarchy(line, version, point)) return Fd(open(point.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  errno = ENOENT;
  return Fd();
}

/* cgroup file systems give file handles whose content is the cgroup's id (FILEID_KERNFS). */
Fd open_cgroup(int version, __u64 cgroup) {
  constexpr int kKernfsHandle = 0xfe;
  Fd hierarchy = open_hierarchy(version);
  if (!hierarchy) return Fd();
  alignas(file_handle) char bytes[sizeof(file_handle) + sizeof cgroup] = {};
  auto* handle = reinterpret_cast<file_handle*>(bytes);
  handle->handle_bytes = sizeof cgroup;
  handle->handle_type = kKernfsHandle;
  memcpy(handle->f_handle, &cgroup, sizeof cgroup);
  return Fd(open_by_handle_at(hierarchy.get(), handle, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Directory list(Fd opened) {
  DIR* directory = fdopendir(opened.get());
  if (directory) opened.release();
  return Directory(directory);
}

void collect(Directory directory, std::vector<__u64>& ids) {
  if (!directory) return;
  while (const dirent* entry = readdir(directory.get())) {
    if (entry->d_type != DT_DIR || !strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    Fd below(openat(dirfd(directory.get()), entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status = {};
    if (!below || fstat(below.get(), &status)) continue;
    ids.push_back(status.st_ino);
    collect(list(std::move(below)), ids);
  }
}

}  // namespace

Outcome Freezer::open_at(int version, int directory, const std::string& name, Freezer& made) {
  if (version != 1 && version != 2) return Failure{Code::Argument, "open freezer of version " + std::to_string(version)};
  struct stat status = {};
  if (fstat(directory, &status)) return Failure{Code::Freezer, "look at " + name, errno};
  made.version_ = version;
  made.cgroup_ = status.st_ino;
  made.command_ = Fd(openat(directory, version == 1 ? "freezer.state" : "cgroup.freeze", O_RDWR | O_CLOEXEC));
  if (!made.command_) return Failure{Code::Freezer, "open freezer of " + name, errno};
  made.state_ = Fd(openat(directory, version == 1 ? "freezer.state" : "cgroup.events", O_RDONLY | O_CLOEXEC));
  if (!made.state_) return Failure{Code::Freezer, "open freezer's state of " + name, errno};
  return {};
}

Outcome Freezer::open_directory(int version, const std::string& directory, Freezer& made) {
  Fd opened(open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return Failure{Code::Freezer, "open cgroup " + directory, errno};
  return open_at(version, opened.get(), directory, made);
}

Outcome Freezer::open_id(int version, __u64 cgroup, Freezer& made) {
  const std::string name = "cgroup " + std::to_string(cgroup);
  Fd opened = open_cgroup(version, cgroup);
  if (!opened) return Failure{Code::Freezer, "open " + name, errno};
  return open_at(version, opened.get(), name, made);
}

int Freezer::put(const char* word) {
  const size_t length = strlen(word);
  return pwrite(command_.get(), word, length, 0) == static_cast<ssize_t>(length) ? 0 : errno;
}

int Freezer::freeze() { return put(version_ == 1 ? "FROZEN" : "1"); }
int Freezer::thaw() { return put(version_ == 1 ? "THAWED" : "0"); }

bool Freezer::frozen(std::string& text) const {
  char bytes[128];
  const ssize_t length = pread(state_.get(), bytes, sizeof bytes - 1, 0);
  if (length <= 0) return false;
  bytes[length] = 0;
  const char* want = version_ == 1 ? "FROZEN" : "frozen 1";
  if (version_ == 1 ? strncmp(bytes, want, strlen(want)) != 0 : !strstr(bytes, want)) return false;
  text = want;
  return true;
}

Outcome descendants(__u64 cgroup, std::vector<__u64>& made) {
  Fd opened = open_cgroup(2, cgroup);
  if (!opened) return Failure{Code::UnknownCgroup, "open cgroup " + std::to_string(cgroup), errno};
  collect(list(std::move(opened)), made);
  return {};
}

}  // namespace stasis
