#!/bin/bash
# Succeeds when a process of the test cluster's node runs. State without processes is what a machine left that was switched off.
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
# shellcheck source=test/cluster/harness/node.sh
. "$HARNESS/node.sh"
# shellcheck source=test/cluster/harness/daemons.sh
. "$HARNESS/daemons.sh"

become_root "$HARNESS/running.sh"
[ -n "$(node_processes)" ]
