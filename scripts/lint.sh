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
shellcheck -x "${scripts[@]}" scripts/environment.sh
