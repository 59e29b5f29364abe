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
  local namespace process
  namespace="mnt:[$(stat -c %i "$MOUNT_NAMESPACE" 2> /dev/null)]" || return 0
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/ns/mnt" 2> /dev/null)" != "$namespace" ] || echo "${process#/proc/}"
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
