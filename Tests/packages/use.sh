# What anybody may do with an installed or unpacked command: use.sh SCOREBOOK
# Runs as an ordinary user. Beside this folder lie the sample, and in `made` what the built command
# made of it: workbooks have to be the same to the byte, not only part by part as in the sample.
set -eu
scorebook=$1
sample=$(cd "$(dirname "$0")/../01-employment-programme" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME="$work"

"$scorebook" --version >version
sed -n 1,5p version
grep -qx 'scorebook [0-9]*\.[0-9]*\.[0-9]*' version
[ "$(grep -c '^scheme ' version)" -ge 17 ] || { echo "schemes are missing" >&2; exit 1; }
[ "$("$scorebook" schemes | grep -c '^[a-z]')" -ge 17 ]

# As the sample's own command line, with its status.
words=$(sed "s|^scorebook ||; s|input/|$sample/input/|g; s|OUT|out|" "$sample/cmd.txt")
status=0
# shellcheck disable=SC2086
"$scorebook" $words >/dev/null 2>&1 || status=$?
[ $status -eq "$(cat "$sample/expected-exit.txt")" ] || { echo "ended with $status" >&2; exit 1; }
diff -r "$sample/../made" out
for file in results.json findings.csv; do cmp "$sample/expected/$file" "out/$file"; done
echo "the sample has its bytes"

# The page, where nothing else listens: port and address are the standard ones.
"$scorebook" serve >page.log 2>&1 &
page=$!
answered=
for _ in $(seq 100); do
  if answered=$(bash -c 'exec 3<>/dev/tcp/127.0.0.1/8320 &&
    printf "GET / HTTP/1.1\r\nHost: 127.0.0.1:8320\r\nConnection: close\r\n\r\n" >&3 &&
    head -n 1 <&3' 2>/dev/null); then break; fi
  kill -0 $page 2>/dev/null || break
  sleep 0.1
done
case $answered in
  "HTTP/1.1 200"*) ;;
  *) echo "the page does not answer: $answered" >&2; cat page.log >&2; exit 1 ;;
esac
kill -TERM $page
wait $page || { echo "the page ended with $?" >&2; cat page.log >&2; exit 1; }
echo "the page answers, and ends when it is told to"
