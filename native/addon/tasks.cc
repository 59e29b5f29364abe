#include "tasks.hh"
#include <fcntl.h>
#include <sys/syscall.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace stasis {
namespace {

constexpr __u64 kTickNs = 10000000; /* USER_HZ is 100 in every kernel interface */
constexpr int kFieldsBeforeStart = 19; /* between the state, field 3, and starttime, field 22 */

/* Start in ticks of the boot clock, as /proc tells it; 0: no such process. */
__u64 start_ticks(__u32 tgid) {
  char path[48], text[1024];
  snprintf(path, sizeof path, "/proc/%u/stat", tgid);
  Fd file(open(path, O_RDONLY | O_CLOEXEC));
  const ssize_t length = file ? read(file.get(), text, sizeof text - 1) : -1;
  if (length <= 0) return 0;
  text[length] = 0;
  const char* at = strrchr(text, ')'); /* the name before it may hold anything */
  if (!at || at[1] != ' ') return 0;
  at += 2;
  for (int field = 0; field < kFieldsBeforeStart && at; field++) {
    at = strchr(at, ' ');
    if (at) at++;
  }
  return at ? strtoull(at, nullptr, 10) : 0;
}

bool is_the_one(const State& state, __u32 tgid, __u64 start_ns) {
  struct process known = {};
  if (!bpf_map_lookup_elem(state.processes.fd, &tgid, &known)) return known.start_ns == start_ns;
  /* No entry: the container's share of the table was used up. The hook took the start from the task itself. */
  return start_ticks(tgid) == start_ns / kTickNs;
}

}  // namespace

Signalled signal_process(const State& state, __u32 tgid, __u64 start_ns, int signal) {
  if (tgid < 2) return Signalled::Gone;
  Fd process(static_cast<int>(syscall(SYS_pidfd_open, tgid, 0)));
  if (!process) return errno == ESRCH ? Signalled::Gone : Signalled::Failed;
  if (!is_the_one(state, tgid, start_ns)) return Signalled::Gone;
  if (!syscall(SYS_pidfd_send_signal, process.get(), signal, nullptr, 0)) return Signalled::Done;
  return errno == ESRCH ? Signalled::Gone : Signalled::Failed;
}

}  // namespace stasis
