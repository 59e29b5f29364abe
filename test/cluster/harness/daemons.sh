# The node's daemons: each a program of BIN in the node's namespaces, its pid in STATE/run/NAME.pid, its log in LOGS/NAME.log. Sourced.
# shellcheck shell=bash

daemon_pid() { cat "$STATE/run/$1.pid" 2> /dev/null; }

is_alive() { # NAME
  local pid
  pid=$(daemon_pid "$1") && [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$BIN/$1")" ]
}

# Starts a daemon that is not running.
start() { # NAME ARGUMENT...
  local name=$1 i
  shift
  ! is_alive "$name" || return 0
  # All of these replace themselves by the next, so the pid is the daemon's own. containerd looks for its shim in PATH.
  (PATH=$BIN:$PATH && exec nsenter --mount="$MOUNT_NAMESPACE" --net="$NETWORK_NAMESPACE" setsid "$BIN/$name" "$@") >> "$LOGS/$name.log" 2>&1 < /dev/null &
  echo $! > "$STATE/run/$name.pid"
  for ((i = 0; i < 100; i++)); do ! is_alive "$name" || return 0; sleep 0.02; done
  die "$name did not start: $(tail -n 3 "$LOGS/$name.log")"
}

# Asks until the command succeeds; fails when that takes more than two minutes or the daemon that it waits for ends.
wait_for() { # NAME COMMAND...
  local name=$1 end=$((SECONDS + 120))
  shift
  until "$@" > /dev/null 2>&1; do
    is_alive "$name" || die "$name ended: $(tail -n 3 "$LOGS/$name.log")"
    [ "$SECONDS" -lt "$end" ] || die "$name is not ready after two minutes ($LOGS/$name.log); \"$*\" says: $("$@" 2>&1 | tail -n 3)"
    sleep 0.1
  done
}

# Writes standard input to a file, if that changes it: kube-proxy ends when its configuration is written again.
put() { # FILE
  local new
  new=$(cat)
  [ "$new" = "$(cat "$1" 2> /dev/null)" ] || printf '%s\n' "$new" > "$1"
}

# Processes in the node's mount namespace: the daemons, the shims of containers, what innode started.
node_processes() {
  local namespaces
  namespaces=$(node_namespaces) || return 0
  find /proc/[0-9]*/ns/mnt -maxdepth 0 -printf '%p %l\n' 2> /dev/null | awk -v wanted="$namespaces" '
    BEGIN { for (i = split(wanted, names, "\n"); i > 0; i--) is_wanted[names[i]] = 1 }
    is_wanted[$2] { split($1, parts, "/"); print parts[3] }'
}

# The node's mount namespace; where STATE was wiped under its processes, that of its daemons and shims.
node_namespaces() {
  local pid
  {
    stat -c 'mnt:[%i]' "$MOUNT_NAMESPACE" 2> /dev/null || true
    { started_from_bin; parents_of_containers; } | while read -r pid; do readlink "/proc/$pid/ns/mnt" || true; done
  } | grep -vxF "$(readlink /proc/self/ns/mnt)" | sort -u
}

# By the very path of BIN: another cluster may have the same programs by a link.
started_from_bin() {
  local process program
  for process in /proc/[0-9]*; do
    { IFS= read -r -d '' program < "$process/cmdline"; } 2> /dev/null || continue
    [[ $program != "$BIN"/* ]] || echo "${process#/proc/}"
  done
}

parents_of_containers() {
  local pid parent
  { find "$(unified_hierarchy)$CGROUP_ROOT" -name cgroup.procs -exec cat {} + 2> /dev/null || true; } | while read -r pid; do
    parent=$(awk '/^PPid:/ {print $2}' "/proc/$pid/status" 2> /dev/null) || continue
    [ "$(readlink "/proc/$parent/exe")" != "$(readlink -f "$BIN/containerd-shim-runc-v2")" ] || echo "$parent"
  done
}

daemons_down() {
  local i pids
  for ((i = 0; i < 100; i++)); do
    mapfile -t pids < <(node_processes)
    [ ${#pids[@]} -gt 0 ] || return 0
    kill -KILL "${pids[@]}" 2> /dev/null || true
    sleep 0.05
  done
  die "these processes of the node do not end: ${pids[*]}"
}
