# Container runtime, kubelet, services and names of the node. Sourced by up.sh.
# shellcheck shell=bash

start_containerd() {
  local runc=$BIN/runc
  if [ "$CGROUP_VIEW" = v2 ]; then
    install -m 755 "$HARNESS/runc-nolimits" "$BIN/runc-nolimits"
    runc=$BIN/runc-nolimits
  fi
  put "$STATE/containerd.toml" <<Y
version = 3
[grpc]
  address = '$CRI_SOCKET'
[plugins.'io.containerd.cri.v1.images']
  snapshotter = 'overlayfs'
  [plugins.'io.containerd.cri.v1.images'.pinned_images]
    sandbox = 'e2e.local/pause:1'
[plugins.'io.containerd.cri.v1.runtime']
  restrict_oom_score_adj = true   # root may lack CAP_SYS_RESOURCE here, and then no pod would start
[plugins.'io.containerd.cri.v1.runtime'.cni]
  bin_dirs = ['$CNI_BIN']
  conf_dir = '$STATE/cni'
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
  runtime_type = 'io.containerd.runc.v2'
  [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
    BinaryName = '$runc'
    SystemdCgroup = false
Y
  put "$BIN/crictl.yaml" <<Y
runtime-endpoint: unix://$CRI_SOCKET
image-endpoint: unix://$CRI_SOCKET
timeout: 10
Y
  mkdir -p "$STATE/cni"
  put "$STATE/cni/10-bridge.conflist" <<Y
{"cniVersion": "1.0.0", "name": "test", "plugins": [
  {"type": "bridge", "bridge": "cni0", "isGateway": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "ranges": [[{"subnet": "$POD_CIDR"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}, "backend": "iptables"}]}
Y
  start containerd --config "$STATE/containerd.toml" --log-level info
}

# Imports the archives of IMAGES that are new or have changed.
import_images() {
  local archive mark
  mkdir -p "$STATE/imported"
  for archive in "$IMAGES"/*.tar; do
    mark=$STATE/imported/$(basename "$archive")
    [ "$mark" -nt "$archive" ] || innode "$BIN/ctr" --address "$CRI_SOCKET" --namespace k8s.io images import --local "$archive" >> "$LOGS/images.log" 2>&1 ||
      die "importing $archive failed: $(tail -n 3 "$LOGS/images.log")"
    touch "$mark"
  done
}

start_kubelet() {
  : > "$STATE/resolv.conf"
  put "$STATE/kubelet.yaml" <<Y
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $PKI/ca.crt}}
authorization: {mode: Webhook}
tlsCertFile: $PKI/kubelet-serving.crt
tlsPrivateKeyFile: $PKI/kubelet-serving.key
containerRuntimeEndpoint: unix://$CRI_SOCKET
cgroupDriver: cgroupfs
cgroupRoot: $CGROUP_ROOT
failCgroupV1: false
failSwapOn: false
clusterDNS: [$DNS_IP]
clusterDomain: cluster.local
resolvConf: $STATE/resolv.conf
evictionHard: {memory.available: 100Mi, nodefs.available: 1%, imagefs.available: 1%}
imageGCHighThresholdPercent: 100
imageMinimumGCAge: 240h
maxPods: 100
rotateCertificates: false
volumePluginDir: /var/lib/kubelet/volume-plugins
Y
  start kubelet --config "$STATE/kubelet.yaml" --kubeconfig "$STATE/kubelet.kubeconfig" --hostname-override "$NODE" --node-ip "$NODE_IP" --v=2
}

start_kube_proxy() {
  put "$STATE/kube-proxy.yaml" <<Y
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: nftables
clientConnection: {kubeconfig: $STATE/kube-proxy.kubeconfig}
clusterCIDR: $POD_CIDR
hostnameOverride: $NODE
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s} # those settings are the machine's, not the network namespace's
metricsBindAddress: 127.0.0.1:10249
Y
  start kube-proxy --config "$STATE/kube-proxy.yaml"
}

# CoreDNS runs as a process of the node behind the usual Service, so it needs no image.
start_dns() {
  kubectl apply -f - > /dev/null <<Y
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: coredns}
rules:
  - {apiGroups: [""], resources: [services, pods, namespaces], verbs: [list, watch]}
  - {apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: [list, watch]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: coredns}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: coredns}
subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: "system:coredns"}]
---
apiVersion: v1
kind: Service
metadata: {name: kube-dns, namespace: kube-system}
spec:
  clusterIP: $DNS_IP
  ports: [{name: dns, port: 53, targetPort: 5353, protocol: UDP}, {name: dns-tcp, port: 53, targetPort: 5353, protocol: TCP}]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: kube-dns-node, namespace: kube-system, labels: {kubernetes.io/service-name: kube-dns}}
addressType: IPv4
endpoints: [{addresses: [$NODE_IP], conditions: {ready: true}}]
ports: [{name: dns, port: 5353, protocol: UDP}, {name: dns-tcp, port: 5353, protocol: TCP}]
Y
  put "$STATE/Corefile" <<Y
.:5353 {
  errors
  kubernetes cluster.local in-addr.arpa {
    kubeconfig $STATE/coredns.kubeconfig
  }
  cache 5
}
Y
  start coredns -conf "$STATE/Corefile"
}
