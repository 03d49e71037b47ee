#!/bin/sh
# The test suite under sanitizers: check-deep.sh [address] [undefined] [thread]; all without words.
#
# Each has a build of its own beside .build; the first run takes minutes. What a sanitizer reports
# ends the tests, and with them this script. SCOREBOOK_TESTS is a filter for some tests.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- address undefined thread

export ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:detect_stack_use_after_return=0
export LSAN_OPTIONS=suppressions=$PWD/scripts/leak-sanitizer.supp:print_suppressions=0
export TSAN_OPTIONS=halt_on_error=1:suppressions=$PWD/scripts/thread-sanitizer.supp

for sanitizer; do
  echo "== $sanitizer"
  case $sanitizer in
    # swiftc has no -sanitize=undefined for Linux. What Swift leaves undefined it traps on itself;
    # the C sources that are built here (Yams) trap on theirs, without a runtime.
    undefined) set -- -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined ;;
    *) set -- --sanitize "$sanitizer" ;;
  esac
  swift test --scratch-path ".build/$sanitizer" ${SCOREBOOK_TESTS:+--filter "$SCOREBOOK_TESTS"} "$@"
done

python=.build/venv/bin/python
rigs=Tests/acceptance
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== disturbances: five hundred kills, ten rounds of every other"
swift build -c release --product scorebook --static-swift-stdlib
"$python" $rigs/disturb.py .build/release/scorebook --deep

echo "== damaged files"
"$python" $rigs/damaged.py .build/release/scorebook --count 100000 --truncate

echo "== scanner and libexpat"
swift build --build-tests
"$python" $rigs/events.py "${SCOREBOOK_CORPUS:-samples}" --mutants 20000

echo "== copies in LibreOffice"
.build/release/scorebook score --scheme mof-2020 \
  --programme samples/03-bureau-round/input/programme.xlsx samples/03-bureau-round/input/first \
  --out "$work/round" --fail-on never --quiet
"$python" $rigs/opened.py "$work/round/returned"

[ -n "${SCOREBOOK_CORPUS:-}" ] || exit 0
echo "== other people's workbooks: cells beside openpyxl and calamine, copies beside originals"
mkdir "$work/dumps" "$work/patched"
SCOREBOOK_CELL_DUMP=$work/dumps SCOREBOOK_PATCHED=$work/patched \
  swift test --skip-build --filter "CellDumpTests|PatchCorpusTests"
"$python" $rigs/differential.py "$SCOREBOOK_CORPUS" "$work/dumps"
"$python" $rigs/lossless.py "$SCOREBOOK_CORPUS" "$work/patched"
