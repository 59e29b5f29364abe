#!/bin/bash
# Runs every layer of tests to its end and adds up.   test.sh [LAYER...]   (all of them but `api` and `cluster`, which `make e2e` runs)
# A layer that cannot run here is named with the reason and makes the result a failure, unless UNPRIVILEGED=1. A skipped test is a
# failed one. The sum so far is in .stasis/test/summary as "PASSED FAILED", what failed in .stasis/test/failures, each layer's log beside
# it, with what its tests printed (figures) in NAME.out.
set -uo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT" || exit 1

RESULTS=.stasis/test
ALL=(lint shell types generated arm64 unit golden kernel sanitized containers vm)
LAYER_LIMIT=1800 # seconds; a layer that hangs must not take the others' time. The longest takes 300 on two quiet cores.
rm -rf "$RESULTS" && mkdir -p "$RESULTS" || exit 1
passed=0 failed=0 could_not_run=()
: > "$RESULTS/failures"

count() { # NAME PASSED FAILED SECONDS
  passed=$((passed + $2)) failed=$((failed + $3))
  echo "$passed $failed" > "$RESULTS/summary"
  printf '%-12s %6s passed %4s failed %5ss\n' "$1" "$2" "$3" "$4"
}

# What failed is told at once, and once more at the end, where nobody has to look for it.
tell() { tee -a "$RESULTS/failures"; } # reads lines

# One thing that holds or does not; fails when it does not.
check() { # NAME COMMAND...
  local name=$1 from=$SECONDS; shift
  if "$@" > "$RESULTS/$name.log" 2>&1; then count "$name" 1 0 $((SECONDS - from)); return; fi
  tail -n 100 "$RESULTS/$name.log"
  count "$name" 0 1 $((SECONDS - from))
  { echo "  FAILED $name: $*"; grep -v '^$' "$RESULTS/$name.log" | tail -n 10 | cut -c 1-240 | sed 's/^/      /'; } | tell
  return 1
}

# A jest project. Its own report is what counts; without one the whole layer is a failure, and so is not to end.
suite() { # NAME [RUNNER...]
  local name=$1; shift
  project "$name" "$name" '' "$@"
}

project() { # NAME PROJECT FILES [RUNNER...]: FILES is a pattern of the files to run, or empty
  local name=$1 project=$2 files=$3 from=$SECONDS code numbers
  shift 3
  # In the foreground: in the process group that a limit of the whole run ends.
  "$@" timeout --foreground --kill-after=10 "$LAYER_LIMIT" node node_modules/jest/bin/jest.js ${files:+--testPathPatterns "$files"} \
    --selectProjects "$project" --verbose false --json --outputFile "$RESULTS/$name.json" 2>&1 > "$RESULTS/$name.out" | tee "$RESULTS/$name.log"
  code=${PIPESTATUS[0]}
  numbers=$(node scripts/jest-numbers.cjs "$RESULTS/$name.json" 2> /dev/null) || numbers='0 1'
  if [ "$code" -ge 124 ]; then failed=$((failed + 1)); fi
  # shellcheck disable=SC2086
  count "$name" $numbers $((SECONDS - from))
  told_by_jest "$name" "$code" | tell
}

told_by_jest() { # NAME CODE
  if [ "$2" -ge 124 ]; then echo "  FAILED $1 did not end within $LAYER_LIMIT s; it told of these files: $(grep -oE '^(PASS|FAIL) .*' "$RESULTS/$1.log" | tail -n 5 | tr '\n' ' ')"; fi
  if [ -r "$RESULTS/$1.json" ]; then node scripts/jest-failures.cjs "$RESULTS/$1.json"; else echo "  FAILED $1: no report ($2)"; fi
}

cannot() {
  could_not_run+=("$1: $2")
  printf '%-12s could not run: %s\n' "$1" "$2"
  [ "${UNPRIVILEGED:-}" = 1 ] || echo "  FAILED $1 could not run: $2" >> "$RESULTS/failures"
}

# Prints why programs cannot be loaded into this kernel; nothing when they can.
why_no_bpf() {
  can_be_root || { echo 'neither root nor sudo without a password'; return; }
  [ -r /sys/kernel/btf/vmlinux ] || { echo 'this kernel has no BTF'; return; }
  as_root "$(find_bpftool)" prog show > /dev/null 2>&1 || echo 'the bpf system call is refused'
}

why_no_containers() {
  why_no_bpf
  grep -q ' cgroup2 ' /proc/self/mounts || echo 'no cgroup v2 hierarchy is mounted'
  command -v runc containerd ctr > /dev/null || echo 'runc or containerd is missing'
}

why_no_vm() { command -v qemu-system-x86_64 > /dev/null || echo 'qemu-system-x86_64 is missing'; }

privileged() { # LAYER REASON
  local name=$1 reason
  reason=$("$2" | head -n 1)
  if [ -n "$reason" ]; then cannot "$name" "$reason"; else suite "$name" as_root nice -n 5 env JEST_IN_BAND=1; fi
}

