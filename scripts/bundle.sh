#!/bin/bash
# Bundles one entry file with what it imports.   bundle.sh ENTRY OUT
# Compiled modules and packages go into the file; the addon stays beside it and is found at run time.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

node_modules/.bin/esbuild "$1" --bundle --platform=node --target=node20 --format=cjs --external:*.node \
  --outfile="$2" --sourcemap --log-level=warning --legal-comments=none
