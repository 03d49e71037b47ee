#!/bin/sh
# Runs every sample and says where to look: demo.sh SCOREBOOK FOLDER
set -eu
scorebook=$1
out=$2
rm -rf "$out"
find samples -name cmd.txt | sort | while read -r file; do
  sample=${file%cmd.txt}
  name=${sample#samples/}
  name=${name%/}
  echo
  echo "── $name"
  # The command lines of the sample, run from here; findings are no failure of the demo.
  sed "s|^scorebook ||; s| input| ${sample}input|g; s|OUT|$out/$name|g" "$sample/cmd.txt" |
    while read -r words; do
      # shellcheck disable=SC2086
      "$scorebook" $words </dev/null || [ $? -eq 1 ]
    done
done
echo
echo "看结果 / look at:"
find "$out" -name summary.xlsx | sort
find "$out" -path '*/returned/*.xlsx' | sort | head -n 3
