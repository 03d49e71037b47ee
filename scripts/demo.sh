#!/bin/sh
# Scores every sample and says where to look: demo.sh SCOREBOOK FOLDER
set -eu
scorebook=$(realpath "$1")
out=$PWD/$2
rm -rf "$out"
for sample in samples/*/; do
  name=$(basename "$sample")
  echo
  echo "── $name"
  # The command of the sample, its output here and its status never a failure of the demo.
  set -- $(sed "s|OUT|$out/$name|" "$sample/cmd.txt")
  shift
  (cd "$sample" && "$scorebook" "$@" --fail-on never)
done
echo
echo "看结果 / look at:"
find "$out" -name summary.xlsx | sort
find "$out" -path '*/returned/*.xlsx' | sort | head -n 3
