#!/bin/sh
# Builds the programs, sets up Python and measures: run.sh SCOREBOOK [OPTIONS OF bench.py]
set -eu
scorebook=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
build=$here/../.build/bench-build
venv=$here/../.build/bench-venv
if ! cmp -s "$here/requirements.txt" "$venv/requirements.installed"; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/requirements.installed"
fi
swift build -c release --package-path "$here" --scratch-path "$build" --static-swift-stdlib >&2
exec "$venv/bin/python" "$here/bench.py" --scorebook "$scorebook" --programs "$build/release" "$@"
