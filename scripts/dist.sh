#!/bin/sh
# Makes a tarball that runs where nothing is installed: dist.sh FOLDER
# The same sources, programs and libraries give the same bytes.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
out=$(realpath "$1")
rm -f "$out"/scorebook-*.tar.gz
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export LC_ALL=C

version=$(.build/release/scorebook --version | sed -n 's/^scorebook //p')
machine=$(uname -m)
name=scorebook-$version-linux-$machine
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
top=$work/$name
mkdir -m 755 "$top"
# To be copied to /usr/local as it is.
scripts/stage.sh "$work/stage" /usr/local /etc
mv "$work"/stage/usr/local/* "$work/stage/etc" "$top/"

# All libraries but those of the C and C++ runtimes, which every system has in a version of its
# own. They find each other by the program's path (DT_RPATH, which, unlike DT_RUNPATH, counts for
# libraries of libraries), so they stay as they are.
mkdir -p -m 755 "$top/lib/scorebook" "$top/share/doc/scorebook/libraries"
for program in "$top"/bin/*; do
  patchelf --force-rpath --set-rpath '$ORIGIN/../lib/scorebook' "$program"
done
ldd "$top"/bin/* | awk '$2 == "=>" { print $3 }' | sort -u | while read -r library; do
  case ${library##*/} in
    libc.so.* | libm.so.* | libdl.so.* | librt.so.* | libpthread.so.* | libresolv.so.*) continue ;;
    libstdc++.so.* | libgcc_s.so.*) continue ;;
  esac
  install -m 644 "$library" "$top/lib/scorebook/${library##*/}"
  # dpkg knows the file by its place before or after the merge of /lib and /usr/lib.
  package=$(dpkg -S "$(realpath "$library")" 2>/dev/null || dpkg -S "${library#/usr}" 2>/dev/null ||
    dpkg -S "/usr$library")
  package=${package%%:*}
  install -m 644 "/usr/share/doc/$package/copyright" \
    "$top/share/doc/scorebook/libraries/$package.copyright"
  dpkg-query -W "$package" >>"$work/versions"
done
sort -u "$work/versions" >"$top/share/doc/scorebook/libraries/versions"
chmod 644 "$top/share/doc/scorebook/libraries/versions"

# The least glibc that has every symbol used.
glibc=$(find "$top/bin" "$top/lib/scorebook" -type f -exec objdump -T {} + |
  grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
sed "s|@VERSION@|$version|g; s|@MACHINE@|$machine|g; s|@GLIBC@|${glibc#GLIBC_}|g" \
  packaging/INSTALL.md >"$top/INSTALL.md"
touch "$top/share/doc/scorebook/files"
(cd "$top" && find bin lib share ! -type d | sort) >"$work/files"
install -m 644 "$work/files" "$top/share/doc/scorebook/files"

tar -C "$work" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
  --mtime="@$SOURCE_DATE_EPOCH" -c "$name" | gzip -9 -n >"$out/$name.tar.gz"
echo "$out/$name.tar.gz"
