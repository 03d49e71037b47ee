#!/bin/sh
# The package in use, on a root with nothing else: test-deb.sh PACKAGE
# Install, use, run as a service, purge; Tests/packages has what runs inside.
set -eu
cd "$(dirname "$0")/.."
package=$(realpath "$1")

[ "$(id -u)" -eq 0 ] || {
  echo "test-deb.sh: needs root: a package is installed by root, into a root that debootstrap makes." >&2
  echo "test-deb.sh: run sudo scripts/test-deb.sh $1" >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== same bytes again"
again=$(scripts/deb.sh "$work/again")
cmp "$package" "$again"

echo "== lintian"
lintian --allow-root --fail-on error,warning "$package"

echo "== clean root"
root=$work/root
# man and systemd are what is asked and what starts the service; the package needs neither.
scripts/clean-root.sh bookworm "$root" man-db systemd
mkdir "$root/check"
cp -R Tests/packages samples/01-employment-programme "$root/check/"
Tests/packages/made.sh "$root/check/made"
cp "$package" "$root/check/scorebook.deb"

# Mounts and processes of the root end with this process; the network is the machine's, for apt.
inside() {
  unshare --mount --pid --fork --kill-child sh -c '
    mount -t proc proc "$0/proc" && exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
      LC_ALL=C.UTF-8 HOME=/ DEBIAN_FRONTEND=noninteractive sh "$@"' "$root" "$@"
}
inside /check/packages/deb.sh

echo "== service"
Tests/packages/boot.sh "$root" /check/packages/service.sh