generated_is_current() {
  local before
  before=$(generated_sums)
  scripts/generate.sh || return 1
  diff <(echo "$before") <(generated_sums) || { echo 'generated files differ from what their sources give'; return 1; }
}

generated_sums() { git ls-files -co --exclude-standard '*.gen.ts' 'charts/**/crd-*.yaml' 'charts/stasis-policies/**' | sort | xargs -r sha256sum; }

layer() {
  case $1 in
    lint) check lint node node_modules/eslint/bin/eslint.js --max-warnings 0 . ;;
    shell) check shell scripts/lint.sh shell ;;
    types) check types node node_modules/typescript/bin/tsc --noEmit ;;
    generated) check generated generated_is_current ;;
    arm64) check arm64 scripts/build-bpf.sh arm64 ;;
    unit | golden) suite "$1" ;;
    sanitized) sanitized ;;
    kernel) privileged kernel why_no_bpf ;;
    containers) privileged containers why_no_containers ;;
    vm) privileged_vm ;;
    api) api ;;
    cluster) cluster ;;
    *) die "unknown layer: $1 (there are: ${ALL[*]} api cluster)" ;;
  esac
}

# The tests with an API server alone: its programs are those of the cluster.
api() {
  local home
  home=$(test/cluster/harness/place.sh)
  if [ -x "$home/bin/kube-apiserver" ]; then project api api '' env JEST_IN_BAND=1 "K8S_HOME=$home"; else cannot api 'its programs are not built: make cluster'; fi
}

# The tests in a real cluster: with the cgroups that this machine has, then, those that touch cgroups, on a pure cgroup v2 node.
V2_FILES='cluster/(harness|path-(readme|actions))'

cluster() {
  local harness=test/cluster/harness reason home built LAYER_LIMIT=2400 # seconds, for each run below
  reason=$(why_no_cluster | head -n 1)
  if [ -n "$reason" ]; then cannot cluster "$reason"; return; fi
  check cluster-build build_cluster
  built=$?
  grep '^built' "$RESULTS/cluster-build.log" # what took how long
  [ "$built" = 0 ] || return
  check left-over "$harness/down.sh" # by a machine that was switched off
  home=$("$harness/place.sh")
  api
  project lifecycle lifecycle '' as_root env JEST_IN_BAND=1 "K8S_HOME=$home"
  in_view hybrid hybrid 'test/cluster/(?!faults)'
  in_view faults hybrid 'test/cluster/faults'
  in_view v2 v2 "$V2_FILES"
}

in_view() { # NAME VIEW FILES
  check "up-$1" env CGROUP_VIEW="$2" "$harness/up.sh"
  project "cluster-$1" cluster "$3" as_root env JEST_IN_BAND=1 "K8S_HOME=$home"
  check "down-$1" "$harness/down.sh"
}

# Cold it takes 14 minutes of two quiet cores (1,460 s of processor time).
BUILD_LIMIT=35 # minutes

build_cluster() {
  local code
  timeout --foreground --kill-after=10 "${BUILD_LIMIT}m" test/cluster/harness/build.sh
  code=$?
  if [ "$code" = 124 ]; then
    echo "The cluster's programs were not built within $BUILD_LIMIT minutes. What was built stays, in $(test/cluster/harness/place.sh): the next call goes on from there."
  fi
  [ "$code" = 0 ] && node build/cluster-images.cjs
}

why_no_cluster() {
  why_no_bpf
  grep -q ' cgroup2 ' /proc/self/mounts || echo 'no cgroup v2 hierarchy is mounted'
  ! test/cluster/harness/running.sh || echo 'a cluster runs: make cluster-down'
}

privileged_vm() {
  local reason
  reason=$(why_no_vm)
  if [ -n "$reason" ]; then cannot vm "$reason"; else suite vm env JEST_IN_BAND=1; fi
}

# The kernel tests once more, with a build of the addon that checks every access. The runtime's own
# allocations at its end are no leak of the addon.
sanitized() {
  local reason
  reason=$(why_no_bpf | head -n 1)
  if [ -n "$reason" ]; then cannot sanitized "$reason"; return; fi
  scripts/build-addon.sh sanitized || { count sanitized 0 1 0; return; }
  project sanitized kernel '' as_root nice -n 5 env JEST_IN_BAND=1 ASAN_OPTIONS=detect_leaks=0 \
    "LD_PRELOAD=$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" \
    "STASIS_TEST_ADDON=$ROOT/build/variants/sanitized/build/Release/stasis.node"
}

[ $# -gt 0 ] || set -- "${ALL[@]}"
for name in "$@"; do layer "$name"; done

if [ -s "$RESULTS/failures" ]; then echo 'what failed:'; cat "$RESULTS/failures"; fi
printf '%-12s %6s passed %4s failed %5ss\n' all "$passed" "$failed" "$SECONDS"
if [ ${#could_not_run[@]} -gt 0 ]; then
  printf 'could not run: %s\n' "${could_not_run[@]}"
  if [ "${UNPRIVILEGED:-}" != 1 ]; then
    echo 'this is not a pass: run it as root, or with UNPRIVILEGED=1 to accept it'
    exit 1
  fi
fi
[ "$failed" = 0 ]
