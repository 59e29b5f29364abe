#!/bin/bash
# Compiles native/bpf/*.bpf.c and links them into one object.   build-bpf.sh [ARCHITECTURE [OUT [DEFINE...]]]
# ARCHITECTURE is x86 (the default) or arm64. OUT is a directory, by default build/bpf, where the addon takes stasis.bpf.o from, and
# build/bpf/arm64, which is only a check that it compiles. A DEFINE, as -DSTASIS_ABI=2, makes a test build.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

arch=${1:-x86}
case $arch in
  x86) out=${2:-build/bpf} ;;
  arm64) out=${2:-build/bpf/arm64} ;;
  *) die "unknown architecture: $arch" ;;
esac
defines=("${@:3}")
clang=${CLANG:-clang}
bpftool=$(find_bpftool) || die "bpftool is missing: make setup"
mkdir -p build/bpf "$out"

# The types of the running kernel; fields are relocated at load, so any kernel's will do.
if [ ! -s build/bpf/vmlinux.h ]; then
  [ -r /sys/kernel/btf/vmlinux ] || die "this kernel has no BTF (/sys/kernel/btf/vmlinux), which the build reads its types from"
  "$bpftool" btf dump file /sys/kernel/btf/vmlinux format c > build/bpf/vmlinux.h.new
  mv build/bpf/vmlinux.h.new build/bpf/vmlinux.h
fi
# Another architecture's register layout is not in this kernel's types; this much is enough to compile against.
include=build/bpf
if [ "$arch" = arm64 ]; then
  { echo 'struct user_pt_regs { unsigned long long regs[31], sp, pc, pstate; };'; cat build/bpf/vmlinux.h; } > "$out/vmlinux.h"
  include=$out
fi

"${CC:-cc}" -Inative/abi -Wall -Werror -fsyntax-only native/abi/check.c

objects=()
for source in native/bpf/*.bpf.c; do
  object=$out/$(basename "${source%.bpf.c}").part.o
  "$clang" -O2 -g -target bpf -mcpu=v3 "-D__TARGET_ARCH_$arch" -Inative/abi "-I$include" "${defines[@]}" -Wall -Werror -c "$source" -o "$object"
  objects+=("$object")
done
"$bpftool" gen object "$out/stasis.bpf.o.new" "${objects[@]}"
mv "$out/stasis.bpf.o.new" "$out/stasis.bpf.o"
