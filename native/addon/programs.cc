#include "programs.hh"
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <cerrno>
#include <cstring>
#include "tasks.hh"

namespace stasis {

Outcome program_figures(bpf_object* object, std::vector<ProgramFigures>& made) {
  bpf_program* program = nullptr;
  bpf_object__for_each_program(program, object) {
    bpf_prog_info info = {};
    __u32 size = sizeof info;
    if (bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &size)) return Failure{Code::Load, "read figures of programs", errno};
    made.push_back({bpf_program__name(program), info.run_cnt, info.run_time_ns, info.recursion_misses, info.verified_insns});
  }
  return {};
}

Outcome count_runs(Fd& made) {
  made = Fd(bpf_enable_stats(BPF_STATS_RUN_TIME));
  if (!made) return Failure{Code::Load, "count runs of programs", errno};
  return {};
}

Outcome run_iterator(bpf_object* object, const std::string& name, std::vector<char>& output) {
  const bpf_program* program = bpf_object__find_program_by_name(object, name.c_str());
  if (!program) return Failure{Code::Iterator, "find iterator " + name};
  const LinkHandle link(bpf_program__attach_iter(program, nullptr));
  if (!link) return Failure{Code::Iterator, "attach iterator " + name, errno};
  const Fd run(bpf_iter_create(bpf_link__fd(link.get())));
  if (!run) return Failure{Code::Iterator, "start iterator " + name, errno};
  char chunk[4096];
  for (;;) {
    const ssize_t length = read(run.get(), chunk, sizeof chunk);
    if (length > 0) output.insert(output.end(), chunk, chunk + length);
    if (!length) return {};
    if (length < 0 && errno != EINTR && errno != EAGAIN) return Failure{Code::Iterator, "run iterator " + name, errno};
  }
}

__u32 deliver_orders(const State& state, const std::vector<char>& output) {
  __u32 done = 0;
  iter_order order;
  for (size_t at = 0; at + sizeof order <= output.size(); at += sizeof order) {
    memcpy(&order, output.data() + at, sizeof order);
    done += signal_process(state, order.tgid, order.start_ns, static_cast<int>(order.signal)) == Signalled::Done;
  }
  return done;
}

namespace {

/* Changing a map of maps waits for running programs. For machines where membarrier refuses (nohz_full). */
Outcome wait_by_map() {
  const Fd inner(bpf_map_create(BPF_MAP_TYPE_ARRAY, "stasis_wait", sizeof(__u32), sizeof(__u32), 1, nullptr));
  LIBBPF_OPTS(bpf_map_create_opts, how, .inner_map_fd = static_cast<__u32>(inner.get()));
  const Fd outer(inner ? bpf_map_create(BPF_MAP_TYPE_ARRAY_OF_MAPS, "stasis_waits", sizeof(__u32), sizeof(__u32), 1, &how) : -1);
  const __u32 key = 0, value = static_cast<__u32>(inner.get());
  if (!outer || bpf_map_update_elem(outer.get(), &key, &value, BPF_ANY)) return Failure{Code::GracePeriod, "wait for running hooks", errno};
  return {};
}

}  // namespace

Outcome wait_for_hooks() {
  return syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0) ? wait_by_map() : Outcome{};
}

}  // namespace stasis
