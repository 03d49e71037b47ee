#!/bin/sh
# Puts the parts of a round together: merge.sh N OUT
#
# Makes OUT/summary.xlsx from OUT/1 … OUT/N, and moves their annotated copies to OUT/returned, where
# its links lead. Without one of the parts nothing is made.
set -eu
if [ $# -ne 2 ]; then
  echo "usage: merge.sh N OUT" >&2
  exit 2
fi
count=$1
out=$2
set --
part=1
while [ "$part" -le "$count" ]; do
  set -- "$@" "$out/$part/results.json"
  part=$((part + 1))
done
"${SCOREBOOK:-scorebook}" summary "$@" --out "$out/summary.xlsx" --quiet --fail-on never
for results in "$@"; do
  returned=${results%results.json}returned
  [ -d "$returned" ] || continue
  mkdir -p "$out/returned"
  # Folders of one department may lie in several parts: the files are laid together, none twice.
  (cd "$returned" && find . -type d) | while IFS= read -r folder; do
    mkdir -p "$out/returned/$folder"
  done
  (cd "$returned" && find . -type f) | while IFS= read -r file; do
    mv "$returned/$file" "$out/returned/$file"
  done
done
