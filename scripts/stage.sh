#!/bin/sh
# Puts everything that is installed below a root: stage.sh ROOT PREFIX ETC
# The one list of installed files: `make install`, the Debian package and the tarball are made of it.
set -eu
root=$1 prefix=$2 etc=$3
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
scorebook=.build/release/scorebook
share=$root$prefix/share
umask 022

# Manual pages and changelogs are packed without a time.
packed() { gzip -9 -n <"$1" >"$2"; }
# Where it was installed goes into files that name it.
placed() { sed "s|@BIN@|$prefix/bin|g; s|@ETC@|$etc|g" "$1" >"$2"; }

install -d "$root$prefix/bin"
for program in "$scorebook" Server/.build/release/scorebook-serve; do
  installed=$root$prefix/bin/${program##*/}
  # Beside the old one and then in its place: it may be running.
  strip --remove-section=.comment --remove-section=.note -o "$installed.new" "$program"
  chmod 755 "$installed.new"
  mv -f "$installed.new" "$installed"
done

install -d "$share/scorebook"
rm -rf "$share/scorebook/templates"
(umask 022 && cp -R templates "$share/scorebook/")
find "$share/scorebook/templates" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +

# Debian's zsh looks for functions of packages elsewhere than for those of the machine.
zsh=$share/zsh/site-functions
[ "$prefix" != /usr ] || zsh=$share/zsh/vendor-completions
install -d "$share/man/man1" "$share/bash-completion/completions" "$zsh" \
  "$share/fish/vendor_completions.d"
packed docs/scorebook.1 "$share/man/man1/scorebook.1.gz"
# The server's options are those of `scorebook serve`.
ln -sf scorebook.1.gz "$share/man/man1/scorebook-serve.1.gz"
# It is read, not run: without the first line that names a shell.
"$scorebook" --generate-completion-script bash | sed '1{/^#!/d}' \
  >"$share/bash-completion/completions/scorebook"
"$scorebook" --generate-completion-script zsh >"$zsh/_scorebook"
"$scorebook" --generate-completion-script fish >"$share/fish/vendor_completions.d/scorebook.fish"

install -d "$share/doc/scorebook"
install -m 644 packaging/debian/copyright "$share/doc/scorebook/copyright"
# What the authors of the packages in Swift want to be passed on.
find .build/checkouts Server/.build/checkouts -mindepth 2 -maxdepth 2 -name 'NOTICE*' |
  sort | while read -r notice; do echo "== $(basename "${notice%/*}")" && cat "$notice"; done \
  >"$share/doc/scorebook/NOTICE"
packed CHANGELOG.md "$share/doc/scorebook/changelog.gz"

install -d "$root$prefix/lib/systemd/system" "$root$etc/default"
placed packaging/scorebook.service "$root$prefix/lib/systemd/system/scorebook.service"
# What somebody has changed stays.
[ -e "$root$etc/default/scorebook" ] ||
  placed packaging/scorebook.default "$root$etc/default/scorebook"
