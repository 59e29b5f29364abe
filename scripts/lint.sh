#!/bin/bash
# ESLint over the TypeScript, shellcheck over every shell script of the checkout; `lint.sh shell`: only the latter.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

[ "${1:-}" = shell ] || node node_modules/eslint/bin/eslint.js --max-warnings 0 .

mapfile -t scripts < <(git ls-files -co --exclude-standard | while read -r file; do
  [ -f "$file" ] && head -c 64 "$file" | head -n 1 | tr -d '\0' | grep -qE '^#!.*\b(ba)?sh\b' && echo "$file"
done)
# Scripts that are only sourced have a directive in place of a first line that names an interpreter.
mapfile -t sourced < <(git ls-files -co --exclude-standard '*.sh' | xargs grep -lE '^# shellcheck shell=')
shellcheck -x "${scripts[@]}" "${sourced[@]}"
