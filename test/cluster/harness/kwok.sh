#!/bin/bash
# Nodes that run nothing, for tests of nodes without an agent and of many nodes. Their pods become Running at once.
#   kwok.sh COUNT     there are COUNT such nodes, named kwok-1 ..., with the label type=kwok and a taint
#   kwok.sh stop      none
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
# shellcheck source=test/cluster/harness/daemons.sh
. "$HARNESS/daemons.sh"

kubectl() { "$BIN/kubectl" --kubeconfig "$ADMIN_KUBECONFIG" "$@"; }

node() { # NUMBER
  cat <<Y
---
apiVersion: v1
kind: Node
metadata:
  name: kwok-$1
  labels: {type: kwok, kubernetes.io/hostname: kwok-$1, kubernetes.io/os: linux, kubernetes.io/arch: amd64}
  annotations: {kwok.x-k8s.io/node: fake}
spec: {taints: [{key: kwok.x-k8s.io/node, value: fake, effect: NoSchedule}]}
status: {allocatable: {cpu: 8, memory: 32Gi, pods: 110}, capacity: {cpu: 8, memory: 32Gi, pods: 110}}
Y
}

want=${1:?COUNT or stop}
become_root "$HARNESS/kwok.sh" "$@"
need_binaries kwok kubectl
if [ "$want" = stop ]; then
  kubectl delete node --selector type=kwok > /dev/null
  ! is_alive kwok || kill "$(daemon_pid kwok)"
  exit
fi
start kwok --kubeconfig "$ADMIN_KUBECONFIG" --config "$BIN/kwok-stages.yaml" --manage-nodes-with-label-selector type=kwok \
  --node-ip 10.0.0.1 --cidr 10.245.0.0/16 --server-address 127.0.0.1:10247
mapfile -t surplus < <(kubectl get node --selector type=kwok --output name | awk -F- -v want="$want" '$2 > want')
[ ${#surplus[@]} = 0 ] || kubectl delete "${surplus[@]}" > /dev/null
for number in $(seq "$want"); do node "$number"; done | kubectl apply --filename - > /dev/null
kubectl wait --for=condition=Ready node --selector type=kwok --timeout 60s > /dev/null
