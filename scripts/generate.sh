#!/bin/bash
# Runs every generator (scripts/gen-*): files that are checked in and made from crds/ or from the BPF object's types.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

for generator in scripts/gen-*; do
  case $generator in
    *.mjs | *.cjs | *.js) node "$generator" ;;
    *) "$generator" ;;
  esac
done
