#!/bin/sh
# Scores one part of a round: shard.sh K N PROGRAMME RETURNS OUT
#
# Parts are numbered from 1. Each writes into OUT/K and may be run again on its own: a rerun puts
# whole files in the place of whole files. SCOREBOOK names another command than the one on the path,
# SCHEME another scheme; SCHEME= lets each return be recognised.
set -eu
if [ $# -ne 5 ]; then
  echo "usage: shard.sh K N PROGRAMME RETURNS OUT" >&2
  exit 2
fi
part=$1
count=$2
programme=$3
returns=$4
out=$5
scheme=${SCHEME-mof-2020}
exec "${SCOREBOOK:-scorebook}" score ${scheme:+--scheme "$scheme"} --programme "$programme" \
  "$returns" --out "$out/$part" --shard "$part/$count" --jobs "${JOBS:-1}" --quiet --fail-on never
