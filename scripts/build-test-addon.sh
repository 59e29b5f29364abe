#!/bin/bash
# Builds a variant of the addon for tests and prints its path.   build-test-addon.sh next|sanitize
#   next      of the following ABI version, programs included: what an upgrade meets
#   sanitize  with AddressSanitizer and UndefinedBehaviorSanitizer; run node with LD_PRELOAD="$(gcc -print-file-name=libasan.so)"
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

variant=${1:-}
abi=$(sed -n 's/^#define STASIS_ABI \([0-9]*\).*/\1/p' native/abi/limits.h)
object=$ROOT/build/bpf/stasis.bpf.o
case $variant in
  next) abi=$((abi + 1)) object=$ROOT/build/variants/next/stasis.bpf.o sanitize=0 ;;
  sanitize) sanitize=1 ;;
  *) die "unknown variant: $variant" ;;
esac

# A tree of its own, since node-gyp knows no other place for what it builds than build/ beside binding.gyp.
tree=$ROOT/build/variants/$variant
mkdir -p "$tree"
ln -sfn "$ROOT/native" "$tree/native"
ln -sfn "$ROOT/node_modules" "$tree/node_modules"
ln -sf "$ROOT/binding.gyp" "$tree/binding.gyp"

if [ "$variant" = next ]; then
  case $(uname -m) in aarch64) arch=arm64 ;; *) arch=x86 ;; esac
  "${CLANG:-clang}" -O2 -g -target bpf -mcpu=v3 "-D__TARGET_ARCH_$arch" "-DSTASIS_ABI=$abi" -Inative/abi -Ibuild/bpf -Wall -Werror \
    -c native/bpf/stasis.bpf.c -o "$tree/stasis.part.o"
  "$(find_bpftool)" gen object "$object" "$tree/stasis.part.o"
fi

gyp() { node node_modules/node-gyp/bin/node-gyp.js "$@" -C "$tree" --nodedir="$(node_prefix)" --loglevel=error; }
{
  export GYP_DEFINES="abi=$abi bpf_object=$object sanitize=$sanitize"
  [ -e "$tree/build/Makefile" ] || gyp configure
  gyp build
} > "$tree/build.log" 2>&1 || { cat "$tree/build.log" >&2; die "the $variant variant of the addon does not build"; }
echo "$tree/build/Release/stasis.node"
