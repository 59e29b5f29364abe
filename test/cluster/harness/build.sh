#!/bin/bash
# Builds the programs of the test cluster from their Go modules into K8S_HOME/bin. What has the wanted version already is left
# alone, so a second call does nothing. The first one takes 14 minutes on two idle cores and 11 GB while it runs, 1 GB afterwards.
#   build.sh [NAME...]     of etcd k8s containerd runc cni crictl helm coredns kwok; default: all
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
# shellcheck source=scripts/packages.sh
. "$ROOT/scripts/packages.sh"
# shellcheck source=test/cluster/harness/go.sh
. "$HARNESS/go.sh"

PACKAGES=(
  gcc libc6-dev pkg-config libseccomp-dev jq python3-pip # the build: runc is cgo, pip brings Go
  iproute2 nftables iptables conntrack ethtool socat     # the node: its network, kube-proxy, port-forward
  openssl procps                                         # certificates, sysctl
)
PROGRAMS=(gcc pkg-config jq ip nft iptables conntrack ethtool socat openssl sysctl)
programs_of_packages() { programs_present "${PROGRAMS[@]}"; }

SOURCES=$K8S_HOME/src
CACHE=$K8S_HOME/cache

version_mark() { echo "$BIN/.$1.version"; }
is_built() { [ "$(cat "$(version_mark "$1")" 2> /dev/null)" = "$2" ]; } # NAME VERSION

# A module whose go.mod replaces modules by folders cannot be built by its path alone. This one has that go.mod and go.sum with
# every such folder replaced by the published module, so all versions are the ones its makers chose.
wrapper() { # FOLDER MODULE VERSION
  local from edits
  from=$(module_folder "$2@$3")
  rm -rf "$1" && mkdir -p "$1"
  cp "$from/go.mod" "$from/go.sum" "$1/" && chmod u+w "$1"/*
  edits=$(published_instead_of_folders "$1/go.mod")
  # shellcheck disable=SC2086 # one word for each edit
  go mod edit -module wrapper -require "$2@$3" $edits "$1/go.mod"
}

# Where the module is, after its download. The go command tells what went wrong in its answer.
module_folder() { go mod download -json "$1" | jq -r '.Dir // error(.Error)'; } # MODULE@VERSION

# Kubernetes requires its staging modules as v0.0.0; they are published as v0 of its own version.
published_instead_of_folders() { # FILE
  go mod edit -json "$1" | jq -r --arg staging "v0.${KUBE_VERSION#v1.}" '
    [.Require[] | select(.Version == "v0.0.0") | .Path] as $unversioned
    | .Replace // [] | .[] | select(.New.Path | startswith(".")) | .Old.Path
    | "-dropreplace=\(.)", if IN($unversioned[]) then "-replace=\(.)=\(.)@\($staging)" else empty end'
}

build() { # NAME MODULE VERSION GO_BUILD_ARGUMENT...
  local name=$1 module=$2 version=$3 from=$SECONDS
  shift 3
  is_built "$name" "$version" && return
  say "building $name $version"
  find_go
  wrapper "$SOURCES/$name" "$module" "$version"
  (cd "$SOURCES/$name" && nice -n 10 go build -mod=mod -trimpath "$@") 2> >(grep -v '^go: downloading' >&2) || die "building $name failed"
  echo "$version" > "$(version_mark "$name")"
  say "built $name in $((SECONDS - from)) s"
}

kubernetes_flags() {
  local package flags='-s -w'
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    flags+=" -X $package.gitVersion=$KUBE_VERSION -X $package.gitMajor=1 -X $package.gitMinor=$(cut -d. -f2 <<< "$KUBE_VERSION")"
    flags+=" -X $package.gitTreeState=clean"
  done
  echo "$flags"
}

part() { # NAME
  local containerd=github.com/containerd/containerd/v2 cni=github.com/containernetworking/plugins
  case $1 in
    etcd) build etcd go.etcd.io/etcd/server/v3 "$ETCD_VERSION" -ldflags '-s -w' -o "$BIN/etcd" go.etcd.io/etcd/server/v3 ;;
    k8s) build k8s k8s.io/kubernetes "$KUBE_VERSION" -ldflags "$(kubernetes_flags)" -o "$BIN/" \
      k8s.io/kubernetes/cmd/kube{-apiserver,-controller-manager,-scheduler,-proxy,let,ctl} ;;
    containerd) build containerd "$containerd" "$CONTAINERD_VERSION" -tags 'no_btrfs no_devmapper no_zfs' \
      -ldflags "-s -w -X $containerd/version.Version=$CONTAINERD_VERSION" -o "$BIN/" "$containerd"/cmd/{containerd,containerd-shim-runc-v2,ctr} ;;
    runc) CGO_ENABLED=1 build runc github.com/opencontainers/runc "$RUNC_VERSION" -tags 'runc_nocriu seccomp' \
      -ldflags "-s -w -X main.version=${RUNC_VERSION#v}" -o "$BIN/runc" github.com/opencontainers/runc ;;
    cni) build cni "$cni" "$CNI_VERSION" -ldflags '-s -w' -o "$CNI_BIN/" "$cni"/plugins/{main/bridge,main/loopback,ipam/host-local,meta/portmap} ;;
    crictl) build crictl sigs.k8s.io/cri-tools "$CRICTL_VERSION" -ldflags "-s -w -X sigs.k8s.io/cri-tools/pkg/version.Version=$CRICTL_VERSION" \
      -o "$BIN/crictl" sigs.k8s.io/cri-tools/cmd/crictl ;;
    helm) build helm helm.sh/helm/v3 "$HELM_VERSION" -ldflags "-s -w -X helm.sh/helm/v3/internal/version.version=$HELM_VERSION" \
      -o "$BIN/helm" helm.sh/helm/v3/cmd/helm ;;
    coredns) build coredns github.com/coredns/coredns "$COREDNS_VERSION" -ldflags '-s -w' -o "$BIN/coredns" github.com/coredns/coredns ;;
    kwok) kwok ;;
    *) die "unknown: $1" ;;
  esac
}

# What kwok's nodes and pods do is in files of its module, which are kept beside the program.
kwok() {
  is_built kwok "$KWOK_VERSION" && return
  find_go
  local module=sigs.k8s.io/kwok stages
  stages=$(module_folder "$module@$KWOK_VERSION")/kustomize/stage
  sed -s '1i---' "$stages"/node/fast/node-*.yaml "$stages"/node/heartbeat-with-lease/node-*.yaml "$stages"/pod/fast/pod-*.yaml > "$BIN/kwok-stages.yaml"
  build kwok "$module" "$KWOK_VERSION" -ldflags "-s -w -X $module/pkg/consts.Version=$KWOK_VERSION" -o "$BIN/kwok" "$module/cmd/kwok"
}

require_packages programs_of_packages "${PACKAGES[@]}"
mkdir -p "$BIN" "$CNI_BIN" "$SOURCES"
exec 9> "$K8S_HOME/build.lock"
flock --nonblock 9 || die 'another build is running'
export GOCACHE=$CACHE/build GOMODCACHE=$CACHE/modules GOFLAGS='-modcacherw -buildvcs=false' GOWORK=off CGO_ENABLED=0
[ $# -gt 0 ] || set -- etcd k8s containerd runc cni crictl helm coredns kwok
for name in "$@"; do part "$name"; done
rm -rf "$CACHE" "$SOURCES"
