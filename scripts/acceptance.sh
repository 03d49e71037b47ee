#!/bin/sh
# Generated returns with known truth, through the command: acceptance.sh SCOREBOOK PYTHON
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
scorebook=$(realpath "$1")
python=$2
case $python in */*) python=$(realpath -s "$python") ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/Tests/acceptance"

for dialect in plain wps inline prefixed mixed; do
  for programme in with without; do
    round=$work/$dialect-$programme
    if [ $programme = with ]; then
      "$python" generate.py --out "$round" --clean 15 --faulty all --seed 7 --dialect $dialect
      "$scorebook" score --scheme mof-2020 --programme "$round/programme.xlsx" "$round/returns" \
        --out "$round/out" --fail-on never --quiet
    else
      "$python" generate.py --out "$round" --clean 15 --faulty all --seed 8 --dialect $dialect --no-programme
      "$scorebook" score --scheme mof-2020 "$round/returns" --out "$round/out" --fail-on never --quiet
    fi
    "$python" check.py --results "$round/out/results.json" --truth "$round/truth.json" --findings
    "$python" lossless.py "$round/returns" "$round/out/returned"
  done
done

# Corrected copies beside the old returns, in both orders, in folders and in a bundle.
"$python" second_round.py "$scorebook" "$work/mixed-with" "$work/second"
