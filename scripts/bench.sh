#!/bin/bash
# Measures the figures of the design and prints each with its target.   bench.sh
# RECORD=1 also writes test/bench/RESULTS.md; QUICK=1 measures little; ONLY="judging freezing" runs some sections.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

can_be_root || die "bench needs root, or sudo without a password"

# The section that needs run times switches counting on; whatever happens to it, the setting is given back.
before=$(cat /proc/sys/kernel/bpf_stats_enabled)
trap 'as_root sysctl -q kernel.bpf_stats_enabled="$before"' EXIT

as_root env "RECORD=${RECORD:-}" "QUICK=${QUICK:-}" "ONLY=${ONLY:-}" node --enable-source-maps build/bench.cjs
