#!/bin/sh
# Starts systemd in a root and runs a script there: boot.sh ROOT SCRIPT
# Where the machine does not let systemd start (no control groups), it says so and ends with 0.
set -eu
root=$1 script=$2
log=$(mktemp)

[ ! -d "$root/.old" ] || rmdir "$root/.old"
unshare --pid --mount --fork --kill-child --cgroup --uts --ipc --net sh -c '
  mount --make-rprivate / && mount --bind "$0" "$0"
  mount -t proc proc "$0/proc" && mount -t sysfs -o ro sysfs "$0/sys"
  mount -t tmpfs tmpfs "$0/run" && mount -t tmpfs tmpfs "$0/tmp"
  if grep -q cgroup2 /proc/filesystems && ! grep -q "^[1-9][0-9]*:" /proc/self/cgroup; then
    mount -t cgroup2 cgroup2 "$0/sys/fs/cgroup"
  else
    mount -t tmpfs tmpfs "$0/sys/fs/cgroup"
    mkdir "$0/sys/fs/cgroup/unified" "$0/sys/fs/cgroup/systemd"
    mount -t cgroup2 cgroup2 "$0/sys/fs/cgroup/unified"
    mount -t cgroup -o none,name=systemd systemd "$0/sys/fs/cgroup/systemd"
  fi
  # The root of its file systems, not a chroot: inside one no user namespace can be made. Mounts are
  # shared, as systemd expects of who starts it in a container: it hands credentials on by them.
  cd "$0" && mkdir .old && pivot_root . .old
  exec /usr/bin/env -i container=root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    sh -c "umount -l /.old && rmdir /.old && mount --make-rshared / &&
      exec /lib/systemd/systemd --unit=multi-user.target"
  ' "$root" >"$log" 2>&1 </dev/null &
outer=$!
trap 'kill -KILL $outer 2>/dev/null || true; rm -f "$log"' EXIT

within() {
  nsenter -t "$inner" -m -u -i -n -p -C -r -w env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    LC_ALL=C.UTF-8 HOME=/ DEBIAN_FRONTEND=noninteractive "$@"
}
state=
for _ in $(seq 150); do
  inner=$(cat "/proc/$outer/task/$outer/children" 2>/dev/null) && inner=${inner%% *}
  state=$([ -z "$inner" ] || within systemctl is-system-running 2>/dev/null || true)
  case $state in running | degraded) break ;; esac
  kill -0 $outer 2>/dev/null || break
  sleep 0.2
done
case $state in
  running | degraded) ;;
  *)
    echo "service SKIPPED: systemd does not start in a root here (${state:-no state}): $(tail -n 2 "$log")"
    exit 0
    ;;
esac
within sh "$script"
