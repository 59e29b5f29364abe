#!/bin/bash
# Bundles one entry file with what it imports.   bundle.sh ENTRY OUT
# Compiled modules and packages go into the file; the addon stays beside it and is found at run time, and so does the client library
# of Kubernetes (OUT is an .mjs): the text alone would cost 16 MB of memory in processes that have no cluster.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

options=(--bundle --platform=node --target=node20 --log-level=warning --legal-comments=none)
case "$2" in
  # Packages in it that are CommonJS get Node's own modules by `require`, which an ES module does not have.
  *.mjs) options+=(--format=esm --minify-whitespace '--banner:js=import { createRequire } from "node:module"; const require = createRequire(import.meta.url);') ;;
  *) options+=(--format=cjs --sourcemap '--external:*.node' '--external:*/library.mjs') ;;
esac
node_modules/.bin/esbuild "$1" --outfile="$2" "${options[@]}"
