#!/bin/sh
# The tarball in use on another system without anything installed: test-dist.sh TARBALL [SUITE…]
set -eu
cd "$(dirname "$0")/.."
tarball=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- trixie

[ "$(id -u)" -eq 0 ] || {
  echo "test-dist.sh: needs root: another system is a root that debootstrap makes and chroot enters." >&2
  echo "test-dist.sh: run sudo scripts/test-dist.sh $tarball $*" >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== same bytes again"
cmp "$tarball" "$(scripts/dist.sh "$work/again")"

for suite in "$@"; do
  echo "== $suite"
  root=$work/$suite
  scripts/clean-root.sh "$suite" "$root"
  mkdir "$root/check" "$root/opt/scorebook"
  cp -R Tests/packages samples/01-employment-programme "$root/check/"
  Tests/packages/made.sh "$root/check/made"
  tar -C "$root/opt/scorebook" --strip-components 1 -xf "$tarball"
  # A network of its own: nothing can be fetched, and the page's port is free.
  unshare --mount --pid --net --fork --kill-child sh -c '
    mount -t proc proc "$0/proc" && exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
      LC_ALL=C.UTF-8 sh /check/packages/dist.sh' "$root"
done
