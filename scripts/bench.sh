#!/bin/bash
# Runs the bench as root: its figures are of the kernel. ONLY, QUICK and RECORD are told in test/bench/main.ts.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

can_be_root || die "the bench needs root, or sudo without a password"
as_root env "ONLY=${ONLY:-}" "QUICK=${QUICK:-}" "RECORD=${RECORD:-}" node build/bench.cjs
