# Sourced by every script here: where the checkout is, which node it uses, how to become root. Sets ROOT and PATH.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# The node that set-up brought wins over the machine's, because the addon was built with its headers.
PATH=$ROOT/.stasis/node/bin:$PATH:/usr/sbin:/sbin
export PATH

say() { printf '%s\n' "$*" >&2; }
die() { say "stasis: $*"; exit 1; }

is_root() { [ "$(id -u)" = 0 ]; }
can_be_root() { is_root || sudo -n true 2>/dev/null; }

# Runs a command as root. sudo would drop PATH and the settings of the caller, so they are passed by name.
as_root() {
  if is_root; then "$@"; else sudo env "PATH=$PATH" "UNPRIVILEGED=${UNPRIVILEGED:-}" "$@"; fi
}

# The prefix of the node in use: its headers are in <prefix>/include/node.
node_prefix() { node -p 'require("node:path").dirname(require("node:path").dirname(require("node:fs").realpathSync(process.execPath)))'; }

# On Ubuntu /usr/sbin/bpftool is a wrapper that refuses every kernel but the one its package was made for; any real one will do.
find_bpftool() {
  local candidate
  for candidate in bpftool /usr/lib/linux-tools/*/bpftool /usr/lib/linux-tools-*/bpftool; do
    if "$candidate" version >/dev/null 2>&1; then command -v "$candidate"; return 0; fi
  done
  return 1
}
