#!/bin/bash
# Runs a command inside the node of the test cluster: its network, its mounts (its own /run, /var and bpffs); processes are the machine's.
#   innode.sh COMMAND...     crictl, ctr, kubectl, helm are in PATH
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"

become_root "$HARNESS/innode.sh" "$@"
[ -e "$MOUNT_NAMESPACE" ] || die 'the test cluster does not run: make cluster'
PATH=$BIN:$PATH exec nsenter --mount="$MOUNT_NAMESPACE" --net="$NETWORK_NAMESPACE" -- "$@"
