#!/bin/bash
# Builds the addon with the headers of the node in use, never with downloaded ones.   build-addon.sh [VARIANT]
# Without a variant: build/Release/stasis.node. The variants are test builds in a tree of their own, build/variants/VARIANT:
#   next       addon and BPF object of the next ABI
#   sanitized  with address and undefined-behaviour sanitizers
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

prefix=$(node_prefix)
variant=${1:-}
tree=$ROOT settings=()
case $variant in
  '') ;;
  next)
    tree=build/variants/next
    scripts/build-bpf.sh x86 "$tree/bpf" -DSTASIS_ABI=2
    settings=(-- -Dabi=2 "-Dbpf_object=$ROOT/$tree/bpf/stasis.bpf.o")
    ;;
  sanitized)
    tree=build/variants/sanitized
    settings=(-- -Dsanitize=1 "-Dbpf_object=$ROOT/build/bpf/stasis.bpf.o")
    ;;
  *) die "unknown variant: $variant" ;;
esac
if [ -n "$variant" ]; then
  mkdir -p "$tree"
  for name in native node_modules binding.gyp package.json; do ln -sfn "$ROOT/$name" "$tree/$name"; done
fi
cd "$tree"

gyp() { node "$ROOT/node_modules/node-gyp/bin/node-gyp.js" "$1" --nodedir="$prefix" --loglevel=error "${@:2}"; }

# Configured anew when the recipe or the node changed; `rebuild` would empty build/, where the BPF object is.
configured=build/addon.configured
state="$prefix $(node --version)"
mkdir -p build
if [ ! -e build/Makefile ] || [ binding.gyp -nt "$configured" ] || [ "$(cat "$configured" 2>/dev/null)" != "$state" ]; then
  gyp configure "${settings[@]}" > build/addon.log 2>&1 || { cat build/addon.log >&2; die "the addon cannot be configured"; }
  echo "$state" > "$configured"
fi
gyp build --jobs="$(nproc)" > build/addon.log 2>&1 || { cat build/addon.log >&2; die "the addon does not build"; }
touch build/Release/stasis.node
