# System packages of Debian 12+ and Ubuntu 24.04+, installed where they are missing. Sourced after environment.sh.
# shellcheck shell=bash

# Sees to it that the packages (Debian's names) are installed. On other systems PRESENT, a function, says whether what they
# hold is there; where it is not, the names are printed and the script ends.
require_packages() { # PRESENT NAME...
  local present=$1 id version missing
  shift
  read -r id version < <(distribution)
  if ! is_supported "$id" "$version"; then
    "$present" && return 0
    say "This system is not Debian 12+ or Ubuntu 24.04+. Install these (Debian's names) and call again:"
    say "  $*"
    exit 1
  fi
  # shellcheck disable=SC2207 # package names hold no blanks
  missing=($(missing_packages "$@"))
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

# True when every program is in PATH; says which is not.
programs_present() { # PROGRAM...
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || { say "missing: $program"; return 1; }
  done
}

distribution() {
  local ID='' VERSION_ID=''
  # shellcheck source=/dev/null
  [ -r /etc/os-release ] && . /etc/os-release
  echo "$ID ${VERSION_ID:-0}"
}

# True when this release is one that the package lists were tried on (testing and unstable have no VERSION_ID and are newer).
is_supported() { # ID VERSION
  case "$1" in
    debian) [ "${2%%.*}" = 0 ] || [ "${2%%.*}" -ge 12 ] ;;
    ubuntu) [ "${2%%.*}" -ge 24 ] ;;
    *) return 1 ;;
  esac
}

# Prints the names among its arguments that are not installed.
missing_packages() { # NAME...
  local name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || echo "$name"
  done
}

install_packages() { # NAME...
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
