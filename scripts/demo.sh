#!/bin/bash
# Runs the demo as root: it loads programs into the kernel and starts a container. In the place of this shell, so that a signal to it
# reaches the demo, which cleans up.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

can_be_root || die "the demo needs root, or sudo without a password"
BPFTOOL=$(find_bpftool) || die "bpftool is missing: make setup"
command=(env "BPFTOOL=$BPFTOOL" node build/demo.cjs)
is_root || command=(sudo env "PATH=$PATH" "${command[@]:1}")
exec "${command[@]}"
