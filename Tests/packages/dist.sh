# Inside a root of another system: what was unpacked finds its own libraries, and works.
set -eu
here=$(dirname "$0")
. /etc/os-release
echo "$PRETTY_NAME, $(ldd --version | head -n 1)"

# Of the system come the runtimes of C and C++ alone.
for program in scorebook scorebook-serve; do
  ldd /opt/scorebook/bin/$program >/check/libraries
  if grep 'not found' /check/libraries; then exit 1; fi
  others=$(awk '$2 == "=>" { print $3 }' /check/libraries |
    grep -vE '^/opt/scorebook/bin/\.\./lib/scorebook/|/lib(c|m|stdc\+\+|gcc_s)\.so\.[0-9]+$' || true)
  [ -z "$others" ] || { echo "$program uses the system's $others" >&2; exit 1; }
done

"$here/loopback.sh"
setpriv --reuid 1000 --regid 1000 --clear-groups sh "$here/use.sh" /opt/scorebook/bin/scorebook

# By a link from elsewhere, and copied for all users as INSTALL.md says.
seventeen() { [ "$("$1" --version | grep -c '^scheme ')" -ge 17 ]; }
ln -s /opt/scorebook/bin/scorebook /usr/bin/scorebook
seventeen scorebook
(cd /opt/scorebook && cp -R bin lib share /usr/local/)
mv /opt/scorebook /opt/elsewhere
seventeen /usr/local/bin/scorebook
while read -r file; do rm "/usr/local/$file"; done </opt/elsewhere/share/doc/scorebook/files
[ -z "$(find /usr/local -type f -o -type l ! -name man)" ]
echo "copied for all users, and taken away"
