# Inside the root, as its root: install, use, purge, and nothing is left.
set -eu
here=$(dirname "$0")

# Every path with what it is; of files below /etc and /usr also what they hold.
contents() {
  find / -xdev \( -path /proc -o -path /sys -o -path /check -o -path /tmp \) -prune -o \
    -printf '%y %m %u %p %l\n' | sort >"$1"
  find /etc /usr -xdev -type f -exec sha256sum {} + | sort -k 2 >>"$1"
  # Logs and caches of apt, dpkg, man and the linker.
  grep -vE ' /var/(log|cache)/| /var/lib/(apt|dpkg)/|/etc/ld\.so\.cache|/etc/resolv\.conf' \
    "$1" >"$1.kept"
}

apt-get update -qq
contents /check/before

start=$(date +%s%N)
apt-get install -y -qq /check/scorebook.deb >/check/install.log 2>&1 || { cat /check/install.log; exit 1; }
echo "installed in $((($(date +%s%N) - start) / 1000000)) ms, with what it needs:" \
  $(grep -c '^Setting up' /check/install.log) packages
dpkg-query -W -f '${Package} ${Version} ${Installed-Size} KB\n' scorebook
# Every library is there, and in one of the packages declared.
if ldd /usr/bin/scorebook /usr/bin/scorebook-serve | grep 'not found'; then exit 1; fi

for page in scorebook scorebook-serve; do man -w $page; done
man scorebook | grep -q 'scorebook score'
bash -c '. /usr/share/bash-completion/completions/scorebook && complete -p scorebook' >/dev/null
[ -s /usr/share/zsh/vendor-completions/_scorebook ]
[ -s /usr/share/fish/vendor_completions.d/scorebook.fish ]
[ -s /usr/share/doc/scorebook/copyright ]
gzip -t /usr/share/doc/scorebook/changelog.gz
dpkg --verify scorebook

# As an ordinary user, in a network of its own.
unshare --net sh -c "$here/loopback.sh && exec setpriv --reuid 1000 --regid 1000 --clear-groups sh $here/use.sh scorebook"

# Installed again, a changed setting stays.
echo 'PORT=8321' >>/etc/default/scorebook
apt-get install -y -qq --reinstall /check/scorebook.deb >/check/install.log 2>&1
grep -qx PORT=8321 /etc/default/scorebook

apt-get purge -y -qq scorebook >/check/purge.log 2>&1 || { cat /check/purge.log; exit 1; }
apt-get autoremove -y -qq --purge >>/check/purge.log 2>&1
contents /check/after
diff /check/before.kept /check/after.kept
echo "purged without a trace"
