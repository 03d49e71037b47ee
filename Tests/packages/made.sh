#!/bin/sh
# What the built command makes of the sample: made.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
cd "$here/samples/01-employment-programme"
words=$(sed "s|^scorebook ||; s|OUT|$1|g" cmd.txt)
# Findings are no failure.
# shellcheck disable=SC2086
"$here/.build/release/scorebook" $words >/dev/null || [ $? -eq 1 ]
