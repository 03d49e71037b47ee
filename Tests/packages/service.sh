# Under systemd, as root: the unit is off, runs when it is started, keeps to its folder, and is gone
# after a purge.
set -eu

answer() {
  bash -c 'exec 3<>/dev/tcp/127.0.0.1/'"$1"' &&
    printf "GET / HTTP/1.1\r\nHost: 127.0.0.1:'"$1"'\r\nConnection: close\r\n\r\n" >&3 &&
    head -n 1 <&3' 2>/dev/null
}
answers() {
  for _ in $(seq 50); do
    case $(answer "$1") in "HTTP/1.1 "[234]*) return 0 ;; esac
    sleep 0.1
  done
  systemctl status scorebook --no-pager -l >&2 || true
  journalctl -u scorebook --no-pager -n 20 >&2 || true
  return 1
}
never() { if "$@"; then echo "not expected: $*" >&2; exit 1; fi; }
said() { systemctl show scorebook --property "$1" --value; }

# The network is one of its own, without a mirror: what the package needs is in apt's cache.
needed=$(dpkg-deb -f /check/scorebook.deb Depends | sed 's/([^)]*)//g; s/,/ /g')
# shellcheck disable=SC2086
{ apt-get install -y -qq --no-download $needed && dpkg -i /check/scorebook.deb; } \
  >/check/install.log 2>&1 || { cat /check/install.log; exit 1; }
[ "$(systemctl is-enabled scorebook 2>/dev/null)" = disabled ]
[ "$(systemctl is-active scorebook)" = inactive ]
systemd-analyze verify --man=no scorebook.service

systemctl start scorebook
answers 8320
pid=$(said MainPID)
[ "$(stat -c %u /proc/"$pid")" -ge 61184 ] || { echo "it runs as a user of the system" >&2; exit 1; }
[ -d /var/lib/private/scorebook ]
echo "service: runs as user $(stat -c %u /proc/"$pid"), exposure $(
  systemd-analyze security scorebook --no-pager | sed -n 's/.*exposure level for scorebook.service: //p')"

# It listens on this machine alone.
awk '$4 == "0A" { print $2 }' /proc/"$pid"/net/tcp | grep -q '^0100007F:2080$'
if awk '$4 == "0A" { print $2 }' /proc/"$pid"/net/tcp /proc/"$pid"/net/tcp6 | grep '^0*:2080$'; then
  exit 1
fi

systemctl stop scorebook
[ "$(said Result) $(said ExecMainStatus)" = 'success 0' ]

# For an office, as README.zh-CN.md has it: no password, no start; with one that root alone can
# read, it starts.
sed -i 's/^#ADDRESS=.*/ADDRESS=0.0.0.0/; s/^#OPTIONS=/OPTIONS=/' /etc/default/scorebook
systemctl start scorebook || true
sleep 2
never answer 8320
[ "$(said ExecMainStatus)" = 2 ]
systemctl stop scorebook
systemctl reset-failed scorebook
mkdir -p /etc/scorebook
(umask 077 && echo 'correct horse battery' >/etc/scorebook/password)
systemctl enable --now scorebook 2>/dev/null
answers 8320
pid=$(said MainPID)
awk '$4 == "0A" { print $2 }' /proc/"$pid"/net/tcp | grep -q '^00000000:2080$'
echo "service: an address of the network needs a password"

apt-get purge -y -qq scorebook >/check/purge.log 2>&1 || { cat /check/purge.log; exit 1; }
never kill -0 "$pid" 2>/dev/null
never answer 8320
left=$(find / -xdev \( -path /proc -o -path /check -o -path /tmp -o -path '/var/log/*' \
  -o -path '/var/lib/dpkg/*' -o -path '/var/cache/*' \) -prune -o -iname '*scorebook*' -print)
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo "service: purged while it ran, nothing left"
