#!/bin/bash
# Starts the one-node cluster and waits until its node is Ready. On a running cluster it starts the daemons that are missing.
# Nothing leaves this machine: no image registry, no route out of the node.
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
# shellcheck source=test/cluster/harness/node.sh
. "$HARNESS/node.sh"
# shellcheck source=test/cluster/harness/daemons.sh
. "$HARNESS/daemons.sh"
# shellcheck source=test/cluster/harness/pki.sh
. "$HARNESS/pki.sh"
# shellcheck source=test/cluster/harness/control-plane.sh
. "$HARNESS/control-plane.sh"
# shellcheck source=test/cluster/harness/worker.sh
. "$HARNESS/worker.sh"

kubectl() { "$BIN/kubectl" --kubeconfig "$ADMIN_KUBECONFIG" --request-timeout 5s "$@"; }

credentials() {
  local server=https://$NODE_IP:6443 name
  api_server_pki "DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local,IP:$NODE_IP,IP:$API_SERVICE_IP"
  certificate kubelet-client ca /O=system:masters/CN=kube-apiserver-kubelet-client clientAuth
  certificate kubelet ca "/O=system:nodes/CN=system:node:$NODE" clientAuth
  certificate kubelet-serving ca "/O=system:nodes/CN=system:node:$NODE" serverAuth "DNS:$NODE,IP:$NODE_IP"
  for name in kube-controller-manager kube-scheduler kube-proxy coredns; do certificate "$name" ca "/CN=system:$name" clientAuth; done
  for name in admin kubelet kube-controller-manager kube-scheduler kube-proxy coredns; do kubeconfig "$STATE/$name.kubeconfig" "$server" "$name"; done
  [ -z "${SUDO_UID:-}" ] || chown "$SUDO_UID" "$ADMIN_KUBECONFIG"
}

control_plane() {
  local arguments
  mapfile -t arguments < <(etcd_arguments "$STATE")
  start etcd "${arguments[@]}"
  mapfile -t arguments < <(api_server_arguments "$STATE" "$SERVICE_CIDR")
  start kube-apiserver "${arguments[@]}" --advertise-address "$NODE_IP" --bind-address 0.0.0.0 --secure-port 6443 \
    --kubelet-certificate-authority "$PKI/ca.crt" --kubelet-preferred-address-types InternalIP --enable-aggregator-routing \
    --kubelet-client-certificate "$PKI/kubelet-client.crt" --kubelet-client-key "$PKI/kubelet-client.key"
  wait_for kube-apiserver kubectl get --raw /readyz
  start kube-controller-manager --kubeconfig "$STATE/kube-controller-manager.kubeconfig" --leader-elect=false \
    --service-account-private-key-file "$PKI/tokens.key" --root-ca-file "$PKI/ca.crt" --use-service-account-credentials \
    --cluster-signing-cert-file "$PKI/ca.crt" --cluster-signing-key-file "$PKI/ca.key" --controllers '*,-nodeipam' \
    --allocate-node-cidrs=false --bind-address 127.0.0.1 --profiling=false
  start kube-scheduler --kubeconfig "$STATE/kube-scheduler.kubeconfig" --leader-elect=false --bind-address 127.0.0.1 --profiling=false
}

need_binaries etcd kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy kubectl containerd containerd-shim-runc-v2 runc ctr coredns
[ "$CGROUP_VIEW" = hybrid ] || [ "$CGROUP_VIEW" = v2 ] || die "CGROUP_VIEW is hybrid or v2, not \"$CGROUP_VIEW\""
become_root "$HARNESS/up.sh"
# What a machine left that was switched off, or a start that failed.
node_is_mounted || "$HARNESS/down.sh"
mkdir -p "$STATE/run" "$LOGS" && chmod 711 "$STATE"
[ "$(cat "$STATE/view" 2> /dev/null || echo "$CGROUP_VIEW")" = "$CGROUP_VIEW" ] || die "the cluster runs with the view $(cat "$STATE/view"): make cluster-down first"
if ! node_is_mounted; then rm -f "$LOGS"/*; fi
echo "$CGROUP_VIEW" > "$STATE/view"
PKI=$STATE/pki
node_up
credentials
start_containerd
control_plane
wait_for containerd innode "$BIN/ctr" --address "$CRI_SOCKET" version
import_images
start_kubelet
start_kube_proxy
kubectl apply -f "$HARNESS/config/flux-alerts.yaml" > /dev/null
start_dns
wait_for kubelet kubectl get --raw "/api/v1/nodes/$NODE/proxy/healthz" # after a restart the node stays Ready for a while without it
wait_for kubelet kubectl wait --for=condition=Ready "node/$NODE" --timeout=1s
wait_for kube-controller-manager kubectl get serviceaccount default # pods are refused before it exists
say "node $NODE is Ready after $SECONDS s ($CGROUP_VIEW)"
echo "export KUBECONFIG=$ADMIN_KUBECONFIG PATH=$BIN:\$PATH"
