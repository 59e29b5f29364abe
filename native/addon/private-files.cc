#include "private-files.hh"
#include <fcntl.h>
#include <sys/stat.h>
#include <cerrno>
#include <cstdio>

namespace stasis {

Outcome make_private(const std::string& path, Code code) {
  constexpr mode_t kOwnerOnly = 0700;
  for (size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (mkdir(part.c_str(), kOwnerOnly) && errno != EEXIST) return Failure{code, "make " + part, errno};
    if (end == std::string::npos) return {};
  }
}

Outcome check_private(const Fd& file, const std::string& path) {
  struct stat status = {};
  if (fstat(file.get(), &status)) return Failure{Code::Insecure, "look at " + path, errno};
  if (status.st_uid != geteuid()) return Failure{Code::Insecure, "use " + path, 0, "it belongs to user " + std::to_string(status.st_uid)};
  if (!(status.st_mode & (S_IWGRP | S_IWOTH))) return {};
  char mode[8];
  snprintf(mode, sizeof mode, "%04o", status.st_mode & 07777U);
  return Failure{Code::Insecure, "use " + path, 0, std::string("others may write to it, its mode is ") + mode};
}

Outcome open_private(const std::string& path, Fd& made) {
  Fd opened(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!opened) return errno == ENOENT ? Outcome{} : Failure{Code::Insecure, "open " + path, errno};
  if (auto failure = check_private(opened, path)) return failure;
  made = std::move(opened);
  return {};
}

}  // namespace stasis
