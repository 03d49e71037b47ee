#!/bin/sh
# A round in parts, under GNU parallel, against the same in one run: shards.sh SCOREBOOK ROUND WORK
#
# ROUND is what generate.py made. The scripts of docs/scale run as they would elsewhere.
set -eu
SCOREBOOK=$1
round=$2
work=$3
here=$(cd "$(dirname "$0")/../.." && pwd)
scale=$here/docs/scale
programme=$round/programme.xlsx
returns=$round/returns
export SCOREBOOK

for script in "$scale"/*.sh; do
  sh -n "$script"
  if command -v shellcheck >/dev/null 2>&1; then shellcheck "$script"; fi
done

python3 "$scale/arithmetic.py" --check

"$SCOREBOOK" score --scheme mof-2020 --programme "$programme" "$returns" --out "$work/one" \
  --quiet --fail-on never

same() {
  cmp "$work/one/summary.xlsx" "$1/summary.xlsx"
  diff -r "$work/one/returned" "$1/returned"
}

for count in 1 3 8; do
  out=$work/parts-$count
  if command -v parallel >/dev/null 2>&1; then
    seq "$count" | parallel --will-cite --halt now,fail=1 \
      "$scale/shard.sh" '{}' "$count" "$programme" "$returns" "$out"
  else
    echo "shards.sh: no GNU parallel here: the parts run one after the other" >&2
    for part in $(seq "$count"); do
      "$scale/shard.sh" "$part" "$count" "$programme" "$returns" "$out"
    done
  fi
  "$scale/merge.sh" "$count" "$out"
  same "$out"
done

# As Slurm runs it, one part a second time.
for part in 2 1 2; do
  SCALE=$scale SLURM_ARRAY_TASK_ID=$part SLURM_ARRAY_TASK_COUNT=2 \
    sh "$scale/slurm.sh" "$programme" "$returns" "$work/slurm"
done
# Without one of the parts there is no roll-up.
if "$scale/merge.sh" 3 "$work/slurm" 2>"$work/complaint"; then exit 1; fi
if "$SCOREBOOK" summary "$work/slurm/2/results.json" --out "$work/none.xlsx" 2>"$work/complaint"; then
  exit 1
fi
grep -q '缺第1片\|1/2 is missing' "$work/complaint"
"$scale/merge.sh" 2 "$work/slurm"
same "$work/slurm"
echo "shards: $(find "$work/one/returned" -type f | wc -l) copies and the roll-up as in one run"
