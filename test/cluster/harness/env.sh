# Where the test cluster lives and what its parts are called. Sourced by every script here; K8S_HOME and CGROUP_VIEW may be set
# by the caller.
# shellcheck shell=bash disable=SC2034 # read by the scripts that source this

HARNESS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/environment.sh
. "$HARNESS/../../../scripts/environment.sh"
# shellcheck source=test/cluster/harness/versions.sh
. "$HARNESS/versions.sh"

: "${K8S_HOME:=${XDG_CACHE_HOME:-$HOME/.cache}/stasis/cluster}" # binaries, build cache, images, the running cluster's state
# hybrid: the machine's own cgroup mounts. v2: the node sees one cgroup2 mount at /sys/fs/cgroup, as on a pure cgroup v2 machine.
: "${CGROUP_VIEW:=hybrid}"
# A second cluster beside the first has another number, 0 to 9, and another K8S_HOME.
: "${K8S_NUMBER:=0}"
export K8S_HOME CGROUP_VIEW K8S_NUMBER

BIN=$K8S_HOME/bin
CNI_BIN=$K8S_HOME/cni-bin
IMAGES=$K8S_HOME/images
STATE=$K8S_HOME/state # of the running cluster; gone after down.sh
LOGS=$K8S_HOME/log    # of the running cluster or the last one

# The node lives in a network namespace of its own, joined to the machine by one veth pair; nothing else is routed.
NODE=node1
HOST_LINK=k8s$K8S_NUMBER # the machine's end of the pair; the node's is eth0
HOST_IP=10.77.$K8S_NUMBER.1
NODE_IP=10.77.$K8S_NUMBER.2
POD_CIDR=10.244.0.0/24
SERVICE_CIDR=10.96.0.0/16
API_SERVICE_IP=10.96.0.1
DNS_IP=10.96.0.10
# Kubelet kills and removes the pod cgroups below its root that it does not know, so it gets a root that nobody shares.
CGROUP_ROOT=/k8s$K8S_NUMBER
CRI_SOCKET=/run/containerd/containerd.sock # inside the node, whose /run is its own
MOUNT_NAMESPACE=$STATE/ns/mnt
NETWORK_NAMESPACE=$STATE/ns/net
ADMIN_KUBECONFIG=$STATE/admin.kubeconfig

# Runs a command in the node's mount and network namespaces; processes, users and cgroups are the machine's.
innode() { nsenter --mount="$MOUNT_NAMESPACE" --net="$NETWORK_NAMESPACE" -- "$@"; }

need_binaries() { # NAME...
  local name
  for name in "$@"; do [ -x "$BIN/$name" ] || die "$BIN/$name is missing: run \"make cluster\" (or test/cluster/harness/build.sh)"; done
}

# Starts the script over as root, where sudo needs no password.
become_root() { # SCRIPT ARGUMENT...
  is_root && return
  can_be_root || die "the cluster's node needs root, and this user cannot use sudo without a password"
  exec sudo env "PATH=$PATH" "K8S_HOME=$K8S_HOME" "CGROUP_VIEW=$CGROUP_VIEW" "K8S_NUMBER=$K8S_NUMBER" "$@"
}
