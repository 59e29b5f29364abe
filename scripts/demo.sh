#!/bin/bash
# Runs the demo as root: it loads programs into the kernel and starts a container. In the place of this shell, so that a signal to it
# reaches the demo, which cleans up.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

can_be_root || die "the demo needs root, or sudo without a password"
is_root && exec node build/demo.cjs
exec sudo env "PATH=$PATH" node build/demo.cjs
