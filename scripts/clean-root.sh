#!/bin/sh
# Makes a root with nothing but a minimal system: clean-root.sh SUITE FOLDER [PACKAGE…]
# It is kept as an archive below .build/roots; MIRROR names another mirror than that of the suite.
set -eu
suite=$1 folder=$2
shift 2
here=$(cd "$(dirname "$0")/.." && pwd)

[ "$(id -u)" -eq 0 ] || {
  echo "clean-root.sh: debootstrap, chroot and mount are for root alone; run this with sudo" >&2
  exit 1
}

case $suite in
  focal | jammy | noble) mirror=${MIRROR:-http://archive.ubuntu.com/ubuntu} ;;
  *) mirror=${MIRROR:-http://deb.debian.org/debian} ;;
esac
wanted=$(echo "$suite $mirror $*" | sha256sum | cut -c 1-12)
archive=$here/.build/roots/$suite-$wanted.tar
mkdir -p "$folder"

if [ ! -e "$archive" ]; then
  mkdir -p "$here/.build/roots"
  debootstrap --variant=minbase "$suite" "$folder" "$mirror" >"$folder.log" 2>&1 || {
    tail -n 20 "$folder.log" >&2
    exit 1
  }
  # The mirror may lie behind the machine's proxy.
  apt-config dump | grep -E '^Acquire::https?::Proxy' >"$folder/etc/apt/apt.conf.d/80proxy" ||
    rm -f "$folder/etc/apt/apt.conf.d/80proxy"
  if [ $# -gt 0 ]; then
    cp /etc/resolv.conf "$folder/etc/resolv.conf"
    chroot "$folder" env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
      apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>"$folder.log" || {
      tail -n 20 "$folder.log" >&2
      exit 1
    }
  fi
  rm -f "$folder.log"
  tar -C "$folder" -cf "$archive.new" .
  mv "$archive.new" "$archive"
else
  tar -C "$folder" -xf "$archive"
fi
cp /etc/resolv.conf "$folder/etc/resolv.conf"
