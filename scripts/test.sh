#!/bin/sh
# Everything that must hold: format, build without warnings, unit tests, samples, acceptance.
set -eu
cd "$(dirname "$0")/.."

echo "== format"
swift format lint --strict --recursive --parallel Package.swift Sources Tests Server/Package.swift Server/Sources Benchmarks Fuzzing

echo "== tests"
swift test

echo "== scanner and libexpat"
.build/venv/bin/python Tests/acceptance/events.py samples templates --sample 300 --mutants 600

echo "== thresholds"
swift build -c release --product scorebook --static-swift-stdlib
.build/venv/bin/python Tests/thresholds/thresholds.py .build/release/scorebook

echo "== acceptance"
scripts/acceptance.sh .build/release/scorebook .build/venv/bin/python

echo "== page"
swift build --package-path Server -c release --product scorebook-serve --static-swift-stdlib
exec scripts/page.sh Server/.build/release/scorebook-serve .build/release/scorebook .build/venv/bin/python
