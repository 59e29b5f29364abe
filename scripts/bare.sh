#!/bin/bash
# bare.sh [COMMAND]: runs COMMAND (default: what the README says) in a fresh clone of HEAD on a machine that has nothing but git and make.
# It has its own root file system, mounts, host name and environment, and shares this machine's kernel, process numbers, network and cgroups,
# the latter as they are mounted here: a controller of v1 cannot be shown in v2.
# SUITE is the release (bookworm, trixie, noble), MIRROR its archive where it is not debootstrap's own choice. Needs root and debootstrap.
# Nothing of it stays, also after Ctrl-C.
set -euo pipefail
# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"

readonly SUITE=${SUITE:-bookworm} SCRIPTS=/usr/share/debootstrap/scripts CERTIFICATES=/usr/local/share/ca-certificates
readonly PATIENCE=60 # seconds that what was interrupted has to remove what it made

# Mounts what a machine has after its start, and makes ROOT the root of all.   enter ROOT COMMAND
enter() {
  cd "$1"
  mount --bind . .
  cd "$1"
  mount -t proc proc proc
  mount -t sysfs sysfs sys
  mount --rbind /sys/fs/cgroup sys/fs/cgroup
  mount -t bpf bpf sys/fs/bpf
  mount -t tracefs tracefs sys/kernel/tracing
  mount --rbind /dev dev
  mount -t tmpfs tmpfs run
  mount --bind "/proc/$$/ns" proc/1/ns # on a machine, the first process is in the mount namespace of the others
  hostname bare
  pivot_root . mnt
  umount -l /mnt
  cd /root
  env -i HOME=/root TERM="${TERM:-dumb}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${registries[@]}" bash -c "$2"
  exit $? # said so that this shell stays: it stands for the first process
}

# This machine's way to the registries.
registries=()
for variable in http_proxy https_proxy no_proxy npm_config_registry NODE_EXTRA_CA_CERTS; do
  [ -z "${!variable:-}" ] || registries+=("$variable=${!variable}")
done

make_root() {
  local components=main script=()
  # Ubuntu's releases share one script, which a debootstrap that is older than the release does not know by its name.
  if [ "$SUITE" = noble ]; then components=main,universe script=("$SCRIPTS/gutsy"); fi
  debootstrap --variant=minbase --include=git,make --components="$components" "$SUITE" "$place" "${MIRROR:-}" "${script[@]}" > "$place.log" 2>&1 ||
    { tail -n 5 "$place.log" >&2; die "debootstrap failed"; }
  if [ -d "$CERTIFICATES" ]; then cp -rT "$CERTIFICATES" "$place$CERTIFICATES"; fi # taken in by the package that set-up brings
  git -C "$ROOT" bundle create --quiet "$place/root/stasis.bundle" HEAD
}

inside() { # the processes of the machine, save those of its containers
  local process
  for process in /proc/[0-9]*; do
    if [ "$process/root" -ef "$place" ]; then echo "${process#/proc/}"; fi
  done
}

remove() {
  trap '' INT TERM HUP
  local end=$((SECONDS + PATIENCE)) left
  while [ -n "$(inside)" ] && [ "$SECONDS" -lt "$end" ]; do sleep 0.2; done # tests have guards that outlive them
  left=$(inside)
  # shellcheck disable=SC2086
  [ -z "$left" ] || { say "bare: killing what does not end: "$left; kill -KILL $left; sleep 1; }
  rm -rf --one-file-system "$place" "$place.log"
}

if [ "${1:-}" = --enter ]; then enter "$2" "$3"; fi

is_root || die "a bare machine needs root"
command -v debootstrap > /dev/null || die "a bare machine needs debootstrap"
place=$(mktemp -d "${TMPDIR:-/var/tmp}/bare-XXXXXXXX")
chmod 755 "$place"
trap remove EXIT
trap 'exit 130' INT TERM HUP
say "bare: making a $SUITE with git and make"
make_root
unshare --mount --uts --propagation private "$0" --enter "$place" "git -c advice.detachedHead=false clone --quiet stasis.bundle stasis && cd stasis && { ${1:-make demo && make test}; }"
