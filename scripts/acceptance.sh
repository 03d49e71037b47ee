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

# Files made to harm, and real returns with bytes changed or cut off.
"$python" hostile.py "$scorebook"
"$python" damaged.py "$scorebook" --count 300
# Rounds that are killed, run out of room, lose folders, over files that change.
"$python" disturb.py "$scorebook"
# Texts and names that try to get out of their place.
"$python" inject.py "$scorebook"

# The recorded samples of the forms, held against their rules.
"$python" make_form_samples.py --check
"$python" make_rules_sample.py --check

# Parts of a round, under GNU parallel, put together again.
../acceptance/shards.sh "$scorebook" "$work/mixed-with" "$work/shards"

# Corrected copies beside the old returns, in both orders, in folders and in a bundle.
"$python" second_round.py "$scorebook" "$work/mixed-with" "$work/second"

# Blanks, filled in as a unit would: through openpyxl, and through LibreOffice where it is installed.
for scheme in mof-2020 programme-rates; do
  "$python" fill_blanks.py "$scorebook" $scheme
  if command -v soffice >/dev/null 2>&1; then
    "$python" fill_blanks.py "$scorebook" $scheme --soffice --projects 4
  fi
done

# Blanks with the faults of the other returns, and those that only a blank can have.
through() {
  blanks=$work/blanks-$1
  "$python" blanks.py --scorebook "$scorebook" --out "$blanks" --clean 5 --through "$1"
  "$scorebook" score --scheme mof-2020 --programme "$blanks/programme.xlsx" "$blanks/returns" \
    --out "$blanks/out" --fail-on never --quiet
  "$python" check.py --results "$blanks/out/results.json" --truth "$blanks/truth.json" --findings
  "$scorebook" score --scheme mof-2020 "$blanks/alone" --out "$blanks/out-alone" \
    --fail-on never --quiet
  "$python" check.py --results "$blanks/out-alone/results.json" \
    --truth "$blanks/truth_alone.json" --findings
}
through openpyxl
if command -v soffice >/dev/null 2>&1; then
  through libreoffice
fi

# The rubric of the second sample, recomputed from its cells.
sample=$here/samples/02-labour-office/input
"$scorebook" score --scheme rubric-2022 "$sample" --out "$work/rubric" --fail-on never --quiet
"$python" rubric.py "$sample/劳动所项目绩效评价表.xlsx" "$work/rubric/results.json"
"$python" lossless.py "$sample" "$work/rubric/returned"
"$scorebook" score --scheme rubric-2022 "$work/rubric/returned" --out "$work/again" --fail-on never --quiet
cmp "$work/rubric/returned/劳动所项目绩效评价表_批注.xlsx" "$work/again/returned/劳动所项目绩效评价表_批注.xlsx"

# The forms of provinces: scores worked out again from what the forms say, copies held against them.
"$python" forms_check.py "$here/samples"
for form in "$here"/samples/forms/*/; do
  "$python" lossless.py "${form}input" "${form}expected/returned"
done

# Forms changed the way people change them: the figures stay.
form=$here/samples/forms
"$python" mutate.py "$scorebook" \
  "$here/samples/03-bureau-round/input/first/人社局/养老保险经办_自评表.xlsx" \
  "sichuan-county-2022=$form/sichuan-county-2022/input/水务局.xlsx" \
  "tianjin-2024=$form/tianjin-2024/input/园林绿化中心.xlsx"

# Annotated copies come back unchanged and are annotated as they are.
"$scorebook" score --scheme mof-2020 --programme "$work/mixed-with/programme.xlsx" \
  "$work/mixed-with/out/returned" --out "$work/comeback" --fail-on never --quiet
"$python" comeback.py "$work/mixed-with/out/returned" "$work/comeback/returned"
