#!/bin/bash
# Prints where the programs, images and state of the test cluster are.
set -euo pipefail
# shellcheck source=test/cluster/harness/env.sh
. "$(dirname "$0")/env.sh"
echo "$K8S_HOME"
