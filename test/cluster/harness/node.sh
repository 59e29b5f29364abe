# What the node is made of on this machine: a network namespace, a mount namespace, a cgroup in every hierarchy. Sourced.
# shellcheck shell=bash

node_up() {
  case $(readlink -f "$K8S_HOME")/ in
    /run/* | /var/*) die "K8S_HOME may not be below /run or /var: the node has its own" ;;
  esac
  mounts_up
  network_up
  cgroups_up
}

# Both namespaces are kept by mounts of files in STATE/ns, which must be a private mount itself.
mounts_up() {
  ! node_is_mounted || return 0
  mkdir -p "$STATE/ns" "$STATE"/var/{cache,lib,log,tmp}
  chmod 1777 "$STATE/var/tmp"
  ln -sfn /run "$STATE/var/run"
  mount --bind "$STATE/ns" "$STATE/ns"
  mount --make-private "$STATE/ns"
  : > "$MOUNT_NAMESPACE"
  unshare --mount="$MOUNT_NAMESPACE" --propagation private bash -euo pipefail -c "$(declare -f own_mounts own_cgroup_mount); own_mounts '$STATE' '$CGROUP_VIEW'"
}

node_is_mounted() { nsenter --mount="$MOUNT_NAMESPACE" true 2> /dev/null; }

network_up() {
  ! nsenter --net="$NETWORK_NAMESPACE" true 2> /dev/null || return 0
  : > "$NETWORK_NAMESPACE"
  unshare --net="$NETWORK_NAMESPACE" true
  in_network ip link add eth0 type veth peer name "$HOST_LINK" netns $$
  ip address add "$HOST_IP/24" dev "$HOST_LINK"
  ip link set "$HOST_LINK" up
  in_network ip link set lo up
  in_network ip address add "$NODE_IP/24" dev eth0
  in_network ip link set eth0 up
  in_network ip route add "$SERVICE_CIDR" dev eth0 # so that clients in the node's network have a route before the address is translated
  in_network sysctl -qw net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-iptables=1
}

in_network() { nsenter --net="$NETWORK_NAMESPACE" -- "$@"; }

# Runs inside the new namespace. The node's own /run, /var and bpffs keep everything at the paths where production has it, apart
# from the machine's, and gone with the namespace. Kubelet passes mounts on to pods, hence shared.
own_mounts() { # STATE VIEW
  mount --bind "$1/var" /var
  mount -t tmpfs -o mode=755 tmpfs /run
  mkdir /run/netns /run/lock
  mount -t bpf bpf /sys/fs/bpf
  [ "$2" != v2 ] || own_cgroup_mount > "$1/enabled-controllers"
  mount --make-rshared /
}

# Kubelet wants at its root the controllers that the top has, so the top passes them on; prints which it did not pass on before.
own_cgroup_mount() {
  local place controller controllers
  awk '$3 == "cgroup" || $3 == "cgroup2" {print $2}' /proc/self/mounts | while read -r place; do umount "$place"; done
  ! mountpoint -q /sys/fs/cgroup || umount /sys/fs/cgroup
  mount -t cgroup2 cgroup2 /sys/fs/cgroup
  read -ra controllers < /sys/fs/cgroup/cgroup.controllers
  for controller in "${controllers[@]}"; do
    grep -qw "$controller" /sys/fs/cgroup/cgroup.subtree_control && continue
    echo "+$controller" > /sys/fs/cgroup/cgroup.subtree_control
    echo "$controller"
  done
}

namespaces_down() {
  ip link delete "$HOST_LINK" 2> /dev/null || true
  umount "$MOUNT_NAMESPACE" "$NETWORK_NAMESPACE" 2> /dev/null || true
  ! mountpoint -q "$STATE/ns" || umount "$STATE/ns"
}

hierarchies() { awk '$3 == "cgroup" || $3 == "cgroup2" {print $2}' /proc/self/mounts; }
unified_hierarchy() { awk '$3 == "cgroup2" {print $2; exit}' /proc/self/mounts; }

cgroups_up() {
  local top own
  for top in $(hierarchies); do
    own=$top$CGROUP_ROOT
    mkdir -p "$own"
    # A v1 cpuset without values takes no process.
    if [ -e "$top/cpuset.cpus" ] && [ -e "$own/cpuset.cpus" ]; then
      cat "$top/cpuset.cpus" > "$own/cpuset.cpus"
      cat "$top/cpuset.mems" > "$own/cpuset.mems"
    fi
  done
}

# Ends every process of every pod, frozen ones too: a v1 freezer must be thawed first, cgroup.kill reaches the rest at once.
pods_down() {
  local top own i
  for top in $(hierarchies); do
    own=$top$CGROUP_ROOT
    [ ! -e "$own/freezer.state" ] || find "$own" -name freezer.state | while read -r freezer; do echo THAWED > "$freezer" || true; done
  done
  own=$(unified_hierarchy)$CGROUP_ROOT
  [ -e "$own/cgroup.kill" ] || return 0
  echo 1 > "$own/cgroup.kill"
  for ((i = 0; i < 100; i++)); do grep -q '^populated 1' "$own/cgroup.events" || break; sleep 0.05; done
}

cgroups_down() {
  local top controller
  for top in $(hierarchies); do
    [ ! -d "$top$CGROUP_ROOT" ] || find "$top$CGROUP_ROOT" -depth -type d -exec rmdir {} +
  done
  [ -f "$STATE/enabled-controllers" ] || return 0
  while read -r controller; do echo "-$controller" > "$(unified_hierarchy)/cgroup.subtree_control"; done < "$STATE/enabled-controllers"
}
