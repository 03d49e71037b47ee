#!/bin/sh
# The local page, with a browser and without: page.sh SERVER SCOREBOOK PYTHON [PICTURES]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
server=$(realpath "$1")
scorebook=$(realpath "$2")
python=$3
case $python in */*) python=$(realpath -s "$python") ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pictures=${4:-$work/pictures}
mkdir -p "$pictures"
pictures=$(realpath "$pictures")
cd "$here/Tests/page"
# Nothing is left in the tree that is tested.
export PYTHONDONTWRITEBYTECODE=1

# The service without a browser beside the browser: they share nothing.
"$python" service.py "$server" "$scorebook" >"$work/service" 2>&1 &
service=$!
status=0
"$python" browser.py "$server" "$scorebook" || status=1
"$python" looks.py "$server" "$scorebook" --pictures "$pictures" || status=1
wait $service || status=1
cat "$work/service"
exit $status
