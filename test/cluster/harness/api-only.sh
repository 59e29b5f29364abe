#!/bin/bash
# etcd and an API server alone on the loopback, for tests that need nothing but the API: no controllers, no node, no root.
#   api-only.sh up DIR PORT     starts them with DIR as their only folder, and waits until the server is ready (seconds)
#   api-only.sh down DIR        stops them and removes DIR
# DIR/admin.kubeconfig is the administrator's, DIR/audit.log has a line for each request, DIR/{etcd,kube-apiserver}.{pid,log}.
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
# shellcheck source=test/cluster/harness/pki.sh
. "$HARNESS/pki.sh"
# shellcheck source=test/cluster/harness/control-plane.sh
. "$HARNESS/control-plane.sh"

start() { # NAME ARGUMENT...
  local name=$1; shift
  (exec setsid "$BIN/$name" "$@") >> "$DIR/$name.log" 2>&1 < /dev/null &
  echo $! > "$DIR/$name.pid"
}

running() { # NAME
  local pid
  pid=$(cat "$DIR/$1.pid" 2> /dev/null) && [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$BIN/$1")" ]
}

up() { # PORT
  local port=$1 i etcd server
  need_binaries etcd kube-apiserver kubectl
  [ ! -e "$DIR/etcd.pid" ] || die "$DIR is in use: api-only.sh down $DIR"
  mkdir -p "$DIR" && chmod 700 "$DIR"
  PKI=$DIR/pki
  api_server_pki DNS:localhost,IP:127.0.0.1
  kubeconfig "$DIR/admin.kubeconfig" "https://127.0.0.1:$port" admin
  mapfile -t etcd < <(etcd_arguments "$DIR")
  start etcd "${etcd[@]}"
  # Without controllers nobody makes the service accounts that this plugin would demand of every pod.
  mapfile -t server < <(api_server_arguments "$DIR" 10.97.0.0/24)
  start kube-apiserver "${server[@]}" --bind-address 127.0.0.1 --secure-port "$port" --advertise-address 127.0.0.1 \
    --endpoint-reconciler-type none --disable-admission-plugins ServiceAccount
  for ((i = 0; i < 1200; i++)); do
    "$BIN/kubectl" --kubeconfig "$DIR/admin.kubeconfig" --request-timeout 2s get --raw /readyz > /dev/null 2>&1 && return
    for name in etcd kube-apiserver; do running "$name" || die "$name ended: $(tail -n 3 "$DIR/$name.log")"; done
    sleep 0.1
  done
  die "the API server is not ready after two minutes: $DIR/kube-apiserver.log"
}

down() {
  local name i
  for name in kube-apiserver etcd; do ! running "$name" || kill -KILL "$(cat "$DIR/$name.pid")"; done
  for ((i = 0; i < 50; i++)); do running etcd || running kube-apiserver || break; sleep 0.1; done
  rm -rf "$DIR"
}

[ $# -ge 2 ] || die 'usage: api-only.sh up DIR PORT | down DIR'
mkdir -p "$(dirname "$2")"
DIR=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
case $1 in
  up) up "${3:?PORT}" ;;
  down) down ;;
  *) die "unknown: $1" ;;
esac
