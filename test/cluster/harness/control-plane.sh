# The command lines of etcd and the API server, the same for the cluster and for an API server alone. Sourced; uses PKI and HARNESS.
# shellcheck shell=bash

# Prints the arguments of etcd, one a line. It listens on sockets below DIR, so whoever may enter DIR may use it, and nobody else.
etcd_arguments() { # DIR
  printf '%s\n' --name test --data-dir "$1/etcd" --unsafe-no-fsync --log-level warn \
    --listen-client-urls "unix://$1/etcd.sock" --advertise-client-urls "unix://$1/etcd.sock" \
    --listen-peer-urls "unix://$1/etcd-peer.sock" --initial-advertise-peer-urls "unix://$1/etcd-peer.sock" \
    --initial-cluster "test=unix://$1/etcd-peer.sock"
}

# Prints the arguments of the API server, one a line. Its audit log is DIR/audit.log.
api_server_arguments() { # DIR SERVICE_CIDR
  printf '%s\n' --etcd-servers "unix://$1/etcd.sock" --service-cluster-ip-range "$2" \
    --tls-cert-file "$PKI/apiserver.crt" --tls-private-key-file "$PKI/apiserver.key" --client-ca-file "$PKI/ca.crt" \
    --service-account-issuer https://kubernetes.default.svc.cluster.local \
    --service-account-key-file "$PKI/tokens.pub" --service-account-signing-key-file "$PKI/tokens.key" \
    --requestheader-client-ca-file "$PKI/front-proxy-ca.crt" --requestheader-allowed-names front-proxy-client \
    --requestheader-username-headers X-Remote-User --requestheader-group-headers X-Remote-Group \
    --requestheader-extra-headers-prefix X-Remote-Extra- \
    --proxy-client-cert-file "$PKI/front-proxy.crt" --proxy-client-key-file "$PKI/front-proxy.key" \
    --authorization-mode Node,RBAC --anonymous-auth=false --allow-privileged=true --profiling=false \
    --enable-admission-plugins NodeRestriction --admission-control-config-file "$HARNESS/config/admission.yaml" \
    --audit-policy-file "$HARNESS/config/audit.yaml" --audit-log-path "$1/audit.log" \
    --audit-log-maxsize 1000 --audit-log-maxbackup 1
}
