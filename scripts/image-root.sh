#!/bin/bash
# Lays out the files of an image below FOLDER, from what `make build` has made.   image-root.sh operator|agent FOLDER
# What the Dockerfile copies and what the pods of the tests run is this, so there is one list. It wants a base with the C and C++
# libraries, and brings the others.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

readonly PRODUCT=${1:?operator or agent} FOLDER=${2:?folder}
SHARED=(package.json dist/stasis.cjs dist/library.mjs)
AGENT=(build/Release/stasis.node bin/self-test policies)

ship() { # FILE...
  local file
  for file in "$@"; do
    mkdir -p "$FOLDER/opt/stasis/$(dirname "$file")"
    cp -rL "$file" "$FOLDER/opt/stasis/$(dirname "$file")/"
  done
}

# What the addon is linked with, but for what every base has.
ship_libraries() {
  local library
  mkdir -p "$FOLDER/usr/lib/$(gcc -dumpmachine)"
  ldd build/Release/stasis.node | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | grep -vE '/(libc|libm|libstdc\+\+|libgcc_s)\.so' | while read -r library; do
    cp -L "$library" "$FOLDER/usr/lib/$(gcc -dumpmachine)/"
  done
}

node=$(scripts/product-node.sh)
mkdir -p "$FOLDER/usr/local/bin"
cp -L "$node" "$FOLDER/usr/local/bin/node"
ship "${SHARED[@]}"
case $PRODUCT in
  operator) ;;
  agent)
    ship "${AGENT[@]}"
    ship_libraries
    ;;
  *) die "there is no image of \"$PRODUCT\"" ;;
esac
# The same bytes whenever and by whomever it is done.
find "$FOLDER" -type d -exec chmod 755 {} +
find "$FOLDER" -type f -exec chmod go=u-w {} +
find "$FOLDER" -exec touch --no-dereference --date=@0 {} +
