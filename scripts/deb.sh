#!/bin/sh
# Makes the Debian package of what is built: deb.sh FOLDER
# The same sources and programs give the same bytes: all times are that of the last commit
# (SOURCE_DATE_EPOCH, if it is set).
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
out=$(realpath "$1")
rm -f "$out"/scorebook_*.deb
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cp -R packaging/debian "$work/debian"
root=$work/debian/scorebook
mkdir -m 755 "$root" "$root/DEBIAN"
scripts/stage.sh "$root" /usr /etc
# The library path of the build folder is of no use in a system's.
patchelf --remove-rpath "$root"/usr/bin/*

doc=$root/usr/share/doc/scorebook
gzip -9 -n <packaging/debian/changelog >"$doc/changelog.Debian.gz"
install -D -m 644 packaging/debian/lintian-overrides \
  "$root/usr/share/lintian/overrides/scorebook"
for script in postinst prerm postrm; do
  install -m 755 "packaging/debian/$script" "$root/DEBIAN/$script"
done
install -m 644 packaging/debian/conffiles "$root/DEBIAN/conffiles"
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"

# Libraries by the packages that have them, with the least version that has the symbols used.
(cd "$work" && dpkg-shlibdeps debian/scorebook/usr/bin/* &&
  dpkg-gencontrol -pscorebook -Pdebian/scorebook -fdebian/files)

find "$root" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
# One thread: how xz cuts its blocks must not depend on the machine.
dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$root" "$out" >/dev/null
version=$(dpkg-parsechangelog -l packaging/debian/changelog -S Version)
echo "$out/scorebook_${version}_$(dpkg --print-architecture).deb"
