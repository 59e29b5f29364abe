#!/bin/bash
# sweep.sh DIRECTORY: removes all that a test session left: processes, mounts, cgroups, files. Root. Calling it again is harmless.
# With --guard it first waits until its standard input is closed, that is, until the one who opened the session ended, however it ended.
# DIRECTORY/name is the session's name, of which its cgroups and containerd namespace are called; DIRECTORY/pids has a line "PID START"
# for each recorded process, START being its start time (field 22 of /proc/PID/stat), so that a reused pid is never killed.
set -uo pipefail

guard=
if [ "${1:-}" = --guard ]; then guard=1; shift; fi
directory=${1:?usage: sweep.sh [--guard] DIRECTORY}
name=$(cat "$directory/name" 2>/dev/null) || exit 0
[ -n "$name" ] || exit 1

trap '' HUP INT TERM # Ctrl-C reaches it too, and it is what cleans up then
if [ -n "$guard" ]; then
  cat > /dev/null # ends when the other end of the pipe is gone
  [ -e "$directory/name" ] || exit 0
fi

hierarchies() { awk '$3 == "cgroup" || $3 == "cgroup2" { print $2 }' /proc/self/mounts; }

cgroups() { # deepest first
  local top
  hierarchies | while read -r top; do
    if [ -d "$top/$name" ]; then find "$top/$name" -depth -type d; fi
  done
}

started_at() { # the comm field may hold blanks and parentheses, so count from the last one
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  # shellcheck disable=SC2086
  set -- $stat
  echo "${20}"
}

signal_recorded() {
  local pid start
  while read -r pid start; do
    if [ "$(started_at "$pid")" = "$start" ]; then kill "-$1" "$pid" 2>/dev/null; fi
  done < <(cat "$directory/pids" 2>/dev/null)
}

# Up to 3 s for those that end by themselves.
await_recorded() {
  local attempt
  for attempt in $(seq 60); do
    recorded_runs || return 0
    sleep 0.05
  done
}

recorded_runs() {
  local pid start
  while read -r pid start; do
    if [ "$(started_at "$pid")" = "$start" ] && ! grep -q '^State:.[ZX]' "/proc/$pid/status" 2>/dev/null; then return 0; fi
  done < <(cat "$directory/pids" 2>/dev/null)
  return 1
}

# Whoever has a file of the session among its arguments: shims, which detach themselves from containerd, and runtimes at work, which
# would make another container. (This script's own argument ends with the directory, and grep is told by its input.)
# shellcheck disable=SC2062 # the files are no pattern
users() { grep -lF -f - /proc/[0-9]*/cmdline 2>/dev/null <<< "$directory/" | cut -d / -f 3; }

kill_users() { # again and again, since one that is being killed may just have started another
  local pid pids attempt
  for attempt in $(seq 20); do
    pids=$(users)
    [ -n "$pids" ] || return 0
    for pid in $pids; do kill -KILL "$pid" 2>/dev/null; done
    sleep 0.0"$((attempt % 5 + 1))"
  done
}

members() { cgroups | while read -r path; do cat "$path/cgroup.procs" 2>/dev/null; done; }

thaw() { # a task frozen by v1 cannot die; killed first, it dies at the thaw without another instruction of its own
  local path
  while read -r path; do
    { [ -e "$path/freezer.state" ] && echo THAWED > "$path/freezer.state"; } 2>/dev/null
    { [ -e "$path/cgroup.freeze" ] && echo 0 > "$path/cgroup.freeze"; } 2>/dev/null
  done < <(cgroups)
}

kill_members() {
  local pids attempt
  for attempt in $(seq 100); do
    pids=$(members)
    [ -n "$pids" ] || return 0
    # shellcheck disable=SC2086
    kill -KILL $pids 2>/dev/null
    thaw
    sleep 0.0"$((attempt % 5 + 1))"
  done
}

unmount_all() {
  awk -v below="$directory/" 'index($5, below) == 1 { print $5 }' /proc/self/mountinfo | sort -r | while read -r point; do
    umount -l "$(printf '%b' "$point")" 2>/dev/null
  done
}

remove_cgroups() {
  local attempt
  for attempt in $(seq 50); do
    [ -n "$(cgroups)" ] || return 0
    cgroups | while read -r path; do rmdir "$path" 2>/dev/null; done
    [ -z "$(cgroups)" ] || sleep 0.05
  done
}

signal_recorded TERM # containerd and agents first, so that nobody restarts or refreezes what is killed next
await_recorded
rm -rf "/sys/fs/bpf/$name" # what an agent pinned; without the pins its programs act on nobody any more
kill_members
signal_recorded KILL
kill_users
kill_members
unmount_all
remove_cgroups
rm -rf --one-file-system "$directory"
rmdir /run/containerd/s /run/containerd 2>/dev/null # the shims' sockets; removed only when nobody else has one there
left=$(cgroups)
[ -z "$left" ] || { echo "sweep: left over: $left" >&2; exit 1; }
[ ! -e "$directory" ]
