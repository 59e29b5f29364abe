#!/bin/bash
# Builds the addon into build/Release with the headers of the node in use, never with downloaded ones.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

gyp() { node node_modules/node-gyp/bin/node-gyp.js "$@" --nodedir="$prefix" --loglevel=error; }
prefix=$(node_prefix)

# Configured anew when the recipe or the node changed; `rebuild` would empty build/, where the BPF object is.
configured=build/addon.configured
if [ ! -e build/Makefile ] || [ binding.gyp -nt "$configured" ] || [ "$(cat "$configured" 2>/dev/null)" != "$prefix $(node --version)" ]; then
  mkdir -p build
  gyp configure > build/addon.log 2>&1 || { cat build/addon.log >&2; die "the addon cannot be configured"; }
  echo "$prefix $(node --version)" > "$configured"
fi
BPFTOOL=$(find_bpftool) gyp build >> build/addon.log 2>&1 || { cat build/addon.log >&2; die "the addon does not build"; }
touch build/Release/stasis.node
