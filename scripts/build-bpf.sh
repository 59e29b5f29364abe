#!/bin/bash
# Compiles native/bpf/*.bpf.c and links them into one object.   build-bpf.sh [x86|arm64]
# x86 writes build/bpf/stasis.bpf.o, which the addon embeds; arm64 writes build/bpf/arm64/stasis.bpf.o and is a check that it compiles.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

arch=${1:-x86}
case $arch in
  x86) out=build/bpf ;;
  arm64) out=build/bpf/arm64 ;;
  *) die "unknown architecture: $arch" ;;
esac
clang=${CLANG:-clang}
bpftool=$(find_bpftool) || die "bpftool is missing: make setup"
mkdir -p "$out"

# The types of the running kernel; fields are relocated at load, so any kernel's will do.
if [ ! -s build/bpf/vmlinux.h ]; then
  [ -r /sys/kernel/btf/vmlinux ] || die "this kernel has no BTF (/sys/kernel/btf/vmlinux), which the build reads its types from"
  "$bpftool" btf dump file /sys/kernel/btf/vmlinux format c > build/bpf/vmlinux.h.new
  mv build/bpf/vmlinux.h.new build/bpf/vmlinux.h
fi
# Another architecture's register layout is not in this kernel's types; this much is enough to compile against.
if [ "$arch" = arm64 ]; then
  { echo 'struct user_pt_regs { unsigned long long regs[31], sp, pc, pstate; };'; cat build/bpf/vmlinux.h; } > "$out/vmlinux.h"
fi

objects=()
for source in native/bpf/*.bpf.c; do
  object=$out/$(basename "${source%.bpf.c}").part.o
  "$clang" -O2 -g -target bpf -mcpu=v3 "-D__TARGET_ARCH_$arch" -Inative/abi "-I$out" -Wall -Werror -c "$source" -o "$object"
  objects+=("$object")
done
"$bpftool" gen object "$out/stasis.bpf.o.new" "${objects[@]}"
mv "$out/stasis.bpf.o.new" "$out/stasis.bpf.o"
