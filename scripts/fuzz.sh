#!/bin/sh
# Coverage-guided fuzzing with libFuzzer: fuzz.sh [TARGET [SECONDS [libFuzzer options...]]]
#
# Without a target every one runs in turn, each for that long. New inputs are kept under
# .build/fuzz/corpus, finds under .build/fuzz/finds; docs/fuzzing.md says what to do with them.
set -eu
cd "$(dirname "$0")/.."
here=$PWD
target=${1:-all}
seconds=${2:-60}
[ $# -lt 2 ] && shift $# || shift 2

export SCOREBOOK_FUZZING=1
# -O, as shipped, but with internals in reach; traps on overflow and bounds stay.
swift build -c release --product Fuzzing --scratch-path .build/fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing -Xswiftc -g -Xswiftc -use-ld=lld \
  -Xcc -fsanitize=fuzzer-no-link,address >&2
fuzzer=$here/.build/fuzz/release/Fuzzing

fuzz() {
  corpus=.build/fuzz/corpus/$1
  finds=.build/fuzz/finds/$1
  mkdir -p "$corpus" "$finds"
  case $1 in
    value) words=values length=600 ;;
    scheme) words=scheme length=16384 ;;
    scanner) words=xml length=4096 ;;
    *) words=xml length=65536 ;;
  esac
  name=$1
  shift
  SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$name nice -n 19 "$fuzzer" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 \
    -max_len=$length -dict="Fuzzing/dictionaries/$words.dict" -artifact_prefix="$finds/" \
    -print_final_stats=1 "$@" "$corpus" "Fuzzing/corpus/$name"
}

if [ "$target" = all ]; then
  for target in scanner workbook patch value scheme programme form; do fuzz $target "$@"; done
else
  fuzz "$target" "$@"
fi
