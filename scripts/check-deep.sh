#!/bin/sh
# The test suite under sanitizers: check-deep.sh [address] [undefined] [thread]; all without words.
#
# Each has a build of its own beside .build; the first run takes minutes. What a sanitizer reports
# ends the tests, and with them this script. SCOREBOOK_TESTS is a filter for some tests.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- address undefined thread

export ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:detect_stack_use_after_return=0
export TSAN_OPTIONS=halt_on_error=1

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
