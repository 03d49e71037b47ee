#!/bin/sh
# Scores every sample and says where to look: demo.sh SCOREBOOK FOLDER
set -eu
scorebook=$1
out=$2
rm -rf "$out"
for sample in samples/*/; do
  name=$(basename "$sample")
  echo
  echo "── $name"
  # The command of the sample, run from here; its status is no failure of the demo.
  words=$(sed "s|^scorebook ||; s|input/|${sample}input/|g; s|OUT|$out/$name|" "$sample/cmd.txt")
  # shellcheck disable=SC2086
  "$scorebook" $words --fail-on never
done
echo
echo "看结果 / look at:"
find "$out" -name summary.xlsx | sort
find "$out" -path '*/returned/*.xlsx' | sort | head -n 3
