#!/bin/sh
# Speed against a script, as a table: run.sh SCOREBOOK [RETURNS [REPEATS]]
set -eu
scorebook=$1
here=$(cd "$(dirname "$0")" && pwd)
venv=$here/../.build/bench-venv
if ! cmp -s "$here/requirements.txt" "$venv/requirements.installed"; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/requirements.installed"
fi
exec "$venv/bin/python" "$here/compare.py" --scorebook "$scorebook" \
  --returns "${2:-300}" --repeat "${3:-5}"
