#!/bin/bash
# Ends the test cluster and leaves nothing of it: processes, mounts, network, cgroups, its state (certificates, etcd, containers).
# Programs and images stay in K8S_HOME, and so do the logs until the next start.
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
# shellcheck source=test/cluster/harness/node.sh
. "$HARNESS/node.sh"
# shellcheck source=test/cluster/harness/daemons.sh
. "$HARNESS/daemons.sh"

become_root "$HARNESS/down.sh"
daemons_down
pods_down
namespaces_down
cgroups_down
rm -rf "$STATE"
